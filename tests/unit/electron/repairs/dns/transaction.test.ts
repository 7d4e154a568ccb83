import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import type { DnsFailure } from "../../../../../electron/platform/dns/dns-backend.ts";
import type { DnsDesk } from "../../../../../electron/repairs/dns/desk.ts";
import { dnsJournal, isOpen } from "../../../../../electron/repairs/dns/journal.ts";
import { recoverDns } from "../../../../../electron/repairs/dns/recover.ts";
import {
  keepChange,
  rollBackChange,
  switchDns,
  type DnsSwitchHooks,
  type DnsSwitchResult,
} from "../../../../../electron/repairs/dns/switch.ts";
import { undoDns } from "../../../../../electron/repairs/dns/undo.ts";
import { fakeBackend, fakeMachine, type FakeMachine } from "./fake-backend.ts";

const BEFORE = { device: "automatic", profile: null };
const AFTER = { device: "1.1.1.1,2606:4700:4700::1111", profile: "1.1.1.1,2606:4700:4700::1111" };
const { signal } = new AbortController();

let folder: string;
let machine: FakeMachine;
let desk: DnsDesk;
let random: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-dns-"));
  machine = fakeMachine();
  random = 0;
  desk = newDesk();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a program that starts anew has: the same machine and disk, nothing else. */
function newDesk(): DnsDesk {
  return {
    backend: fakeBackend(machine),
    journal: dnsJournal(folder),
    lock: async () => ({ release: async () => undefined }),
    appVersion: "1.0.0",
    now: () => new Date(Date.UTC(2026, 0, 1) + 1_000 * random),
    randomHex: (bytes) => (random++).toString(16).padStart(bytes * 2, "0"),
  };
}

const hooks: DnsSwitchHooks<string> = {
  obstacles: async () => [],
  agree: async () => true,
  afterCheck: async () => true,
  onStep: () => undefined,
};

function use(more: Partial<DnsSwitchHooks<string>> = {}, kind: "ask" | "keep-for" = "ask") {
  const servers = ["1.1.1.1", "2606:4700:4700::1111"];
  const request = { servers, linkId: null, mode: { kind, deadlineSeconds: 60 } };
  return switchDns(desk, request, { ...hooks, ...more }, signal);
}

function opened(result: DnsSwitchResult<string>) {
  if (result.kind !== "open") throw new Error(`not open: ${JSON.stringify(result)}`);
  return result.change;
}

const failure = (code: DnsFailure["code"], changed: DnsFailure["changed"]): DnsFailure => ({
  code,
  detail: "",
  changed,
});
const onDisk = () => dnsJournal(folder).list().changes;

describe("a switch", () => {
  test("P5: is on the disk before anything is touched, and open until it is kept", async () => {
    let seen: unknown;
    machine.meanwhile = () => (seen = onDisk()[0]?.state);
    const change = opened(await use());
    expect(seen).toBe("planned");
    expect(change).toMatchObject({ state: "verified", confirmed: false, guard: { process: { pid: 200 } } });
    expect(machine.settings).toStrictEqual({ ...AFTER, profile: null });
    expect(await keepChange(desk, change, signal)).toMatchObject({ ok: true, value: { state: "committed" } });
    expect(machine.settings).toStrictEqual(AFTER);
    expect(onDisk()).toMatchObject([{ state: "committed", confirmed: true }]);
  });

  test("does not begin where something stands against it", async () => {
    expect(await use({ obstacles: async () => ["vpn"] })).toStrictEqual({ kind: "obstacles", obstacles: ["vpn"] });
    expect(await use({ agree: async () => false })).toStrictEqual({ kind: "declined" });
    expect(machine.calls).not.toContain("apply");
    expect(onDisk()).toStrictEqual([]);
  });

  test("that was refused at the prompt leaves nothing, and says so", async () => {
    machine.fails.apply = failure("cancelled", "nothing");
    expect(await use()).toMatchObject({ kind: "failed", failure: { code: "cancelled", changed: "nothing" } });
    expect(onDisk()).toMatchObject([{ state: "undone", end: "never-applied" }]);
    expect(machine.calls).not.toContain("restore");
  });

  test("that failed half-way is put back", async () => {
    machine.fails.apply = failure("input-output-error", "maybe");
    expect(await use()).toMatchObject({ kind: "rolled-back", because: "input-output-error", restored: "restored" });
    expect(machine.settings).toStrictEqual(BEFORE);
    expect(onDisk()).toMatchObject([{ state: "undone", end: "restored" }]);
  });

  test("that had no effect is rolled back and never called done", async () => {
    machine.withoutEffect = true;
    expect(await use()).toMatchObject({ kind: "rolled-back", because: "not-effective" });
    expect(machine.settings).toStrictEqual(BEFORE);
  }, 20_000);

  test("that made things worse is rolled back", async () => {
    expect(await use({ afterCheck: async () => false })).toMatchObject({ kind: "rolled-back", because: "worse" });
    expect(machine.settings).toStrictEqual(BEFORE);
  });

  test("whose roll-back fails says so, and the next start puts it back", async () => {
    machine.fails.restore = failure("input-output-error", "maybe");
    expect(await use({ afterCheck: async () => false })).toMatchObject({ restored: "not-restored" });
    machine.running.clear();
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({ recoveries: [{ outcome: "closed" }] });
    expect(machine.settings).toStrictEqual(BEFORE);
  });

  test("P5: is refused when the journal cannot be written, before anything is touched", async () => {
    desk = { ...desk, journal: { ...desk.journal, write: () => fail({ code: "no-space", detail: "ENOSPC" }) } };
    expect(await use()).toMatchObject({ kind: "failed", failure: { code: "no-space", changed: "nothing" } });
    expect(machine.calls).not.toContain("apply");
  });

  test("is put back when the journal cannot be written any more afterwards", async () => {
    let writes = 0;
    const { journal } = desk;
    const write: typeof journal.write = (change) => {
      writes += 1;
      return writes === 2 ? fail({ code: "input-output-error", detail: "EIO" }) : journal.write(change);
    };
    desk = { ...desk, journal: { ...journal, write } };
    expect(await use()).toMatchObject({ kind: "rolled-back", because: "input-output-error" });
    expect(machine.settings).toStrictEqual(BEFORE);
  });

  test("to what is set already is refused", async () => {
    machine.settings = { ...AFTER };
    expect(await use()).toMatchObject({ kind: "failed", failure: { code: "not-effective", detail: "already set" } });
  });

  test("is refused while another program of ours is at work", async () => {
    desk = { ...desk, lock: async () => null };
    expect(await use()).toMatchObject({ kind: "failed", failure: { code: "busy" } });
    expect(await recoverDns(desk, false, signal)).toStrictEqual({ kind: "busy" });
  });

  test("is refused while a timed change is open", async () => {
    opened(await use({}, "keep-for"));
    machine.running.clear();
    expect(await use()).toMatchObject({ kind: "failed", failure: { code: "busy" } });
    expect(machine.settings["device"]).toBe(AFTER.device);
  });
});

