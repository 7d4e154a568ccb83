import { describe, expect, test } from "vitest";
import {
  dnsAbove,
  exclusiveIn,
  globalsIn,
  nmGlobalsIn,
  takersIn,
} from "../../../../../../electron/platform/linux/dns/above-links.ts";
import type { LinuxDnsDeps } from "../../../../../../electron/platform/linux/dns/deps.ts";
import { realDeps } from "../../../../../../electron/platform/machine-deps.ts";

const links = [
  { id: "2", interfaceName: "eth0", defaultRoute: true, gateway: "192.0.2.1" },
  { id: "7", interfaceName: "wg0", defaultRoute: false, gateway: null },
];

/** What the bus answers, by property; nothing for others. */
function machine(answers: Readonly<Record<string, unknown>>): LinuxDnsDeps {
  return {
    ...realDeps(),
    uid: 1000,
    runFolder: "/run/user/1000/goodgateway",
    run: async ({ args }) => {
      const name = args.at(-1) ?? "";
      if (!Object.hasOwn(answers, name)) {
        return { ok: true, value: { exitCode: 1, stdout: "", stderr: "Failed to get property" } };
      }
      return {
        ok: true,
        value: { exitCode: 0, stdout: JSON.stringify({ type: "x", data: answers[name] }), stderr: "" },
      };
    },
  };
}

const above = (manager: "systemd-resolved" | "network-manager" | "plain-file", answers: Record<string, unknown>) =>
  dnsAbove(machine(answers), manager, links, new AbortController().signal);

describe("what stands above the links", () => {
  test("is resolved's servers of no link, of both families, and nobody else's", () => {
    const v6 = [32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(
      globalsIn([
        [0, 2, [9, 9, 9, 9]],
        [2, 2, [192, 0, 2, 1]],
        [0, 10, v6],
      ]),
    ).toStrictEqual(["9.9.9.9", "2001:db8::1"]);
    expect(globalsIn([[0, 2, [9, 9, 9]], [0, 2, [300, 1, 1, 1]], "x", null, [0]])).toStrictEqual([]);
    expect(globalsIn(undefined)).toStrictEqual([]);
  });

  test("is another link that takes all names for itself", () => {
    const rows = [
      [7, ".", true],
      [2, ".", true],
      [7, "corp.example", false],
      [9, ".", true],
      [0, ".", true],
    ];
    expect(takersIn(rows, links)).toStrictEqual([
      { kind: "vpn", detail: "wg0" },
      { kind: "vpn", detail: "interface 9" },
    ]);
    expect(takersIn([[7, "corp.example", true]], links)).toStrictEqual([]);
  });

  test("is what NetworkManager asks for every name whatever the links say", () => {
    const servers = { type: "as", data: ["9.9.9.9", "2620:fe::fe"] };
    const all = { type: "a{sv}", data: { servers } };
    expect(nmGlobalsIn({ domains: { type: "a{sv}", data: { "*": all } } })).toStrictEqual(["9.9.9.9", "2620:fe::fe"]);
    expect(nmGlobalsIn({ domains: { type: "a{sv}", data: { "corp.example": all } } })).toStrictEqual([]);
    expect(nmGlobalsIn({})).toStrictEqual([]);
  });

  test("is a connection of NetworkManager's whose priority leaves nobody else a word", () => {
    const entry = (name: string, priority: number) => ({
      interface: { type: "s", data: name },
      priority: { type: "i", data: priority },
    });
    expect(exclusiveIn([entry("eth0", -1), entry("wg0", -50), entry("tun0", 50)], links)).toStrictEqual([
      { kind: "vpn", detail: "wg0" },
    ]);
    expect(exclusiveIn([{}, "x", null], links)).toStrictEqual([]);
  });

  test("is read from whoever is in charge, and nothing where nobody answers", async () => {
    const resolved = { DNS: [[0, 2, [9, 9, 9, 9]]], Domains: [[7, ".", true]] };
    expect(await above("systemd-resolved", resolved)).toStrictEqual({
      globalServers: ["9.9.9.9"],
      overrides: [
        { kind: "vpn", detail: "wg0" },
        { kind: "global-dns", detail: "9.9.9.9" },
      ],
    });
    const domains = {
      type: "a{sv}",
      data: { "*": { type: "a{sv}", data: { servers: { type: "as", data: ["9.9.9.9"] } } } },
    };
    expect(await above("network-manager", { GlobalDnsConfiguration: { domains }, Configuration: [] })).toStrictEqual({
      globalServers: ["9.9.9.9"],
      overrides: [{ kind: "global-dns", detail: "NetworkManager.conf" }],
    });
    const nothing = { globalServers: [], overrides: [] };
    expect(await above("network-manager", {})).toStrictEqual(nothing);
    expect(await above("systemd-resolved", {})).toStrictEqual(nothing);
    expect(await above("plain-file", resolved)).toStrictEqual(nothing);
  });
});
