import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { KNOWN_DNS_SERVERS } from "../../../../../../shared/model/dns-settings.ts";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { never, value } from "../../fakes.ts";
import { FakeMac, serviceId, wifi, type FakeState } from "./fake-mac.ts";

let mac: FakeMac;
const changes: DnsChange[] = [];

function start(state: Partial<FakeState> = {}): FakeMac {
  mac = new FakeMac(state);
  return mac;
}

async function planned(...args: Parameters<FakeMac["planned"]>): Promise<DnsChange> {
  const change = await mac.planned(...args);
  changes.push(change);
  return change;
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

const reported = async (change: DnsChange) => (await mac.dns.guardReport(change, never())).state;
const services = () => mac.state.services;
const keepFor = (seconds: number) => ({ kind: "keep-for", deadlineSeconds: seconds }) as const;

async function applied(...args: Parameters<FakeMac["planned"]>): Promise<DnsChange> {
  const change = await planned(...args);
  const guard = await value(mac.dns.apply(change, never()));
  return { ...change, guard, state: "applied" };
}

function nothingIsLeft(change: DnsChange): void {
  expect(readdirSync(mac.deps.places.daemons)).toEqual([]);
  expect(existsSync(mac.guardFile(change.id, "private"))).toBe(false);
  expect(existsSync(mac.guardFile(change.id, "inbox"))).toBe(false);
}

afterEach(() => mac.remove(changes.splice(0)));

describe("a switch on macOS", { timeout: 300_000 }, () => {
  it("writes both families in one prompt, with a guard and a boot restore armed", async () => {
    start();
    const change = await applied(KNOWN_DNS_SERVERS.cloudflare);
    expect(services()[0]?.dns).toEqual([...KNOWN_DNS_SERVERS.cloudflare]);
    expect(mac.calls.filter(({ program }) => program === "osascript")).toHaveLength(1);
    const report = await mac.dns.guardReport(change, never());
    expect(report).toMatchObject({ state: "applied", alive: true });
    expect(report.secondsLeft).toBeGreaterThan(40);
    expect(readdirSync(mac.deps.places.daemons)).toEqual([`org.goodgateway.restore.${change.id}.plist`]);
    expect(await value(mac.dns.settingsNow(change.snapshot, never()))).toEqual(change.plan.settings);
    const programs = mac.calls.filter(({ root }) => root).map(({ program }) => program);
    expect(programs).toContain("killall");
    expect(programs).toContain("dscacheutil");
  });

  it("arms the guard before it writes anything", async () => {
    start({ modes: { networksetup: "no-effect" } });
    const change = await planned(["1.1.1.1"]);
    const outcome = await mac.dns.apply(change, never());
    expect(outcome).toMatchObject({ ok: false, error: { code: "not-effective", changed: "nothing" } });
    expect(await reported(change)).toBe("restored");
    nothingIsLeft(change);
  });

  it.each([
    ["automatic", null],
    ["one server by hand", ["9.9.9.9"]],
    ["both families and a zone by hand", ["10.0.0.53", "fe80::1%en0", "2620:fe::fe"]],
  ])("goes back to exactly the state before: %s", async (_name, dns) => {
    start({ services: [wifi({ dns, search: ["home.arpa"] }), wifi({ id: serviceId(2), name: "LAN", device: "en5" })] });
    const before = services();
    const change = await applied(KNOWN_DNS_SERVERS.google);
    expect(services()).not.toEqual(before);
    expect(await value(mac.dns.restore(change, false, never()))).toBe("restored");
    expect(services()).toEqual(before);
    expect(await reported(change)).toBe("restored");
    nothingIsLeft(change);
  });

  it("goes back to the state before after it was kept, without a guard", async () => {
    start();
    const before = services();
    const change = await applied(KNOWN_DNS_SERVERS.quad9);
    await value(mac.dns.commit(change, never()));
    expect(await mac.dns.guardReport(change, never())).toEqual({ state: "committed", alive: false, secondsLeft: null });
    await until(() => !existsSync(mac.guardFile(change.id, "inbox")));
    nothingIsLeft(change);
    expect(services()[0]?.dns).toEqual([...KNOWN_DNS_SERVERS.quad9]);
    expect(await value(mac.dns.restore(change, false, never()))).toBe("restored");
    expect(await value(mac.dns.restore(change, false, never()))).toBe("nothing-to-do");
    expect(services()).toEqual(before);
    expect(mac.calls.filter(({ program }) => program === "osascript")).toHaveLength(1);
  });

  it("says nothing when it is asked to commit twice, and refuses when the guard has gone", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    await value(mac.dns.commit(change, never()));
    expect(await mac.dns.commit(change, never())).toMatchObject({ ok: true });
    expect(await mac.dns.commit({ ...change, id: "0".repeat(32) }, never())).toMatchObject({
      ok: false,
      error: { code: "guard-gone", changed: "nothing" },
    });
    expect(await mac.dns.extend(change, 30, never())).toMatchObject({ ok: false, error: { code: "guard-gone" } });
  });

  it("leaves alone what somebody else wrote meanwhile, and says so", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    mac.edit(serviceId(1), { dns: ["10.9.8.7"] });
    expect(await value(mac.dns.restore(change, false, never()))).toBe("theirs");
    expect(services()[0]?.dns).toEqual(["10.9.8.7"]);
    expect(await reported(change)).toBe("theirs");
    nothingIsLeft(change);
  });

  it("is not confused by new servers from DHCP: they are not what was switched", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    mac.edit(serviceId(1), { given: ["192.168.0.254"] });
    expect(await value(mac.dns.restore(change, false, never()))).toBe("restored");
    expect(services()[0]).toMatchObject({ dns: null, given: ["192.168.0.254"] });
  });

  it("refuses when the servers changed between reading and writing", async () => {
    start();
    const change = await planned(["1.1.1.1"]);
    mac.edit(serviceId(1), { dns: ["10.9.8.7"] });
    expect(await mac.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "changed-meanwhile", changed: "nothing" },
    });
    expect(services()[0]?.dns).toEqual(["10.9.8.7"]);
    expect(await reported(change)).toBe("none");
    expect(readdirSync(mac.deps.places.daemons)).toEqual([]);
  });

  it("refuses a second change while one is open", async () => {
    start({ services: [wifi(), wifi({ id: serviceId(2), name: "LAN", device: "en5" })] });
    await applied(["1.1.1.1"]);
    const second = await planned(["9.9.9.9"], { linkId: serviceId(2) });
    expect(await mac.dns.apply(second, never())).toMatchObject({
      ok: false,
      error: { code: "busy", changed: "nothing" },
    });
    expect(services()[1]?.dns).toBeNull();
  });

  it("breaks the lock of a run that was killed, and waits for one that is alive", async () => {
    start();
    const change = await planned(["1.1.1.1"]);
    const lock = `${mac.deps.places.folder}/lock`;
    mkdirSync(lock, { recursive: true });
    writeFileSync(`${lock}/pid`, String(process.pid));
    expect(await mac.dns.apply(change, never())).toMatchObject({
      ok: false,
      error: { code: "busy", changed: "nothing" },
    });
    writeFileSync(`${lock}/pid`, "4194305");
    expect((await mac.dns.apply(change, never())).ok).toBe(true);
    expect(existsSync(lock)).toBe(false);
    await value(mac.dns.restore(change, false, never()));
  });

  it("takes a read-back that is stale for a while", async () => {
    start({ modes: { networksetup: "stale" } });
    const change = await applied(["1.1.1.1"]);
    expect(await value(mac.dns.restore(change, false, never()))).toBe("restored");
    expect(services()[0]?.dns).toBeNull();
  });
});