describe("keeping", () => {
  test("that the guard does not confirm is no keeping: everything goes back", async () => {
    const change = opened(await use());
    machine.fails.commit = failure("guard-gone", "maybe");
    expect(await keepChange(desk, change, signal)).toMatchObject({ ok: false, error: { code: "guard-gone" } });
    expect(machine.settings).toStrictEqual(BEFORE);
    expect(onDisk()).toMatchObject([{ state: "undone", confirmed: false }]);
  });

  test("P5: is not told to the guard before it is on the disk", async () => {
    const change = opened(await use());
    desk = { ...desk, journal: { ...desk.journal, write: () => fail({ code: "no-space", detail: "ENOSPC" }) } };
    expect(await keepChange(desk, change, signal)).toMatchObject({ ok: false, error: { code: "no-space" } });
    expect(machine.calls).not.toContain("commit");
  });
});

describe("undo", () => {
  test("brings back exactly what was there: automatic and absent", async () => {
    await keepChange(desk, opened(await use()), signal);
    expect(await undoDns(desk, null, signal)).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(machine.settings).toStrictEqual(BEFORE);
    expect(await undoDns(desk, null, signal)).toStrictEqual(fail({ code: "nothing-to-undo" }));
  });

  test("leaves what somebody else set since, and says so", async () => {
    await keepChange(desk, opened(await use()), signal);
    machine.settings["device"] = "10.8.0.1";
    expect(await undoDns(desk, null, signal)).toMatchObject({ ok: true, value: { restored: "theirs" } });
    expect(machine.settings).toStrictEqual({ device: "10.8.0.1", profile: null });
    expect(onDisk()).toMatchObject([{ end: "theirs-now" }]);
  });

  test("names a change by its id, and none twice", async () => {
    const change = opened(await use());
    await rollBackChange(desk, change, signal);
    expect(await undoDns(desk, change.id, signal)).toStrictEqual(fail({ code: "already-undone" }));
    expect(await undoDns(desk, "f".repeat(32), signal)).toStrictEqual(fail({ code: "nothing-to-undo" }));
  });

  test("does not write one network's servers onto another unless told to", async () => {
    machine.manager = "plain-file";
    const open = opened(await use());
    await keepChange(desk, open, signal);
    const kept = { ...machine.settings };
    machine.network = "cafe";
    expect(await undoDns(desk, null, signal)).toStrictEqual(fail({ code: "other-network" }));
    expect(machine.settings).toStrictEqual(kept);
    expect(onDisk()).toMatchObject([{ state: "committed", restoring: false }]);
    expect(await undoDns(desk, null, signal, true)).toMatchObject({ ok: true, value: { restored: "restored" } });
    expect(machine.settings).toStrictEqual(BEFORE);
  });

  test.each([
    ["the network is not known now", "plain-file", null],
    ["it is the same network", "plain-file", "home"],
    ["the setting belongs to a profile of its own", "network-manager", "cafe"],
  ] as const)("goes ahead where %s", async (_why, manager, network) => {
    machine.manager = manager;
    await keepChange(desk, opened(await use()), signal);
    machine.network = network;
    expect(await undoDns(desk, null, signal)).toMatchObject({ ok: true, value: { restored: "restored" } });
  });

  test("of a change that nobody kept goes ahead on any network", async () => {
    machine.manager = "plain-file";
    opened(await use());
    machine.network = "cafe";
    expect(await undoDns(desk, null, signal)).toMatchObject({ ok: true, value: { restored: "restored" } });
  });

  test("that was cut short is finished by the next start", async () => {
    const kept = await keepChange(desk, opened(await use()), signal);
    if (!kept.ok) throw new Error("not kept");
    machine.fails.restore = failure("failed", "maybe");
    expect((await undoDns(desk, null, signal)).ok).toBe(false);
    expect(onDisk()).toMatchObject([{ state: "committed", restoring: true }]);
    machine.running.clear();
    await recoverDns(newDesk(), false, signal);
    expect(machine.settings).toStrictEqual(BEFORE);
  });
});

