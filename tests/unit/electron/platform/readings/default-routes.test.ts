import { describe, expect, test } from "vitest";
import { defaultRoutesIn, type RouteRow } from "../../../../../electron/platform/readings/default-routes.ts";

function row(prefix: string, interfaceName: string, over: Partial<RouteRow> = {}): RouteRow {
  const family = prefix.includes(":") ? "v6" : "v4";
  return { family, prefix, interfaceName, gateway: null, metric: 0, rejects: false, ...over };
}
const names = (tables: readonly (readonly RouteRow[])[]) =>
  defaultRoutesIn(tables, (name) => name.startsWith("tun")).map((route) => `${route.family} ${route.interfaceName}`);

describe("default routes", () => {
  test("come by metric, per family", () => {
    const rows = [
      row("::/0", "b6"),
      row("0.0.0.0/0", "far", { metric: 600 }),
      row("0.0.0.0/0", "near", { metric: 100 }),
    ];
    expect(names([rows])).toEqual(["v4 near", "v4 far", "v6 b6"]);
  });

  test("count split VPN routes as one, before the wider ones", () => {
    const half = [row("128.0.0.0/1", "tun0"), row("0.0.0.0/1", "tun0", { metric: 50 })];
    const routes = defaultRoutesIn([[row("0.0.0.0/0", "eth0"), ...half]], (name) => name === "tun0");
    expect(routes).toEqual([
      { family: "v4", gateway: null, interfaceName: "tun0", metric: 0, tunnel: true },
      { family: "v4", gateway: null, interfaceName: "eth0", metric: 0, tunnel: false },
    ]);
  });

  test("count a VPN that spares private networks", () => {
    const spared = ["1.0.0.0/8", "2.0.0.0/7", "4.0.0.0/6", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4"];
    const rest = [
      "32.0.0.0/3",
      "64.0.0.0/2",
      "128.0.0.0/3",
      "160.0.0.0/5",
      "168.0.0.0/6",
      "172.0.0.0/12",
      "192.0.0.0/9",
      "193.0.0.0/8",
      "194.0.0.0/7",
      "196.0.0.0/6",
      "200.0.0.0/5",
      "208.0.0.0/4",
    ];
    expect(names([[...spared, ...rest].map((prefix) => row(prefix, "tun0"))])).toEqual(["v4 tun0"]);
  });

  test("do not count half an internet, overlapping halves or private networks", () => {
    expect(names([[row("0.0.0.0/1", "tun0")]])).toEqual([]);
    expect(names([[row("0.0.0.0/1", "tun0"), row("0.0.0.0/2", "tun0"), row("64.0.0.0/2", "tun0")]])).toEqual([]);
    expect(names([[row("10.0.0.0/8", "tun0"), row("172.16.0.0/12", "tun0")]])).toEqual([]);
    expect(names([[row("0.0.0.0/1", "tun0"), row("128.0.0.0/1", "eth1")]])).toEqual([]);
    expect(names([[row("nonsense/1", "tun0"), row("128.0.0.0/1", "tun0")]])).toEqual([]);
  });

  test("count the forms VPNs use for IPv6", () => {
    expect(names([[row("::/1", "tun0"), row("8000::/1", "tun0")]])).toEqual(["v6 tun0"]);
    expect(names([[row("2000::/3", "tun0")]])).toEqual(["v6 tun0"]);
    expect(names([[row("2000::/4", "tun0"), row("3000::/4", "tun0")]])).toEqual(["v6 tun0"]);
    expect(names([[row("fc00::/7", "tun0"), row("8000::/1", "tun0")]])).toEqual([]);
  });

  test("end at one that rejects: nothing after it is used", () => {
    const reject = row("0.0.0.0/0", "", { rejects: true, metric: 50 });
    expect(names([[row("0.0.0.0/0", "eth0", { metric: 100 }), reject]])).toEqual([]);
    expect(names([[row("0.0.0.0/0", "eth0", { metric: 10 }), reject, row("::/0", "eth0")]])).toEqual([
      "v4 eth0",
      "v6 eth0",
    ]);
  });

  test("keep the order of tables, whatever their metrics", () => {
    expect(names([[row("0.0.0.0/0", "tun0", { metric: 900 })], [row("0.0.0.0/0", "eth0")]])).toEqual([
      "v4 tun0",
      "v4 eth0",
    ]);
  });
});