describe("the guard on macOS", { timeout: 300_000 }, () => {
  it("restores at the deadline, with nobody left who asks", async () => {
    start();
    const change = await applied(["1.1.1.1"], { mode: keepFor(6) });
    await until(async () => (await reported(change)) === "restored");
    expect(services()[0]?.dns).toBeNull();
    nothingIsLeft(change);
  });

  it("restores when the app is gone, but not with keep-for", async () => {
    start();
    const app = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { stdio: "ignore" });
    const change = await applied(["1.1.1.1"], { ownerPid: app.pid ?? 0 });
    app.kill("SIGKILL");
    await until(async () => (await reported(change)) === "restored");
    expect(services()[0]?.dns).toBeNull();
    const again = await planned(["1.1.1.1"], { ownerPid: app.pid ?? 0 });
    expect(await mac.dns.apply(again, never())).toMatchObject({
      ok: false,
      error: { code: "guard-not-armed", changed: "nothing" },
    });
    const kept = await applied(["1.1.1.1"], { ownerPid: app.pid ?? 0, mode: keepFor(600) });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await reported(kept)).toBe("applied");
  });

  it("gives more time when asked with the token, and ignores every other word", async () => {
    start();
    const change = await applied(["1.1.1.1"], { mode: keepFor(60) });
    await value(mac.dns.extend(change, 600, never()));
    expect((await mac.dns.guardReport(change, never())).secondsLeft).toBeGreaterThan(500);
    writeFileSync(mac.guardFile(change.id, "inbox/commit"), "0".repeat(64));
    mkdirSync(mac.guardFile(change.id, "inbox/rollback"));
    const secret = `${mac.folder}/secret`;
    writeFileSync(secret, change.token);
    symlinkSync(secret, mac.guardFile(change.id, "inbox/more"));
    await until(() => readdirSync(mac.guardFile(change.id, "inbox")).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await reported(change)).toBe("applied");
    expect(readFileSync(secret, "utf8")).toBe(change.token);
  });

  it("does not follow a link to a good token, nor wait on a pipe", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    const real = `${mac.folder}/token`;
    writeFileSync(real, change.token);
    symlinkSync(real, mac.guardFile(change.id, "inbox/commit"));
    await until(() => !existsSync(mac.guardFile(change.id, "inbox/commit")));
    const pipe = spawn("/usr/bin/mkfifo", [mac.guardFile(change.id, "inbox/commit")]);
    await new Promise((resolve) => pipe.once("exit", resolve));
    await until(() => !existsSync(mac.guardFile(change.id, "inbox/commit")));
    expect(await reported(change)).toBe("applied");
    await value(mac.dns.commit(change, never()));
  });

  it("is restored at the next boot when the power failed before Keep, and not after", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    process.kill(change.guard?.process?.pid ?? 0, "SIGKILL");
    await until(async () => !(await mac.dns.guardReport(change, never())).alive);
    const script = mac.guardFile(change.id, "private/script");
    const boot = () =>
      new Promise((resolve) =>
        spawn("/bin/sh", [script, "boot", change.id], { stdio: "ignore" }).once("exit", resolve),
      );
    await boot();
    expect(services()[0]?.dns).toEqual(["1.1.1.1"]);
    mac.change({ boot: "BOOT-2" });
    await boot();
    expect(services()[0]?.dns).toBeNull();
    expect(await reported(change)).toBe("restored");
    nothingIsLeft(change);
  });

  it("keeps a change whose committed mark was written before the power failed", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    process.kill(change.guard?.process?.pid ?? 0, "SIGKILL");
    writeFileSync(mac.guardFile(change.id, "private/committed"), "");
    mac.change({ boot: "BOOT-2" });
    const script = mac.guardFile(change.id, "private/script");
    await new Promise((resolve) => spawn("/bin/sh", [script, "boot", change.id]).once("exit", resolve));
    expect(services()[0]?.dns).toEqual(["1.1.1.1"]);
    expect(await reported(change)).toBe("committed");
    nothingIsLeft(change);
  });

  it("is made good by recovery when it was killed", async () => {
    start();
    const change = await applied(["1.1.1.1"]);
    process.kill(change.guard?.process?.pid ?? 0, "SIGKILL");
    await until(async () => !(await mac.dns.guardReport(change, never())).alive);
    expect(await mac.dns.commit(change, never())).toMatchObject({ ok: false, error: { code: "guard-gone" } });
    expect(await value(mac.dns.restore(change, false, never()))).toBe("restored");
    expect(services()[0]?.dns).toBeNull();
  });

  it("gets the settings back when the service returns", async () => {
    start();
    const change = await applied(["1.1.1.1"], { mode: keepFor(6) });
    mac.edit(serviceId(1), { enabled: false });
    await until(async () => (await reported(change)) === "stuck");
    mac.edit(serviceId(1), { enabled: true });
    await until(async () => (await reported(change)) === "restored");
    expect(services()[0]?.dns).toBeNull();
  });
});