describe("recovery", () => {
  test("leaves a change alone whose owner and guard are at work", async () => {
    opened(await use());
    expect(await recoverDns(newDesk(), true, signal)).toMatchObject({ recoveries: [{ outcome: "live" }] });
    expect(machine.settings["device"]).toBe(AFTER.device);
  });

  test("puts back what a dead program left behind", async () => {
    opened(await use());
    machine.running.clear();
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({
      recoveries: [{ outcome: "closed", change: { state: "undone", end: "restored" } }],
    });
    expect(machine.settings).toStrictEqual(BEFORE);
    expect(onDisk().filter((change) => isOpen(change))).toStrictEqual([]);
  });

  test("says that the guard put it back, also before the guard has written so", async () => {
    opened(await use());
    machine.running.clear();
    machine.settings = { ...BEFORE };
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({
      recoveries: [{ outcome: "closed", change: { state: "undone", end: "restored-by-guard" } }],
    });
  });

  test("says that a change was never made when nothing tells that it was", async () => {
    const change = opened(await use());
    desk.journal.write({ ...change, state: "planned" });
    machine.running.clear();
    machine.settings = { ...BEFORE };
    machine.guard = { state: "armed", alive: false, secondsLeft: null };
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({
      recoveries: [{ outcome: "closed", change: { end: "never-applied" } }],
    });
  });

  test("says that it needs rights instead of prompting unasked, and does it when asked", async () => {
    opened(await use());
    machine.running.clear();
    machine.guard = { state: "none", alive: false, secondsLeft: null };
    machine.fails.restore = failure("not-authorized", "nothing");
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({ recoveries: [{ outcome: "needs-admin" }] });
    expect(await recoverDns(newDesk(), true, signal)).toMatchObject({ recoveries: [{ outcome: "closed" }] });
    expect(machine.settings).toStrictEqual(BEFORE);
  });

  test("after a restart finds what the restart healed", async () => {
    opened(await use());
    machine.bootId = "boot-2";
    machine.settings = { ...BEFORE };
    machine.guard = { state: "none", alive: false, secondsLeft: null };
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({
      recoveries: [{ outcome: "closed", change: { end: "restored-by-restart" } }],
    });
  });

  test("takes the guard's word that a change was kept, when the program died before it could note that", async () => {
    const change = opened(await use());
    await desk.backend.commit(change, signal);
    machine.running.clear();
    expect(await recoverDns(newDesk(), false, signal)).toMatchObject({
      recoveries: [{ outcome: "closed", change: { state: "committed" } }],
    });
    expect(machine.settings).toStrictEqual(AFTER);
  });

  test("keeps, after a restart, what the person had kept and all of which still stands", async () => {
    const change = opened(await use());
    desk.journal.write({ ...change, confirmed: true });
    machine.settings = { ...AFTER };
    machine.bootId = "boot-2";
    machine.guard = { state: "none", alive: false, secondsLeft: null };
    await recoverDns(newDesk(), false, signal);
    expect(onDisk()).toMatchObject([{ state: "committed" }]);
    expect(machine.settings).toStrictEqual(AFTER);
  });

  test("puts back what was half kept when the lights went out", async () => {
    const change = opened(await use());
    desk.journal.write({ ...change, confirmed: true });
    machine.settings = { device: BEFORE.device, profile: AFTER.profile };
    machine.bootId = "boot-2";
    machine.guard = { state: "none", alive: false, secondsLeft: null };
    await recoverDns(newDesk(), false, signal);
    expect(machine.settings).toStrictEqual(BEFORE);
    expect(onDisk()).toMatchObject([{ state: "undone" }]);
  });

  test("twice is once", async () => {
    opened(await use());
    machine.running.clear();
    await recoverDns(newDesk(), false, signal);
    expect(await recoverDns(newDesk(), false, signal)).toStrictEqual({ kind: "done", recoveries: [] });
  });
});

test("the fake keeps what it is told", async () => {
  expect(await fakeBackend(machine).settingsNow(opened(await use()).snapshot, signal)).toStrictEqual(
    ok({ ...AFTER, profile: null }),
  );
});
