import { afterEach, describe, expect, it } from "vitest";
import { registryIn } from "../../../../../../electron/platform/windows/dns/registry-snapshot.ts";
import { windowsDnsDeps } from "../../../../../../electron/platform/windows/dns/deps.ts";
import { never, value } from "../../fakes.ts";
import { ethernet, FakeWindows, guid, type FakeState } from "./fake-windows.ts";

let windows: FakeWindows;
const on = (state: Partial<FakeState> = {}) => (windows = new FakeWindows(state));

afterEach(() => windows.remove());

/** Adapters' names as Windows makes them in its languages, and as people do. */
const NAMES = [
  "Ethernet",
  "LAN-Verbindung 2",
  "Connexion au réseau local* 1",
  "イーサネット",
  "本地连接* 2",
  "Some [odd] *name*",
];

describe("reading DNS on Windows", { timeout: 300_000 }, () => {
  it("tells absent, empty and set apart, and never takes servers in use for servers written down", async () => {
    on({
      adapters: [
        ethernet(),
        ethernet({
          guid: guid(2),
          name: "WLAN",
          index: 9,
          router: null,
          values: { "v4/NameServer": "8.8.8.8, 8.8.4.4" },
        }),
        ethernet({ guid: guid(3), name: "VPN", index: 11, router: null, values: {}, v6: false }),
        ethernet({
          guid: guid(4),
          name: "Dock",
          index: 12,
          router: null,
          values: { "v4/ProfileNameServer": "9.9.9.9" },
        }),
      ],
    });
    const { links, manager, readOnly, file } = await value(windows.dns.read(never()));
    expect([manager, readOnly, file]).toEqual(["windows", null, null]);
    expect(links.map(({ v4, v6 }) => [v4.origin, v6.origin])).toEqual([
      ["automatic", "automatic"],
      ["static", "automatic"],
      ["automatic", "absent"],
      ["static", "automatic"],
    ]);
    expect(links[0]?.v4).toEqual({ origin: "automatic", configured: [], inUse: ["192.168.178.1"] });
    expect(links[1]?.v4).toEqual({
      origin: "static",
      configured: ["8.8.8.8", "8.8.4.4"],
      inUse: ["8.8.8.8", "8.8.4.4"],
    });
    expect(links[2]?.v6).toEqual({ origin: "absent", configured: [], inUse: [] });
    const snapshots = await Promise.all([1, 2, 3, 4].map((n) => value(windows.dns.snapshot(guid(n), never()))));
    expect(snapshots.map(({ settings }) => settings["v4/NameServer"])).toEqual(["", "8.8.8.8, 8.8.4.4", null, null]);
    expect(snapshots.map(({ settings }) => settings["v6/ProfileNameServer"])).toEqual([null, null, null, null]);
  });

  it("knows an adapter by its GUID, whatever it is called, and puts the way out first", async () => {
    for (const name of NAMES) {
      on({ adapters: [ethernet({ guid: guid(2), name: "Off", index: 3, router: null }), ethernet({ name })] });
      // oxlint-disable-next-line no-await-in-loop -- one fake machine after the other
      const { links } = await value(windows.dns.read(never()));
      expect(links[0]).toMatchObject({ id: guid(1), name, defaultRoute: true, interfaceName: null });
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await value(windows.dns.snapshot(guid(1).toLowerCase(), never()))).linkName).toBe(name);
      windows.remove();
    }
    on();
  });

  it("keys the adapter by its network without keeping the network's name", async () => {
    on();
    const { links } = await value(windows.dns.read(never()));
    expect(links[0]?.networkKey).toMatch(/^profile:[\da-f]{16}$/);
    expect(JSON.stringify(links)).not.toContain("FRITZ");
    windows.remove();
    on({ adapters: [ethernet({ network: "" })] });
    expect((await value(windows.dns.read(never()))).links[0]?.networkKey).toBe("router:192.168.178.1");
  });

  it("reads DoH templates and flags of the servers that are set", async () => {
    const values = {
      "v4/NameServer": "9.9.9.9",
      "doh/9.9.9.9/flags": "2",
      "doh/9.9.9.9/template": "https://dns.quad9.net/dns-query",
      "doh/1.2.3.4/flags": "5",
    };
    on({ adapters: [ethernet({ values })] });
    const encryption = async () => (await value(windows.dns.read(never()))).links[0]?.encryption;
    expect(await encryption()).toEqual({
      kind: "doh",
      strictness: "required",
      templates: { "9.9.9.9": "https://dns.quad9.net/dns-query" },
    });
    windows.edit(guid(1), { ...values, "doh/9.9.9.9/flags": "5" });
    expect((await encryption())?.strictness).toBe("preferred");
    windows.edit(guid(1), { "v4/NameServer": "", "doh/9.9.9.9/flags": "5" });
    expect(await encryption()).toBeNull();
  });

  it("says what beats the adapter: VPN, rules, policies", async () => {
    const machine = {
      search: "corp.example,lan",
      ownRules: [[".", "corp.example"], "lan"],
      policyDoh: "3",
      policyServers: "10.0.0.53",
    };
    on({
      // A rule's names come as one text or as several.
      machine: { ...machine, ownRules: machine.ownRules.flat() },
      adapters: [
        ethernet(),
        ethernet({ guid: guid(2), name: "wg0", index: 20, router: "0.0.0.0", description: "WireGuard Tunnel" }),
      ],
    });
    const status = await value(windows.dns.read(never()));
    expect(status.overrides).toEqual([
      { kind: "vpn", detail: "wg0" },
      { kind: "nrpt", detail: "." },
      { kind: "nrpt", detail: "corp.example" },
      { kind: "nrpt", detail: "lan" },
      { kind: "policy", detail: "10.0.0.53" },
      { kind: "policy", detail: "DoHPolicy=3" },
    ]);
    expect(status.links[0]?.searchDomains).toEqual(["corp.example", "lan"]);
    windows.change({ machine: { policyRules: ["."], ownRules: ["void"] } });
    expect((await value(windows.dns.read(never()))).overrides).toContainEqual({ kind: "nrpt", detail: "." });
    expect((await value(windows.dns.read(never()))).overrides).not.toContainEqual({ kind: "nrpt", detail: "void" });
  });

  it("takes every shape that PowerShell gives lists, families and texts", () => {
    const row = { id: "{a}", NameServer: "", ProfileNameServer: null };
    for (const v4 of [row, [row], { value: [row], Count: 1 }]) {
      const read = registryIn({
        v4,
        v6: [],
        ownRules: { value: ["a", ["b"]], Count: 2 },
        policyRules: null,
        networks: null,
      });
      expect(read?.byAdapter.get("{A}")).toMatchObject({
        "v4/NameServer": "",
        "v4/ProfileNameServer": null,
        "v6/NameServer": null,
      });
      expect(read?.rules).toEqual(["a", "b"]);
    }
    expect(registryIn({ v4: [], v6: null })).toBeNull();
    expect(registryIn({ v4: [{ id: 1 }], v6: [], doh: [{ id: "{a}" }] })?.byAdapter.size).toBe(0);
    on({ adapters: [ethernet({ familyNames: true })] });
  });

  it("reads IPv6 servers where the family comes as a name", async () => {
    on({ adapters: [ethernet({ familyNames: true })] });
    expect((await value(windows.dns.read(never()))).links[0]?.v6.inUse).toEqual(["fd00::1"]);
  });

  it("takes half an answer, no answer, a hanging tool and a cancel for what they are", async () => {
    on();
    const snapshot = await value(windows.dns.snapshot(null, never()));
    windows.change({ modes: { read: "half" } });
    expect(await windows.dns.read(never())).toMatchObject({ ok: false, error: { code: "unexpected-output" } });
    windows.change({ modes: { read: "fails" } });
    expect(await windows.dns.snapshot(null, never())).toMatchObject({
      ok: false,
      error: { code: "failed", changed: "nothing" },
    });
    windows.change({ modes: {}, brokenV6: true });
    expect((await windows.dns.read(never())).ok).toBe(false);
    windows.change({ brokenV6: false, modes: { read: "hang" } });
    expect(await windows.dns.snapshot(null, AbortSignal.timeout(300))).toMatchObject({
      ok: false,
      error: { code: "cancelled" },
    });
    expect((await windows.dns.settingsNow(snapshot, AbortSignal.timeout(300))).ok).toBe(false);
    expect(await windows.dns.snapshot(null, AbortSignal.abort())).toMatchObject({
      ok: false,
      error: { code: "cancelled" },
    });
    expect(await windows.dns.read(AbortSignal.abort())).toMatchObject({ ok: false, error: { code: "cancelled" } });
  });

  it("refuses an adapter that is not there, and one whose servers are no addresses", async () => {
    on({ adapters: [ethernet({ router: null })] });
    expect((await value(windows.dns.read(never()))).readOnly).toBe("no-default-link");
    expect(await windows.dns.snapshot(null, never())).toMatchObject({ ok: false, error: { code: "no-link" } });
    expect(await windows.dns.snapshot(guid(9), never())).toMatchObject({ ok: false, error: { code: "no-link" } });
    const gone = { ...(await value(windows.dns.snapshot(guid(1), never()))), linkId: guid(9) };
    expect((await windows.dns.settingsNow(gone, never())).ok).toBe(false);
    windows.edit(guid(1), { "v4/NameServer": "evil.example" });
    expect(await windows.dns.snapshot(guid(1), never())).toMatchObject({
      ok: false,
      error: { code: "read-only-manager" },
    });
  });

  it("plans literals only, both families, and shows the commands", async () => {
    on();
    const snapshot = await value(windows.dns.snapshot(null, never()));
    const plan = windows.dns.plan({ snapshot, servers: ["1.1.1.1", "2606:4700:4700::1111"] });
    expect(plan.ok && plan.value).toMatchObject({
      settings: { "v4/NameServer": "1.1.1.1", "v6/NameServer": "2606:4700:4700::1111" },
      kept: {},
      needsAdmin: true,
      afterPowerCut: "boot-restore",
      lasts: "permanent",
    });
    const commands = plan.ok ? plan.value.commands : [];
    expect(commands[0]?.purpose).toBe("guard");
    expect(commands.filter(({ purpose }) => purpose === "switch").map(({ argv }) => argv.join(" "))).toEqual([
      "Set-DnsClientServerAddress -InterfaceIndex 7 -ServerAddresses 1.1.1.1",
      "Set-DnsClientServerAddress -InterfaceIndex 7 -ServerAddresses 2606:4700:4700::1111",
    ]);
    expect(
      commands
        .filter(({ purpose }) => purpose === "restore")
        .every(({ argv }) => argv.includes("-ResetServerAddresses")),
    ).toBe(true);
    for (const bad of ["dns.google", "1.1.1.1'; calc; '", "fe80::1%7", "$(calc)", ""]) {
      expect(windows.dns.plan({ snapshot, servers: [bad] })).toMatchObject({
        ok: false,
        error: { code: "invalid-address" },
      });
    }
    expect(windows.dns.plan({ snapshot: { ...snapshot, linkId: "7" }, servers: ["1.1.1.1"] })).toMatchObject({
      ok: false,
    });
    const same = { ...snapshot, settings: { ...snapshot.settings, "v4/NameServer": "1.1.1.1" } };
    const none = windows.dns.plan({ snapshot: same, servers: ["1.1.1.1"] });
    expect(none.ok && none.value.settings).toEqual({});
  });

  it("knows this process and this boot", async () => {
    on();
    const own = await windows.dns.host.own();
    expect(own).toEqual({ pid: process.pid, startTime: "639" });
    expect(await windows.dns.host.isRunning(own)).toBe(true);
    expect(await windows.dns.host.isRunning({ ...own, startTime: "638" })).toBe(false);
    expect(await windows.dns.host.isRunning({ pid: 4, startTime: "5" })).toBe(true);
    expect(await windows.dns.host.isRunning({ pid: 999_999, startTime: "" })).toBe(false);
    expect(await windows.dns.host.bootId()).toBe("77");
  });

  it("looks for the guards in the system's folder, or in the usual one when the variable is odd", () => {
    on();
    const folder = (ProgramData?: string) =>
      windowsDnsDeps({ ...windows.deps, environment: ProgramData === undefined ? {} : { ProgramData } }).guardFolder;
    expect(folder("D:\\ProgramData")).toBe("D:\\ProgramData\\GoodGateway\\dns");
    for (const odd of [undefined, "\\\\evil\\share", "relative", "C:\\..\\x", "C:/x"]) {
      expect(folder(odd)).toBe("C:\\ProgramData\\GoodGateway\\dns");
    }
  });
});
