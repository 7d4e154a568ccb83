import { describe, expect, test } from "vitest";
import type { MachineDeps } from "../../../../../electron/platform/machine-deps.ts";
import { createMachine } from "../../../../../electron/platform/this-machine.ts";
import { fixture, fixtureBytes, never, value, type FakeAnswer } from "../fakes.ts";
import { madeUpMachines, type Answers } from "../made-up-machine.ts";

const { machineWith, calls } = madeUpMachines((deps) => createMachine("windows", deps));
const windowsWith = (answers: Answers, over?: Partial<MachineDeps>) => machineWith(answers, {}, over);

interface Snapshot {
  adapters: Record<string, unknown>[] | null;
  interfaces: Record<string, unknown>[];
  addresses: Record<string, unknown>[];
  routes: Record<string, unknown>[] | null;
  servers: Record<string, unknown>[] | null;
}
const zoo = (): Snapshot => JSON.parse(fixture("windows/snapshot-zoo.json")) as Snapshot;
const powershell = (snapshot: unknown): readonly FakeAnswer[] => [{ stdout: `${JSON.stringify(snapshot)}\r\n` }];

/** The known ways in which PowerShell fails. */
const BAD_ANSWERS: readonly (readonly [string, FakeAnswer])[] = [
  ["exits 0 with nothing", { stdout: "" }],
  ["prints half", { stdout: fixture("windows/snapshot-zoo.json").slice(0, 500) }],
  ["prints garbage", { stdout: "#< CLIXML\r\n<Objs/>" }],
  ["prints a list", { stdout: "[]" }],
  ["prints in a wrong encoding", { stdout: Buffer.from([0x84, 0xff, 0x7b, 0x22]) }],
  ["exits non-zero", { stdout: "{}", stderr: "Zugriff verweigert", exit: 1 }],
  ["prints without end", { floods: true }],
  [
    "says that every part failed",
    { stdout: '{"adapters":null,"interfaces":null,"addresses":null,"routes":null,"servers":null}' },
  ],
];

