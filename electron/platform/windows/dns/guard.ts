import { existsSync } from "node:fs";
import { fail, ok } from "../../../../shared/lib/result.ts";
import type { DnsChange, DnsGuardMark, ProcessMark } from "../../../../shared/model/dns-change.ts";
import type { DnsSettings } from "../../../../shared/model/dns-settings.ts";
import type { DnsGuardReport, DnsOutcome, DnsRestored } from "../../dns/dns-backend.ts";
import {
  isOver,
  lookUntil,
  perhapsChanged,
  readGuardFile,
  tellGuard,
  untouched,
  untouchedReading,
  wordOf,
  type GuardFile,
} from "../../dns/dns-parts.ts";
import type { WindowsDnsDeps } from "./deps.ts";
import { runElevated, valuesOf } from "./elevate.ts";
import { windowsSettingsNow } from "./settings.ts";

/** The guard looks twice a second; PowerShell on a busy machine needs its time. */
const ANSWER_MS = 40_000;
/** A guard that has not said for this long that it runs is gone; one of SYSTEM cannot be asked any other way. */
const SILENCE_SECONDS = 15;

type Seen = DnsGuardReport & { readonly process: ProcessMark | null };

/** What the guard of a change says about itself. */
export function windowsGuardReport(deps: WindowsDnsDeps, id: string): Seen {
  const file = /^[\da-f]{32}$/.test(id) ? guardFile(`${deps.guardFolder}/${id}`) : null;
  if (file === null) return { state: "none", alive: false, secondsLeft: null, process: null };
  const now = Date.now() / 1000;
  const alive = !isOver(file.state) && Math.abs(now - (file.beat ?? 0)) < SILENCE_SECONDS;
  const waits = alive && (file.state === "armed" || file.state === "applied");
  return {
    state: file.state,
    alive,
    secondsLeft: waits ? Math.max(0, Math.ceil(file.until - now)) : null,
    process: file.process,
  };
}

/** Windows replaces a file in two steps, so it may be away for a moment: a guard that is at work is looked at again. */
function guardFile(folder: string): GuardFile | null {
  for (let looks = 0; looks < 4; looks += 1) {
    const file = readGuardFile(`${folder}/state`);
    if (file !== null || !existsSync(folder)) return file;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15);
  }
  return null;
}

function tell(deps: WindowsDnsDeps, change: DnsChange, word: "commit" | "rollback" | "more", seconds?: number) {
  return tellGuard(`${deps.guardFolder}/${change.id}/inbox`, word, wordOf(change, seconds));
}

function lookAt(deps: WindowsDnsDeps, change: DnsChange, signal: AbortSignal, done: (seen: Seen) => boolean) {
  return lookUntil(() => windowsGuardReport(deps, change.id), done, { ms: ANSWER_MS, signal });
}

/** Asks a living guard to restore and waits for its last word; what it says already when it lives no more. */
async function rollBack(
  deps: WindowsDnsDeps,
  change: DnsChange,
  signal: AbortSignal,
): Promise<DnsGuardReport["state"]> {
  const { state, alive } = windowsGuardReport(deps, change.id);
  if (!alive) return state;
  tell(deps, change, "rollback");
  return (await lookAt(deps, change, signal, (seen) => isOver(seen.state) || !seen.alive)).state;
}

/** Arms the guard, then switches; a run that broke off is put back. */
export async function windowsApply(
  deps: WindowsDnsDeps,
  change: DnsChange,
  signal: AbortSignal,
): DnsOutcome<DnsGuardMark> {
  const run = await runElevated(deps, valuesOf("switch", change), signal);
  const guard = windowsGuardReport(deps, change.id);
  // Without an exit code the guard's word is what counts.
  if (run.ok && guard.state === "applied" && guard.alive) return ok({ process: guard.process, native: {} });
  const error = run.ok ? perhapsChanged("failed", `guard ${guard.state}`).error : run.error;
  if (error.changed === "nothing") return fail(error);
  // The abort of the caller must not keep the roll-back from being waited for.
  const seen = await rollBack(deps, change, AbortSignal.timeout(ANSWER_MS));
  const back = (seen === "restored" || seen === "theirs") && (await oursIsGone(deps, change));
  return fail({ ...error, changed: back ? "nothing" : "maybe" });
}

/** A last word may be older than the last thing a slow run wrote: what counts is what stands there. */
async function oursIsGone(deps: WindowsDnsDeps, change: DnsChange): Promise<boolean> {
  const now = await windowsSettingsNow(deps, change.snapshot, AbortSignal.timeout(ANSWER_MS));
  return now.ok && !whoseNow(change, now.value).includes("ours");
}

/** Of each setting of the plan: is it as before, as we wrote it, or somebody else's? */
function whoseNow(change: DnsChange, now: DnsSettings): readonly ("before" | "ours" | "theirs")[] {
  return Object.entries(change.plan.settings).map(([name, ours]) => {
    const is = now[name] ?? null;
    if (is === (change.snapshot.settings[name] ?? null)) return "before";
    return is === ours ? "ours" : "theirs";
  });
}

/** Makes the change stay; ok only after the guard's own mark. */
export async function windowsCommit(deps: WindowsDnsDeps, change: DnsChange, signal: AbortSignal): DnsOutcome<void> {
  const before = windowsGuardReport(deps, change.id);
  if (before.state === "committed") return ok(undefined);
  if (!before.alive) return untouched("guard-gone", before.state);
  const told = tell(deps, change, "commit");
  if (!told.ok) return told;
  const last = await lookAt(deps, change, signal, (seen) => isOver(seen.state) || !seen.alive);
  if (last.state === "committed") return ok(undefined);
  return perhapsChanged(last.alive ? "timed-out" : "guard-gone", last.state);
}

/** More time: seconds from now. */
export async function windowsExtend(
  deps: WindowsDnsDeps,
  change: DnsChange,
  seconds: number,
  signal: AbortSignal,
): DnsOutcome<void> {
  const whole = Math.min(3_600, Math.max(1, Math.floor(seconds)));
  if (!windowsGuardReport(deps, change.id).alive) return untouched("guard-gone");
  const told = tell(deps, change, "more", whole);
  if (!told.ok) return told;
  const heard = ({ secondsLeft }: Seen) => Math.abs((secondsLeft ?? -10) - whole) <= 3;
  const seen = await lookAt(deps, change, signal, (one) => !one.alive || heard(one));
  if (!seen.alive) return untouched("guard-gone", seen.state);
  return heard(seen) ? ok(undefined) : untouched("timed-out");
}

/** Puts back what is still ours: by the guard while it lives, else elevated; no prompt when nothing of ours is left. */
export async function windowsRestore(
  deps: WindowsDnsDeps,
  change: DnsChange,
  elevate: boolean,
  signal: AbortSignal,
): DnsOutcome<DnsRestored> {
  // A guard that ended long ago is not the last word: something may have been written since.
  const byGuard = windowsGuardReport(deps, change.id).alive ? await rollBack(deps, change, signal) : "none";
  if (byGuard === "restored" || byGuard === "theirs") return ok(byGuard);
  const now = await windowsSettingsNow(deps, change.snapshot, signal);
  if (!now.ok) return untouchedReading(now.error);
  const left = whoseNow(change, now.value);
  if (!left.includes("ours")) return ok(left.includes("theirs") ? "theirs" : "nothing-to-do");
  if (!elevate) return untouched("not-authorized");
  const run = await runElevated(deps, valuesOf("restore", change), signal);
  if (!run.ok) return run;
  if (run.value === "done") return ok("restored");
  return run.value === null ? perhapsChanged("failed", "no exit code") : ok(run.value);
}
