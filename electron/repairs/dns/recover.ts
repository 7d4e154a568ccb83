import { ok } from "../../../shared/lib/result.ts";
import type { DnsChange, DnsChangeEnd } from "../../../shared/model/dns-change.ts";
import type { DnsFailure, DnsGuardReport } from "../../platform/dns/dns-backend.ts";
import { isAll, standingOf } from "./compare.ts";
import { close, record, underLock, type DnsDesk } from "./desk.ts";
import { isOpen } from "./journal.ts";
import { putBack } from "./put-back.ts";

/** What became of one open change. */
export interface DnsRecovery {
  readonly change: DnsChange;
  /**
   * `live`: its owner or guard is at work, left alone. `closed`: put right (see change.state and change.end).
   * `needs-admin`: must be put back, but that takes a prompt nobody asked for yet. `failed`: could not be put back.
   */
  readonly outcome: "live" | "closed" | "needs-admin" | "failed";
  /** Set for `failed`. */
  readonly failure: DnsFailure | null;
}

/** What a recovery did. `busy`: another program of ours is at work right now; nothing was looked at. */
export type DnsRecoveryRun =
  | { readonly kind: "done"; readonly recoveries: readonly DnsRecovery[] }
  | { readonly kind: "busy" };

/**
 * Puts right whatever an interrupted change left behind. Runs at every start; needs no network; leaves changes alone
 * whose owner or guard is at work. `elevate`: may prompt for the administrator's rights.
 */
export async function recoverDns(desk: DnsDesk, elevate: boolean, signal: AbortSignal): Promise<DnsRecoveryRun> {
  const run = await underLock(desk, async () => ok(await recoverOpenChanges(desk, elevate, signal)));
  return run.ok ? { kind: "done", recoveries: run.value } : { kind: "busy" };
}

/** The same for callers that hold the lock. Oldest last: a newer change stands on top of an older one. */
export async function recoverOpenChanges(
  desk: DnsDesk,
  elevate: boolean,
  signal: AbortSignal,
): Promise<readonly DnsRecovery[]> {
  const recoveries: DnsRecovery[] = [];
  for (const change of desk.journal.list().changes.filter((one) => isOpen(one))) {
    // One after the other: they may concern the same setting.
    // oxlint-disable-next-line no-await-in-loop
    recoveries.push(await recoverOne(desk, change, elevate, signal));
  }
  return recoveries;
}

async function recoverOne(
  desk: DnsDesk,
  change: DnsChange,
  elevate: boolean,
  signal: AbortSignal,
): Promise<DnsRecovery> {
  const guard = await desk.backend.guardReport(change, signal);
  const sameBoot = change.bootId === (await desk.backend.host.bootId());
  const ownerAlive = sameBoot && (await desk.backend.host.isRunning(change.owner));
  if (isLive(change, guard, ownerAlive)) return { change, outcome: "live", failure: null };
  if (!change.restoring && (await wasKept(desk, change, { guard, sameBoot }, signal))) {
    const kept = record(desk, change, { state: "committed" });
    return { change: kept.ok ? kept.value : change, outcome: "closed", failure: null };
  }
  if (guard.state === "restored" || guard.state === "theirs") {
    const end = guard.state === "theirs" ? "theirs-now" : "restored-by-guard";
    return { change: close(desk, change, end), outcome: "closed", failure: null };
  }
  const nothingMeans = endOfNothing(change, guard, sameBoot);
  const back = await putBack(desk, change, { elevate, nothingMeans }, signal);
  if (back.ok) return { change: back.value.change, outcome: "closed", failure: null };
  if (await isAsBefore(desk, change, signal)) {
    return { change: close(desk, change, nothingMeans), outcome: "closed", failure: null };
  }
  const prompt = back.error.code === "not-authorized" && !elevate;
  return { change, outcome: prompt ? "needs-admin" : "failed", failure: prompt ? null : back.error };
}

/**
 * How a change ended of which nothing stands any more, although no mark says that anybody put it back. The guard of a
 * program that was lost a moment ago restores first and writes its mark after: a start in between must not say that there
 * was no change.
 */
function endOfNothing(change: DnsChange, guard: DnsGuardReport, sameBoot: boolean): DnsChangeEnd {
  if (!sameBoot) return "restored-by-restart";
  return change.state === "planned" && guard.state !== "applied" ? "never-applied" : "restored-by-guard";
}

/** A change that is being put back is nobody's any more once its owner is gone, whatever the guard says. */
function isLive(change: DnsChange, guard: DnsGuardReport, ownerAlive: boolean): boolean {
  const waiting = guard.alive && (guard.state === "armed" || guard.state === "applied");
  if (waiting && change.mode.kind === "keep-for") return true;
  return ownerAlive && (waiting || change.state === "planned" || change.restoring);
}

/**
 * The guard's own mark says that it is kept. A restart wipes the mark: then it was kept if the person had said so and
 * all of it, what only keeping writes included, still stands.
 */
async function wasKept(
  desk: DnsDesk,
  change: DnsChange,
  seen: { readonly guard: DnsGuardReport; readonly sameBoot: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  if (seen.guard.state === "committed") return true;
  if (!change.confirmed || seen.sameBoot) return false;
  const now = await desk.backend.settingsNow(change.snapshot, signal);
  return now.ok && isAll({ ...change.plan.settings, ...change.plan.kept }, now.value);
}

async function isAsBefore(desk: DnsDesk, change: DnsChange, signal: AbortSignal): Promise<boolean> {
  const now = await desk.backend.settingsNow(change.snapshot, signal);
  const after = { ...change.plan.settings, ...change.plan.kept };
  return now.ok && standingOf(change.snapshot.settings, after, now.value) === "before";
}
