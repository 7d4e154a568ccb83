import { describe, expect, test } from "vitest";
import { linuxMachine } from "../../../../../electron/platform/linux/linux-machine.ts";
import { fixture, never, value } from "../fakes.ts";
import { madeUpMachines } from "../made-up-machine.ts";

const { machineWith, calls } = madeUpMachines(linuxMachine);

describe("interfaces on Linux", () => {
  test("have the kind of what they stand for", async () => {
    const machine = machineWith(
      { ip: [{ stdout: fixture("linux/ip-address-vpns.json") }] },
      { "sys/class/net/wlp2s0/wireless/link": "0", "sys/class/net/wwan0/uevent": "DEVTYPE=wwan\nINTERFACE=wwan0\n" },
    );
    const found = await value(machine.interfaces(never()));
    expect(Object.fromEntries(found.map(({ name, kind }) => [name, kind]))).toEqual({
      lo: "loopback",
      enp3s0: "ethernet",
      wlp2s0: "wifi",
      "wg0-mullvad": "tunnel",
      tailscale0: "tunnel",
      docker0: "virtual",
      veth12ab34c: "virtual",
      br0: "ethernet",
      enp4s0: "ethernet",
      ppp0: "tunnel",
      wwan0: "cellular",
      vnet3: "virtual",
      "enp3s0.7": "ethernet",
      zt5u4y6rab: "tunnel",
    });
    expect(found.find(({ name }) => name === "enp3s0")).toMatchObject({
      id: "2",
      up: true,
      carrier: false,
      addresses: [],
    });
    expect(found.find(({ name }) => name === "enp3s0.7")).toMatchObject({ up: false, carrier: null });
    expect(found.find(({ name }) => name === "wlp2s0")?.addresses).toEqual([
      { address: "192.168.178.34", prefix: 24, family: "v4", scope: "private" },
      { address: "fe80::1c2d:3e4f:5a6b:7c8d", prefix: 64, family: "v6", scope: "link-local" },
    ]);
  });

  test.each([
    ["is missing", null],
    ["prints nothing", { stdout: "" }],
    ["prints half", { stdout: '[{"ifindex":1,"ifna' }],
    ["prints something else", { stdout: '{"a":1}' }],
    ["fails", { stdout: "[]", exit: 1 }],
  ] as const)("come from Node's list when ip %s", async (_, answer) => {
    const machine = machineWith(
      answer === null ? {} : { ip: [answer] },
      {},
      {
        nodeInterfaces: () => ({
          eth9: [{ address: "192.0.2.9", cidr: "192.0.2.9/24", internal: false, mac: "", netmask: "", family: "IPv4" }],
        }),
      },
    );
    expect(await value(machine.interfaces(never()))).toMatchObject([{ name: "eth9", up: true, carrier: null }]);
  });
});