describe("interfaces on Windows", () => {
  test("have their kind by numbers and descriptions, names of any language", async () => {
    const found = await value((await windowsWith({ powershell: powershell(zoo()) })).interfaces(never()));
    expect(found.map(({ name, kind, up, carrier }) => [name, kind, up, carrier])).toEqual([
      ["Ethernet 3", "ethernet", true, true],
      ["Wi-Fi 5", "wifi", true, false],
      ["Ethernet 5", "tunnel", true, true],
      ["vEthernet (nat)", "virtual", true, true],
      ["Connexion réseau Bluetooth", "virtual", false, null],
      ["NordLynx", "tunnel", true, true],
      ["以太网", "ethernet", true, true],
      ["Mobilfunk", "cellular", true, false],
      ["Loopback Pseudo-Interface 1", "loopback", true, true],
      ["Firmen-VPN", "tunnel", true, true],
    ]);
    expect(found[0]).toMatchObject({
      id: "{11111111-2222-3333-4444-555555555555}",
      addresses: [
        { address: "192.168.1.50", prefix: 24, family: "v4", scope: "private" },
        { address: "fe80::1c2d:3e4f", prefix: 64, family: "v6", scope: "link-local" },
      ],
    });
  });

  test("of a switch that took over the network card are the cable", async () => {
    const snapshot = zoo();
    snapshot.routes = [
      {
        InterfaceIndex: 33,
        InterfaceAlias: "vEthernet (nat)",
        DestinationPrefix: "0.0.0.0/0",
        NextHop: "192.168.1.1",
        RouteMetric: 0,
        InterfaceMetric: 1,
      },
    ];
    const found = await value((await windowsWith({ powershell: powershell(snapshot) })).interfaces(never()));
    expect(found.find(({ name }) => name === "vEthernet (nat)")?.kind).toBe("ethernet");
  });

  test("are understood when PowerShell prints one row bare or wraps the list", async () => {
    const { adapters } = zoo();
    for (const shape of [adapters?.[0], { value: [adapters?.[0]], Count: 1 }]) {
      const machine = await windowsWith({ powershell: powershell({ ...zoo(), adapters: shape, interfaces: null }) });
      expect(await value(machine.interfaces(never()))).toMatchObject([{ name: "Ethernet 3" }]);
    }
  });

  test("are none when there is no adapter", async () => {
    const machine = await windowsWith({
      powershell: powershell({ adapters: [], interfaces: [], addresses: [], routes: [], servers: [] }),
    });
    expect(await value(machine.interfaces(never()))).toEqual([]);
    expect(await value(machine.defaultRoutes(never()))).toEqual([]);
    expect(await value(machine.resolvers(never()))).toEqual([]);
  });

  test.each(BAD_ANSWERS)("come from Node's list when PowerShell %s", async (_, answer) => {
    const machine = await windowsWith(
      { powershell: [answer] },
      {
        nodeInterfaces: () => ({ Ethernet: [] }),
        nodeServers: () => ["192.0.2.1", "[2001:db8::1]:5353", "nonsense", "fec0:0:0:ffff::1"],
      },
    );
    expect(await value(machine.interfaces(never()))).toMatchObject([
      { name: "Ethernet", kind: "ethernet", carrier: null },
    ]);
    expect(await value(machine.resolvers(never()))).toEqual([
      { address: "192.0.2.1", port: 53, interfaceName: null, upstream: false },
      { address: "2001:db8::1", port: 5353, interfaceName: null, upstream: false },
    ]);
    expect(await machine.defaultRoutes(never())).toMatchObject({ ok: false });
  });

  test("are an error when nothing can tell", async () => {
    expect(await (await windowsWith({})).interfaces(never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
    expect(await (await windowsWith({})).resolvers(never())).toMatchObject({ ok: false, error: { code: "no-tool" } });
  });
});

describe("the snapshot", () => {
  test("is one start of PowerShell for all questions asked together, its script constant and without quoting", async () => {
    const machine = await windowsWith({ powershell: powershell(zoo()) });
    await Promise.all([machine.interfaces(never()), machine.defaultRoutes(never()), machine.resolvers(never())]);
    const starts = calls("powershell");
    expect(starts).toHaveLength(1);
    expect(starts[0]?.slice(0, 4)).toEqual(["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand"]);
    const script = Buffer.from(starts[0]?.[4] ?? "", "base64").toString("utf16le");
    expect(script).toContain("Get-NetAdapter");
    expect(script).toContain(String.raw`$env:PSModulePath = "$PSHOME\Modules"`);
  });

  test("ends for the one who cancels", async () => {
    const machine = await windowsWith({ powershell: [{ hangs: true }] });
    const stop = new AbortController();
    const readings = [
      machine.interfaces(stop.signal),
      machine.defaultRoutes(stop.signal),
      machine.resolvers(stop.signal),
    ];
    stop.abort();
    for (const reading of readings) expect(await reading).toMatchObject({ ok: false, error: { code: "cancelled" } });
  });
});

describe("default routes on Windows", () => {
  test("are the split VPN route, then by the sum of both metrics", async () => {
    const found = await value((await windowsWith({ powershell: powershell(zoo()) })).defaultRoutes(never()));
    expect(found).toEqual([
      { family: "v4", gateway: null, interfaceName: "NordLynx", metric: 5, tunnel: true },
      { family: "v4", gateway: "192.168.1.1", interfaceName: "Ethernet 3", metric: 25, tunnel: false },
      { family: "v6", gateway: "fe80::1", interfaceName: "Ethernet 3", metric: 291, tunnel: false },
    ]);
  });

  test("come from `route print` in German without PowerShell", async () => {
    const address = { cidr: null, internal: false, mac: "", netmask: "" } as const;
    const machine = await windowsWith(
      { route: [{ stdout: fixtureBytes("windows/route-print-de.txt") }] },
      {
        nodeInterfaces: () => ({
          "Ethernet 3": [
            { ...address, address: "192.168.1.50", family: "IPv4" },
            { ...address, address: "fe80::2", family: "IPv6", scopeid: 7 },
          ],
          tun9: [{ ...address, address: "10.8.0.6", family: "IPv4" }],
        }),
      },
    );
    expect(await value(machine.defaultRoutes(never()))).toEqual([
      { family: "v4", gateway: "10.8.0.1", interfaceName: "tun9", metric: 3, tunnel: true },
      { family: "v4", gateway: "192.168.1.1", interfaceName: "Ethernet 3", metric: 25, tunnel: false },
      { family: "v6", gateway: "fe80::1", interfaceName: "Ethernet 3", metric: 281, tunnel: false },
    ]);
  });
});

describe("resolvers on Windows", () => {
  test("are those of interfaces in use, in the order of their routes, without placeholders", async () => {
    const found = await value((await windowsWith({ powershell: powershell(zoo()) })).resolvers(never()));
    expect(found.map(({ address, interfaceName }) => [address, interfaceName])).toEqual([
      ["103.86.96.100", "NordLynx"],
      ["192.168.1.1", "Ethernet 3"],
      ["192.168.1.2", "Ethernet 3"],
    ]);
  });
});

describe("neighbours on Windows", () => {
  test.each([
    [5, "reachable"],
    [6, "reachable"],
    ["4", "stale"],
    [1, "failed"],
    [0, "failed"],
    [9, "unknown"],
  ])("of state %j are %s", async (State, state) => {
    const machine = await windowsWith({
      powershell: powershell({ neighbours: { InterfaceAlias: "Ethernet 3", State } }),
    });
    expect(await value(machine.neighbour("192.168.1.1", never()))).toEqual({
      address: "192.168.1.1",
      interfaceName: "Ethernet 3",
      state,
    });
  });

  test("are absent without a row, and an error when the table cannot be read or it is no address", async () => {
    const none = await windowsWith({ powershell: powershell({ neighbours: [] }) });
    expect(await value(none.neighbour("192.168.1.1", never()))).toEqual({
      address: "192.168.1.1",
      interfaceName: "",
      state: "absent",
    });
    const failed = await windowsWith({ powershell: powershell({ neighbours: null }) });
    expect(await failed.neighbour("192.168.1.1", never())).toMatchObject({ ok: false });
    expect(await failed.neighbour("1; Remove-Item C:\\", never())).toMatchObject({ ok: false });
    expect(calls("powershell")).toHaveLength(1);
  });
});
