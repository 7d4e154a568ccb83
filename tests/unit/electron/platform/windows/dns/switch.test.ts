import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { KNOWN_DNS_SERVERS } from "../../../../../../shared/model/dns-settings.ts";
import { never, value } from "../../fakes.ts";
import { ethernet, FakeWindows, guid, type FakeState } from "./fake-windows.ts";

let windows: FakeWindows;
const changes: DnsChange[] = [];

const start = (state: Partial<FakeState> = {}) => (windows = new FakeWindows(state));
const keepFor = (seconds: number) => ({ kind: "keep-for", deadlineSeconds: seconds }) as const;
const reported = async (change: DnsChange) => (await windows.dns.guardReport(change, never())).state;

async function planned(...args: Parameters<FakeWindows["planned"]>): Promise<DnsChange> {
  const change = await windows.planned(...args);
  changes.push(change);
  return change;
}

async function applied(...args: Parameters<FakeWindows["planned"]>): Promise<DnsChange> {
  const change = await planned(...args);
  const guard = await value(windows.dns.apply(change, never()));
  return { ...change, guard, state: "applied" };
}

async function until(what: () => boolean | Promise<boolean>, ms = 120_000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other is the point
    if (await what()) return;
    if (Date.now() > end) throw new Error("never happened");
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

afterEach(() => windows.remove(changes.splice(0)));

/** Registry states an adapter can be in; absent values are missing. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "automatic, values empty": { "v4/NameServer": "", "v6/NameServer": "" },
  "automatic, values absent": {},
  "one family empty, one absent": { "v6/NameServer": "" },
  "by hand": { "v4/NameServer": "9.9.9.9,149.112.112.112", "v6/NameServer": "2620:fe::fe" },
  "by hand, odd separators": { "v4/NameServer": "9.9.9.9 149.112.112.112;10.0.0.1", "v6/NameServer": "" },
  "by the network's profile": { "v4/NameServer": "", "v4/ProfileNameServer": "8.8.8.8", "v6/ProfileNameServer": "" },
  encrypted: {
    "v4/NameServer": "9.9.9.9",
    "v6/NameServer": "",
    "doh/9.9.9.9/flags": "2",
    "doh/9.9.9.9/template": "https://dns.quad9.net/dns-query",
  },
};

describe("a switch on Windows", { timeout: 300_000 }, () => {
  it("writes both families in one elevated run, with the guard armed before", async () => {
    start();
    const change = await applied(KNOWN_DNS_SERVERS.cloudflare);
    expect(windows.values(1)).toMatchObject({
      "v4/NameServer": "1.1.1.1,1.0.0.1",
      "v6/NameServer": "2606:4700:4700::1111,2606:4700:4700::1001",
    });
    expect(windows.calls.filter((call) => "elevated" in call)).toHaveLength(1);
    expect(windows.state.tasks).toEqual([change.id]);
    const report = await windows.dns.guardReport(change, never());
    expect(report).toMatchObject({ state: "applied", alive: true });
    expect(report.secondsLeft).toBeGreaterThan(40);
    expect(await value(windows.dns.settingsNow(change.snapshot, never()))).toMatchObject(change.plan.settings);
  });

  it.each(Object.entries(STATES))("goes back to the identical registry: %s", async (_name, values) => {
    start({ adapters: [ethernet({ values }), ethernet({ guid: guid(2), name: "WLAN", index: 9, router: null })] });
    const before = windows.state.adapters;
    const change = await applied(KNOWN_DNS_SERVERS.google);
    expect(windows.state.adapters).not.toEqual(before);
    expect(await value(windows.dns.restore(change, false, never()))).toBe("restored");
    expect(windows.state.adapters).toEqual(before);
    expect(windows.state.tasks).toEqual([]);
    const kept = await applied(KNOWN_DNS_SERVERS.google);
    await value(windows.dns.commit(kept, never()));
    expect(await windows.dns.restore(kept, false, never())).toMatchObject({
      ok: false,
      error: { code: "not-authorized" },
    });
    expect(await value(windows.dns.restore(kept, true, never()))).toBe("restored");
    expect(windows.state.adapters).toEqual(before);
    expect(await value(windows.dns.restore(kept, false, never()))).toBe("nothing-to-do");
  });

  it("goes on asking encrypted where the person did, and forgets that with the undo", async () => {
    start({ adapters: [ethernet({ values: STATES["encrypted"] ?? {} })] });
    const before = windows.state.adapters;
    const change = await applied(KNOWN_DNS_SERVERS.cloudflare);
    expect(windows.values(1)).toMatchObject({ "doh/1.1.1.1/flags": "1", "doh/2606:4700:4700::1111/flags": "1" });
    await value(windows.dns.restore(change, false, never()));
    expect(windows.state.adapters).toEqual(before);
  });

  it("brings back the profile's servers when the system's own command dropped them", async () => {
    start({
      modes: { api: "drops-profile" },
      adapters: [ethernet({ values: STATES["by the network's profile"] ?? {} })],
    });
    const before = windows.state.adapters;
    const change = await applied(["1.1.1.1"]);
    expect(windows.values(1)["v4/ProfileNameServer"]).toBe("");
    windows.change({ modes: {} });
    await value(windows.dns.restore(change, false, never()));
    expect(windows.state.adapters).toEqual(before);
  });

  it("brings them back too when only the way back to automatic dropped them", async () => {
    start({
      modes: { api: "reset-drops-profile" },
      adapters: [ethernet({ values: STATES["by the network's profile"] ?? {} })],
    });
    const before = windows.state.adapters;
    const change = await applied(["1.1.1.1"]);
    await value(windows.dns.restore(change, false, never()));
    expect(windows.state.adapters).toEqual(before);
  });

  it("puts v4 back when v6 throws after it", async () => {
    start({ modes: { api: "v6-throws" } });
    const before = windows.state.adapters;
    const change = await planned(KNOWN_DNS_SERVERS.cloudflare);
    expect(await windows.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "not-effective", changed: "nothing" },
    });
    const families = windows.calls.filter(({ api }) => api !== undefined).map(({ family }) => family);
    expect(families.slice(0, 2)).toEqual(["v4", "v6"]);
    expect(windows.state.adapters).toEqual(before);
    expect(windows.state.tasks).toEqual([]);
    expect(await reported(change)).toBe("restored");
  });

  it("does not write a family that is off, and says so when nothing is left", async () => {
    start({ adapters: [ethernet({ v6: false })] });
    const change = await applied(KNOWN_DNS_SERVERS.cloudflare);
    expect(change.plan.servers).toEqual(["1.1.1.1", "1.0.0.1"]);
    expect(windows.dns.plan({ snapshot: change.snapshot, servers: ["2620:fe::fe"] })).toMatchObject({
      ok: false,
      error: { code: "family-off", changed: "nothing" },
    });
    await value(windows.dns.commit(change, never()));
  });

  it("leaves alone what somebody else wrote meanwhile, and says so", async () => {
    start();
    const change = await applied(["1.1.1.1", "2606:4700:4700::1111"]);
    windows.edit(guid(1), { "v4/NameServer": "10.9.8.7", "v6/NameServer": "2606:4700:4700::1111" });
    expect(await value(windows.dns.restore(change, false, never()))).toBe("theirs");
    expect(windows.values(1)).toEqual({ "v4/NameServer": "10.9.8.7", "v6/NameServer": "" });
    expect(await reported(change)).toBe("theirs");
    expect(await value(windows.dns.restore(change, false, never()))).toBe("theirs");
  });

  it("refuses when the servers changed between reading and writing, and a second change while one is open", async () => {
    start({ adapters: [ethernet(), ethernet({ guid: guid(2), name: "WLAN", index: 9, router: null })] });
    const late = await planned(["1.1.1.1"]);
    windows.edit(guid(1), { "v4/NameServer": "10.9.8.7" });
    expect(await windows.dns.apply(late, never())).toMatchObject({
      ok: false,
      error: { code: "changed-meanwhile", changed: "nothing" },
    });
    await applied(["1.1.1.1"]);
    const second = await planned(["9.9.9.9"], { linkId: guid(2) });
    expect(await windows.dns.apply(second, never())).toMatchObject({
      ok: false,
      error: { code: "busy", changed: "nothing" },
    });
    expect(windows.values(2)["v4/NameServer"]).toBe("");
  });
});

describe("the guard on Windows", { timeout: 300_000 }, () => {
  it("restores at the deadline and when the app is gone, but not before with keep-for", async () => {
    start();
    const before = windows.state.adapters;
    const short = await applied(["1.1.1.1"], { mode: keepFor(6) });
    await until(async () => (await reported(short)) === "restored");
    expect(windows.state.adapters).toEqual(before);
    const app = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { stdio: "ignore" });
    const change = await applied(["1.1.1.1"], { ownerPid: app.pid ?? 0 });
    app.kill("SIGKILL");
    await until(async () => (await reported(change)) === "restored");
    expect(windows.state.adapters).toEqual(before);
  });

  it("keeps, gives more time, and ignores every word without the token", async () => {
    start();
    const change = await applied(["1.1.1.1"], { mode: keepFor(60) });
    await value(windows.dns.extend(change, 600, never()));
    expect((await windows.dns.guardReport(change, never())).secondsLeft).toBeGreaterThan(500);
    writeFileSync(windows.guardFile(change.id, "inbox/commit"), "0".repeat(64));
    await until(() => !existsSync(windows.guardFile(change.id, "inbox/commit")));
    const secret = join(windows.folder, "secret");
    writeFileSync(secret, change.token);
    symlinkSync(secret, windows.guardFile(change.id, "inbox/commit"));
    await until(() => !existsSync(windows.guardFile(change.id, "inbox/commit")));
    expect(await reported(change)).toBe("applied");
    expect(readFileSync(secret, "utf8")).toBe(change.token);
    await value(windows.dns.commit(change, never()));
    expect(await windows.dns.guardReport(change, never())).toEqual({
      state: "committed",
      alive: false,
      secondsLeft: null,
    });
    expect(await windows.dns.commit(change, never())).toMatchObject({ ok: true });
    expect(windows.values(1)["v4/NameServer"]).toBe("1.1.1.1");
    expect(await windows.dns.extend(change, 30, never())).toMatchObject({ ok: false, error: { code: "guard-gone" } });
  });

  it("counts as gone when it has been silent, and recovery does without it", async () => {
    start();
    const before = windows.state.adapters;
    const change = await applied(["1.1.1.1"]);
    windows.killGuard(change.id);
    writeFileSync(windows.guardFile(change.id, "state"), `applied 1 1 ${Math.floor(Date.now() / 1000)} 1700000000`);
    expect(await windows.dns.guardReport(change, never())).toEqual({
      state: "applied",
      alive: false,
      secondsLeft: null,
    });
    expect(await windows.dns.commit(change, never())).toMatchObject({ ok: false, error: { code: "guard-gone" } });
    expect(await windows.dns.restore(change, false, never())).toMatchObject({
      ok: false,
      error: { code: "not-authorized" },
    });
    expect(await value(windows.dns.restore(change, true, never()))).toBe("restored");
    expect(windows.state.adapters).toEqual(before);
  });

  it("restores at the next start of Windows, when what a restart empties is empty", async () => {
    start();
    const before = windows.state.adapters;
    const change = await applied(["1.1.1.1"]);
    windows.killGuard(change.id);
    windows.change({ volatile: [] });
    const boot = spawn(process.execPath, [join(windows.folder, "bin/powershell"), "guard", change.id]);
    await new Promise((resolve) => boot.once("exit", resolve));
    expect(windows.state.adapters).toEqual(before);
    expect(await reported(change)).toBe("restored");
  });

  it("is not believed when its file says nonsense", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    windows.killGuard(change.id);
    for (const nonsense of ["", "kept 1 1 1 1", "applied x 1 1 1", "applied 1 1", "constructor 1 1 1 1"]) {
      writeFileSync(windows.guardFile(change.id, "state"), nonsense);
      // oxlint-disable-next-line no-await-in-loop -- one file, one text at a time
      expect(await reported(change)).toBe("none");
    }
  });
});