describe("default routes on Linux", () => {
  const address = { when: "address", stdout: fixture("linux/ip-address-namespace.json") };
  const routes4 = { when: "-4 route", stdout: fixture("linux/ip-route-all.json") };
  const routes6 = { when: "-6 route", stdout: fixture("linux/ip-route-all-v6.json") };
  const usual =
    '[{"priority":0,"src":"all","table":"local"},{"priority":32766,"src":"all","table":"main"},{"priority":32767,"src":"all","table":"default"}]';

  test("are the split VPN route, then the others by metric, several next hops each", async () => {
    const machine = machineWith({ ip: [address, routes4, routes6, { when: "rule", stdout: usual }] });
    const found = await value(machine.defaultRoutes(never()));
    expect(
      found.map(({ family, interfaceName, gateway, metric, tunnel }) => [
        family,
        interfaceName,
        gateway,
        metric,
        tunnel,
      ]),
    ).toEqual([
      ["v4", "tun7", null, 0, true],
      ["v4", "gp-a", "10.9.0.1", 100, false],
      ["v4", "gp-a", "10.9.0.1", 300, false],
      ["v4", "gp-a", "10.9.0.3", 300, false],
      ["v6", "gp-a", "fe80::1", 500, false],
      ["v6", "gp-a", "fe80::1", 1024, false],
    ]);
  });

  test("follow a WireGuard rule into its own table before the main one", async () => {
    const plain =
      '[{"dst":"default","dev":"wg0","table":"51820","scope":"link","flags":[]},{"dst":"default","gateway":"192.168.1.1","dev":"wlan0","metric":600,"flags":[]}]';
    const machine = machineWith({
      ip: [
        { when: "-4 route", stdout: plain },
        { when: "-6 route", stdout: "" },
        { when: "-4 rule", stdout: fixture("linux/ip-rule-wg-quick.json") },
        { when: "-6 rule", stdout: "" },
      ],
    });
    const found = await value(machine.defaultRoutes(never()));
    expect(found.map(({ interfaceName, tunnel }) => [interfaceName, tunnel])).toEqual([
      ["wg0", true],
      ["wlan0", false],
    ]);
  });

  test("leave out tables for marked traffic, other sources and dead next hops", async () => {
    const plain =
      '[{"dst":"default","dev":"a","table":"7"},{"dst":"default","dev":"b","table":"8"},{"dst":"default","dev":"c","table":"9"},{"type":"throw","dst":"default"},{"dst":"default","dev":"dead0","flags":["dead","linkdown"]},{"dst":"default","dev":"eth0","via":{"family":"inet6","host":"fe80::9"}}]';
    const rules =
      '[{"priority":1,"src":"all","fwmark":"0x1","table":"7"},{"priority":2,"src":"10.0.0.0","srclen":8,"table":"8"},{"priority":3,"src":"all","iif":"eth1","table":"9"},{"priority":4,"src":"all","table":"main"}]';
    const machine = machineWith({
      ip: [
        { when: "-4 route", stdout: plain },
        { when: "-6 route", stdout: "[]" },
        { when: "rule", stdout: rules },
      ],
    });
    expect(await value(machine.defaultRoutes(never()))).toEqual([
      { family: "v4", gateway: "fe80::9", interfaceName: "eth0", metric: 0, tunnel: false },
    ]);
  });

  test("come from /proc without ip", async () => {
    const machine = machineWith(
      {},
      {
        "proc/net/route": fixture("linux/proc-net-route.txt"),
        "proc/net/ipv6_route": fixture("linux/proc-net-ipv6_route.txt"),
      },
      { nodeInterfaces: () => ({ tun7: [] }) },
    );
    const found = await value(machine.defaultRoutes(never()));
    expect(
      found.map(({ family, interfaceName, gateway, metric, tunnel }) => [
        family,
        interfaceName,
        gateway,
        metric,
        tunnel,
      ]),
    ).toEqual([
      ["v4", "tun7", null, 0, true],
      ["v4", "gp-a", "10.9.0.1", 100, false],
      ["v4", "gp-a", "10.9.0.1", 300, false],
      ["v6", "gp-a", "fe80::1", 500, false],
      ["v6", "gp-a", "fe80::1", 1024, false],
    ]);
  });
});

