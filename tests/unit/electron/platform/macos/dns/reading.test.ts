import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { never, value } from "../../fakes.ts";
import { FakeMac, serviceId, wifi, type FakeState } from "./fake-mac.ts";

let mac: FakeMac;
const on = (state: Partial<FakeState> = {}) => (mac = new FakeMac(state));

afterEach(() => mac.remove());

describe("reading DNS on macOS", { timeout: 300_000 }, () => {
  it("tells automatic, written by hand and absent apart, family by family", async () => {
    on({
      services: [
        wifi({ id: serviceId(1) }),
        wifi({ id: serviceId(2), name: "LAN", device: "en5", dns: ["9.9.9.9"], router: "10.0.0.1" }),
        wifi({ id: serviceId(3), name: "Old", device: "en6", v6: false, given: ["10.1.1.1"] }),
      ],
    });
    const { links, manager, readOnly } = await value(mac.dns.read(never()));
    expect([manager, readOnly]).toEqual(["macos", null]);
    expect(links.map(({ v4, v6 }) => [v4.origin, v6.origin])).toEqual([
      ["automatic", "automatic"],
      ["static", "absent"],
      ["automatic", "absent"],
    ]);
    expect(links[0]).toMatchObject({
      id: serviceId(1),
      name: "Wi-Fi",
      interfaceName: "en0",
      defaultRoute: true,
      networkKey: "router:192.168.178.1",
      searchDomains: ["lan"],
    });
    expect(links[0]?.v4).toEqual({ origin: "automatic", configured: [], inUse: ["192.168.178.1"] });
    expect(links[0]?.v6.inUse).toEqual(["fd00::1"]);
    expect(links[1]?.v4).toEqual({ origin: "static", configured: ["9.9.9.9"], inUse: ["9.9.9.9"] });
  });

  it("puts the service with the default route first and leaves out those that are switched off", async () => {
    on({
      services: [
        wifi({ id: serviceId(4), name: "Bridge", device: "bridge0", enabled: false }),
        wifi({ id: serviceId(2), name: "LAN", device: "en5" }),
        wifi(),
      ],
    });
    const { links } = await value(mac.dns.read(never()));
    expect(links.map(({ id }) => id)).toEqual([serviceId(1), serviceId(2)]);
  });

  it("keeps the person's search domains apart from the network's", async () => {
    on({ services: [wifi({ search: ["corp.example", "home.arpa"] })] });
    const { links } = await value(mac.dns.read(never()));
    expect(links[0]?.searchDomains).toEqual(["corp.example", "home.arpa"]);
    expect(links[0]?.v4.origin).toBe("automatic");
  });

  it("says what beats the service: a VPN, a profile, files for single domains", async () => {
    on({ wayOut: "utun3" });
    const kinds = async () => (await value(mac.dns.read(never()))).overrides;
    expect(await kinds()).toEqual([{ kind: "vpn", detail: "utun3" }]);
    mac.remove();
    on({ profile: ["203.0.113.53"] });
    mkdirSync(join(mac.folder, "root/etc/resolver"), { recursive: true });
    writeFileSync(join(mac.folder, "root/etc/resolver/corp.example"), "nameserver 10.0.0.1\n");
    mkdirSync(join(mac.folder, "root/Library/Managed Preferences"), { recursive: true });
    writeFileSync(join(mac.folder, "root/Library/Managed Preferences/com.apple.dnsSettings.managed.plist"), "");
    expect(await kinds()).toEqual([
      { kind: "profile", detail: "203.0.113.53" },
      { kind: "foreign-file", detail: "/etc/resolver/corp.example" },
      { kind: "profile", detail: "com.apple.dnsSettings.managed" },
    ]);
    mac.remove();
    on({ services: [wifi({ type: "PPP", device: "ppp0" })] });
    expect(await kinds()).toEqual([{ kind: "vpn", detail: "ppp0" }]);
    mac.remove();
    on();
    expect(await kinds()).toEqual([]);
  });

  it("is read-only without a default route, and empty without services", async () => {
    on({ primary: null });
    expect((await value(mac.dns.read(never()))).readOnly).toBe("no-default-link");
    expect(await mac.dns.snapshot(null, never())).toMatchObject({
      ok: false,
      error: { code: "no-link", changed: "nothing" },
    });
    mac.change({ services: [] });
    expect((await value(mac.dns.read(never()))).links).toEqual([]);
  });

  it("takes half an answer, no answer and a missing tool for what they are", async () => {
    on({ modes: { scutil: "half" } });
    expect(await mac.dns.read(never())).toMatchObject({ ok: false, error: { code: "unexpected-output" } });
    mac.change({ modes: { scutil: "hang" } });
    expect(await mac.dns.snapshot(null, never())).toMatchObject({
      ok: false,
      error: { code: "timed-out", changed: "nothing" },
    });
    expect(await mac.dns.read(AbortSignal.abort())).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await mac.dns.snapshot(null, AbortSignal.abort())).toMatchObject({
      ok: false,
      error: { code: "cancelled" },
    });
  });

  it("does not snapshot what it could not write back", async () => {
    on({ services: [wifi({ dns: ["not an address"] })] });
    expect(await mac.dns.snapshot(null, never())).toMatchObject({ ok: false, error: { code: "read-only-manager" } });
  });

  it("reads the settings of the snapshot's service only, and says when it went away", async () => {
    on();
    const snapshot = await value(mac.dns.snapshot(serviceId(1), never()));
    expect(await value(mac.dns.settingsNow(snapshot, never()))).toEqual({ servers: null });
    mac.edit(serviceId(1), { dns: ["1.1.1.1", "2606:4700:4700::1111"] });
    expect(await value(mac.dns.settingsNow(snapshot, never()))).toEqual({ servers: "1.1.1.1,2606:4700:4700::1111" });
    mac.edit(serviceId(1), { enabled: false });
    expect((await mac.dns.settingsNow(snapshot, never())).ok).toBe(false);
    expect((await mac.dns.settingsNow({ ...snapshot, linkId: "../x" }, never())).ok).toBe(false);
  });

  it("plans nothing but literals, with the exact commands", async () => {
    on();
    const snapshot = await value(mac.dns.snapshot(null, never()));
    const plan = mac.dns.plan({ snapshot, servers: ["1.1.1.1", "2606:4700:4700::1111", "1.1.1.1"] });
    expect(plan.ok && plan.value).toMatchObject({
      servers: ["1.1.1.1", "2606:4700:4700::1111"],
      settings: { servers: "1.1.1.1,2606:4700:4700::1111" },
      kept: {},
      needsAdmin: true,
      afterPowerCut: "boot-restore",
      lasts: "permanent",
    });
    const commands = plan.ok ? plan.value.commands : [];
    expect(commands.find(({ purpose }) => purpose === "restore")?.argv.slice(1)).toEqual([
      "-setdnsservers",
      serviceId(1),
      "Empty",
    ]);
    expect(commands[0]?.purpose).toBe("guard");
    for (const bad of ["dns.google", "1.1.1.1; reboot", "fe80::1%en0", "-1", "999.1.1.1", ""]) {
      expect(mac.dns.plan({ snapshot, servers: [bad] })).toMatchObject({
        ok: false,
        error: { code: "invalid-address" },
      });
    }
    expect(mac.dns.plan({ snapshot, servers: [] }).ok).toBe(false);
    expect(mac.dns.plan({ snapshot: { ...snapshot, linkId: "x" }, servers: ["1.1.1.1"] }).ok).toBe(false);
    const same = mac.dns.plan({ snapshot: { ...snapshot, settings: { servers: "1.1.1.1" } }, servers: ["1.1.1.1"] });
    expect(same.ok && same.value.settings).toEqual({});
  });

  it("knows this process and this boot, and that an ended process is gone", async () => {
    on();
    const own = await mac.dns.host.own();
    expect(own.pid).toBe(process.pid);
    expect(own.startTime).toMatch(/^\w{3}_\w{3}_/);
    expect(await mac.dns.host.isRunning(own)).toBe(true);
    expect(await mac.dns.host.isRunning({ ...own, startTime: "Mon_Jan_1_00:00:00_2001" })).toBe(false);
    expect(await mac.dns.host.isRunning({ pid: 2 ** 22 + 1, startTime: "" })).toBe(false);
    expect(await mac.dns.host.bootId()).toBe("BOOT-1");
  });
});
