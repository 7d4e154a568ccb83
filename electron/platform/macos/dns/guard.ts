import { fail, ok } from "../../../../shared/lib/result.ts";
import type { DnsChange, DnsGuardMark, ProcessMark } from "../../../../shared/model/dns-change.ts";
import type { DnsGuardReport, DnsOutcome, DnsRestored } from "../../dns/dns-backend.ts";
import {
  isOver,
  lookUntil,
  perhapsChanged,
  processRuns,
  readGuardFile,
  tellGuard,
  untouched,
  wordOf,
} from "../../dns/dns-parts.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { changeArguments, runMacosScript } from "./run-script.ts";

/** The guard looks every 0.4 s and writes with networksetup, which may take seconds. */
const ANSWER_MS = 30_000;

/** What the guard of a change says about itself. */
export function macosGuardReport(
  deps: MacosDnsDeps,
  id: string,
): DnsGuardReport & { readonly process: ProcessMark | null } {
  const file = /^[\da-f]{32}$/.test(id) ? readGuardFile(`${deps.places.folder}/${id}/state`) : null;
  if (file === null) return { state: "none", alive: false, secondsLeft: null, process: null };
  const alive = !isOver(file.state) && processRuns(file.process.pid);
  const waits = alive && (file.state === "armed" || file.state === "applied");
  const left = Math.max(0, Math.ceil(file.until - Date.now() / 1000));
  return { state: file.state, alive, secondsLeft: waits ? left : null, process: file.process };
}

function tell(deps: MacosDnsDeps, change: DnsChange, word: "commit" | "rollback" | "more", seconds?: number) {
  return tellGuard(`${deps.places.folder}/${change.id}/inbox`, word, wordOf(change, seconds));
}

/** Arms the guard, then switches; a run that broke off is put back. */
export async function macosApply(deps: MacosDnsDeps, change: DnsChange, signal: AbortSignal): DnsOutcome<DnsGuardMark> {
  const run = await runMacosScript(deps, "elevated", changeArguments("switch", change, deps), signal);
  if (run.ok && run.value.applied && run.value.guard !== null) return ok({ process: run.value.guard, native: {} });
  const error = run.ok ? perhapsChanged("failed", "broken off").error : run.error;
  if (error.changed === "nothing") return fail(error);
  // The abort of the caller must not keep the roll-back from being waited for.
  const seen = await rollBack(deps, change, AbortSignal.timeout(ANSWER_MS));
  return fail({ ...error, changed: seen === "restored" || seen === "theirs" ? "nothing" : "maybe" });
}

/** Asks a living guard to restore and waits for its last word; what it says already when it lives no more. */
async function rollBack(deps: MacosDnsDeps, change: DnsChange, signal: AbortSignal): Promise<DnsGuardReport["state"]> {
  const { state, alive } = macosGuardReport(deps, change.id);
  if (!alive) return state;
  tell(deps, change, "rollback");
  const last = await lookUntil(
    () => macosGuardReport(deps, change.id),
    (seen) => isOver(seen.state) || !seen.alive,
    { ms: ANSWER_MS, signal },
  );
  return last.state;
}

/** Makes the change stay; ok only after the guard's own mark. */
export async function macosCommit(deps: MacosDnsDeps, change: DnsChange, signal: AbortSignal): DnsOutcome<void> {
  const before = macosGuardReport(deps, change.id);
  if (before.state === "committed") return ok(undefined);
  if (!before.alive) return untouched("guard-gone", before.state);
  const told = tell(deps, change, "commit");
  if (!told.ok) return told;
  const last = await lookUntil(
    () => macosGuardReport(deps, change.id),
    (seen) => isOver(seen.state) || !seen.alive,
    { ms: ANSWER_MS, signal },
  );
  if (last.state === "committed") return ok(undefined);
  return perhapsChanged(last.alive ? "timed-out" : "guard-gone", last.state);
}

/** More time: seconds from now. */
export async function macosExtend(
  deps: MacosDnsDeps,
  change: DnsChange,
  seconds: number,
  signal: AbortSignal,
): DnsOutcome<void> {
  const whole = Math.min(3_600, Math.max(1, Math.floor(seconds)));
  if (!macosGuardReport(deps, change.id).alive) return untouched("guard-gone");
  const told = tell(deps, change, "more", whole);
  if (!told.ok) return told;
  const seen = await lookUntil(
    () => macosGuardReport(deps, change.id),
    ({ alive, secondsLeft }) => !alive || Math.abs((secondsLeft ?? -10) - whole) <= 3,
    { ms: ANSWER_MS, signal },
  );
  if (!seen.alive) return untouched("guard-gone", seen.state);
  return Math.abs((seen.secondsLeft ?? -10) - whole) <= 3 ? ok(undefined) : untouched("timed-out");
}

/**
 * Puts back what is still ours: by the guard while it lives, else by the same script, first as the person (an
 * administrator needs no password for networksetup), then, if allowed, elevated.
 */
export async function macosRestore(
  deps: MacosDnsDeps,
  change: DnsChange,
  elevate: boolean,
  signal: AbortSignal,
): DnsOutcome<DnsRestored> {
  if (Object.keys(change.plan.settings).length === 0 && !macosGuardReport(deps, change.id).alive)
    return ok("nothing-to-do");
  // A guard that ended long ago is not the last word: something may have been written since.
  const byGuard = macosGuardReport(deps, change.id).alive ? await rollBack(deps, change, signal) : "none";
  if (byGuard === "restored" || byGuard === "theirs") return ok(byGuard);
  const words = changeArguments("restore", change, deps);
  const own = await runMacosScript(deps, "own", words, signal);
  const run =
    !own.ok && own.error.code === "not-authorized" && elevate
      ? await runMacosScript(deps, "elevated", words, signal)
      : own;
  if (!run.ok) return run;
  const { restored } = run.value;
  if (restored === "restored" || restored === "nothing-to-do" || restored === "theirs") return ok(restored);
  return perhapsChanged("failed", "broken off");
}