describe("resolvers on Linux", () => {
  test("are those glibc uses, three at most, inline comments and zones understood", async () => {
    const text =
      "# c\n; d\nsearch lan\nnameserver 192.0.2.1 # home\nnameserver\tfe80::1%eth0\n nameserver 9.9.9.9\nnameserver bad.example\nnameserver 192.0.2.2#x\nnameserver 192.0.2.3\noptions edns0\n";
    expect(await value(machineWith({}, { "etc/resolv.conf": text }).resolvers(never()))).toEqual([
      { address: "192.0.2.1", port: 53, interfaceName: null, upstream: false },
      { address: "fe80::1%eth0", port: 53, interfaceName: "eth0", upstream: false },
      { address: "192.0.2.2", port: 53, interfaceName: null, upstream: false },
    ]);
  });

  test("are none without the file", async () => {
    expect(await value(machineWith({}).resolvers(never()))).toEqual([]);
  });

  const stub = {
    "etc/resolv.conf": "nameserver 127.0.0.53\n",
    "run/systemd/resolve/resolv.conf": "nameserver 192.0.2.77\n",
  };

  test("stand behind systemd-resolved's stub with interface and port", async () => {
    const machine = machineWith(
      {
        busctl: [
          {
            when: "DNSEx",
            stdout:
              '{"type":"a(iiayqs)","data":[[4,2,[192,0,2,1],0,""],[0,10,[32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1],853,"dns.example"],[4,10,[254,128,0,0,0,0,0,0,0,0,0,0,0,0,0,1],0,""],[4,2,[1,2,3],0,""]]}',
          },
        ],
        ip: [{ stdout: '[{"ifindex":4,"ifname":"eth0","flags":["UP"]}]' }],
      },
      stub,
    );
    expect(await value(machine.resolvers(never()))).toEqual([
      { address: "127.0.0.53", port: 53, interfaceName: null, upstream: false },
      { address: "192.0.2.1", port: 53, interfaceName: "eth0", upstream: true },
      { address: "2001:db8::1", port: 853, interfaceName: null, upstream: true },
      { address: "fe80::1%eth0", port: 53, interfaceName: "eth0", upstream: true },
    ]);
  });

  test("are asked the older way where the newer property is missing", async () => {
    const machine = machineWith(
      {
        busctl: [
          { when: "DNSEx", stderr: "Unknown property", exit: 1 },
          { stdout: '{"type":"a(iiay)","data":[[2,2,[192,0,2,1]]]}' },
        ],
      },
      stub,
    );
    expect((await value(machine.resolvers(never()))).at(1)).toMatchObject({
      address: "192.0.2.1",
      upstream: true,
      interfaceName: null,
    });
  });

  test.each([
    ["missing", null],
    ["silent", { stdout: "" }],
    ["talking nonsense", { stdout: "garbage\u0000" }],
    ["empty", { stdout: '{"type":"a(iiay)","data":[]}' }],
    ["flooding", { floods: true }],
  ] as const)("come from resolved's file when busctl is %s", async (_, answer) => {
    const machine = machineWith(answer === null ? {} : { busctl: [answer] }, stub);
    expect((await value(machine.resolvers(never()))).at(1)).toMatchObject({ address: "192.0.2.77", upstream: true });
  });

  test("come from resolved's file when busctl hangs", async () => {
    const machine = machineWith({ busctl: [{ hangs: true }] }, stub);
    expect((await value(machine.resolvers(never()))).at(1)).toMatchObject({ address: "192.0.2.77" });
  }, 20_000);

  test("stand behind dnsmasq of NetworkManager", async () => {
    const machine = machineWith(
      {},
      {
        "etc/resolv.conf": "nameserver 127.0.1.1\n",
        "run/NetworkManager/no-stub-resolv.conf": "nameserver 192.0.2.5\nnameserver 127.0.0.1\n",
      },
    );
    expect(await value(machine.resolvers(never()))).toEqual([
      { address: "127.0.1.1", port: 53, interfaceName: null, upstream: false },
      { address: "192.0.2.5", port: 53, interfaceName: null, upstream: true },
    ]);
  });
});

describe("neighbours on Linux", () => {
  const ip = [{ when: "neighbour", stdout: fixture("linux/ip-neighbour.json") }];

  test.each([
    ["10.9.0.1", "reachable", "gp-a"],
    ["10.9.0.77", "failed", "gp-a"],
    ["2001:db8:9::1", "stale", "gp-a"],
    ["fe80::1", "reachable", "gp-b"],
    ["10.9.0.99", "absent", ""],
  ])("of %s are %s", async (address, state, interfaceName) => {
    expect(await value(machineWith({ ip }).neighbour(address, never()))).toEqual({ address, state, interfaceName });
  });

  test("are absent when an older ip prints nothing", async () => {
    expect(await value(machineWith({ ip: [{ stdout: "" }] }).neighbour("10.9.0.1", never()))).toMatchObject({
      state: "absent",
    });
  });

  test("that stay unanswered while the kernel asks are failed, and a cancel ends the wait", async () => {
    const asking = [{ stdout: '[{"dst":"10.9.0.5","dev":"eth0","state":["INCOMPLETE"]}]' }];
    expect(await value(machineWith({ ip: asking }).neighbour("10.9.0.5", never()))).toEqual({
      address: "10.9.0.5",
      state: "failed",
      interfaceName: "eth0",
    });
    expect(calls("ip").length).toBeGreaterThan(1);
    const stop = new AbortController();
    const waiting = machineWith({ ip: asking }).neighbour("10.9.0.5", stop.signal);
    stop.abort();
    expect(await waiting).toMatchObject({ ok: false, error: { code: "cancelled" } });
  }, 20_000);

  test("come from /proc without ip, for IPv4 only", async () => {
    const machine = machineWith({}, { "proc/net/arp": fixture("linux/proc-net-arp.txt") });
    expect(await value(machine.neighbour("10.9.0.1", never()))).toMatchObject({
      state: "reachable",
      interfaceName: "gp-a",
    });
    expect(await value(machine.neighbour("10.9.0.77", never()))).toMatchObject({ state: "failed" });
    expect(await value(machine.neighbour("10.9.0.9", never()))).toMatchObject({ state: "absent" });
    expect(await machine.neighbour("fe80::1", never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
  });
});
