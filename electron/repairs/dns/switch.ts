import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsChange, DnsChangeMode } from "../../../shared/model/dns-change.ts";
import type { DnsPlan, DnsSnapshot, DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsRestored } from "../../platform/dns/dns-backend.ts";
import { isAll } from "./compare.ts";
import { record, underLock, type DnsDesk } from "./desk.ts";
import { putBack } from "./put-back.ts";
import { recoverOpenChanges } from "./recover.ts";

/** What is asked for. */
export interface DnsSwitchRequest {
  /** IP literals, v4 and v6 together, best first. */
  readonly servers: readonly string[];
  /** Null: the link with the default route. */
  readonly linkId: string | null;
  readonly mode: DnsChangeMode;
}

/** Steps as they begin, for the face that shows them. */
export type DnsSwitchStep = "look" | "prepare" | "ask" | "read-back" | "check" | "roll-back" | "done";

/** What others decide along the way. */
export interface DnsSwitchHooks<Obstacle> {
  /** Reasons not to switch (VPN, policy, portal...), asked before anything is touched; empty: go on. */
  readonly obstacles: (status: DnsStatus) => Promise<readonly Obstacle[]>;
  /** Shows the exact commands; false stops before anything is touched. */
  readonly agree: (plan: DnsPlan, snapshot: DnsSnapshot) => Promise<boolean>;
  /** Is it good with the new servers? False rolls back. */
  readonly afterCheck: (change: DnsChange, signal: AbortSignal) => Promise<boolean>;
  readonly onStep: (step: DnsSwitchStep) => void;
}

/** How a switch went. Nothing but `open` leaves anything changed, except a `not-restored` roll-back, which says so. */
export type DnsSwitchResult<Obstacle> =
  | { readonly kind: "obstacles"; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: "declined" }
  | { readonly kind: "failed"; readonly failure: DnsFailure }
  | {
      readonly kind: "rolled-back";
      readonly because: DnsFailure["code"] | "worse";
      readonly restored: DnsRestored | "not-restored";
      readonly change: DnsChange;
    }
  /** Verified and waiting: for {@link keepChange}, or for the guard's deadline. */
  | { readonly kind: "open"; readonly change: DnsChange };

/** How long a system may take until what was written is what is read (NetworkManager answers before it is done). */
const READ_BACK_MS = 4_000;
const READ_BACK_PAUSE_MS = 100;

/**
 * Switches DNS servers: look, guard conditions, snapshot, journal, guard and switch, read back, after-check. At every
 * point a crash leaves the machine as it was, or the guard or {@link recoverOpenChanges} puts it back.
 */
export async function switchDns<Obstacle>(
  desk: DnsDesk,
  request: DnsSwitchRequest,
  hooks: DnsSwitchHooks<Obstacle>,
  signal: AbortSignal,
): Promise<DnsSwitchResult<Obstacle>> {
  const run = await underLock(desk, async () => ok(await switchUnderLock(desk, request, hooks, signal)));
  return run.ok ? run.value : { kind: "failed", failure: run.error };
}

function failed(failure: DnsFailure): { readonly kind: "failed"; readonly failure: DnsFailure } {
  return { kind: "failed", failure };
}

async function switchUnderLock<Obstacle>(
  desk: DnsDesk,
  request: DnsSwitchRequest,
  hooks: DnsSwitchHooks<Obstacle>,
  signal: AbortSignal,
): Promise<DnsSwitchResult<Obstacle>> {
  hooks.onStep("look");
  const left = await recoverOpenChanges(desk, false, signal);
  if (left.some(({ outcome }) => outcome !== "closed")) {
    return failed({ code: "busy", detail: "open change", changed: "nothing" });
  }
  const status = await desk.backend.read(signal);
  if (!status.ok) return failed({ code: "failed", detail: status.error.code, changed: "nothing" });
  const obstacles = await hooks.obstacles(status.value);
  if (obstacles.length > 0) return { kind: "obstacles", obstacles };

  hooks.onStep("prepare");
  const planned = await planChange(desk, request, signal);
  if (!planned.ok) return failed(planned.error);
  if (isAll(planned.value.plan.settings, planned.value.snapshot.settings)) {
    return failed({ code: "not-effective", detail: "already set", changed: "nothing" });
  }
  if (!(await hooks.agree(planned.value.plan, planned.value.snapshot))) return { kind: "declined" };
  const change = record(desk, planned.value, {});
  if (!change.ok) return failed(change.error);

  hooks.onStep("ask");
  return applyChange(desk, change.value, hooks, signal);
}

/** A change that is planned but not recorded: what stands there, what will stand there, and how. Touches nothing. */
export async function planChange(
  desk: DnsDesk,
  request: DnsSwitchRequest,
  signal: AbortSignal,
): Promise<Result<DnsChange, DnsFailure>> {
  const snapshot = await desk.backend.snapshot(request.linkId, signal);
  if (!snapshot.ok) return snapshot;
  const plan = desk.backend.plan({ snapshot: snapshot.value, servers: request.servers });
  if (!plan.ok) return plan;
  const [owner, bootId] = await Promise.all([desk.backend.host.own(), desk.backend.host.bootId()]);
  const startedAt = desk.now().toISOString();
  return ok({
    id: desk.randomHex(16),
    startedAt,
    updatedAt: startedAt,
    appVersion: desk.appVersion,
    bootId,
    owner,
    mode: request.mode,
    token: desk.randomHex(32),
    snapshot: snapshot.value,
    plan: plan.value,
    guard: null,
    state: "planned",
    confirmed: false,
    restoring: false,
    end: null,
  });
}

async function applyChange<Obstacle>(
  desk: DnsDesk,
  planned: DnsChange,
  hooks: DnsSwitchHooks<Obstacle>,
  signal: AbortSignal,
): Promise<DnsSwitchResult<Obstacle>> {
  const guard = await desk.backend.apply(planned, signal);
  if (!guard.ok) return afterFailedApply(desk, planned, guard.error);
  const applied = record(desk, planned, { state: "applied", guard: guard.value });
  // A journal that cannot be written any more could not tell the next start what to put back.
  if (!applied.ok) return rollBack(desk, planned, applied.error.code, hooks);

  hooks.onStep("read-back");
  if (!(await isInForce(desk, applied.value, signal))) return rollBack(desk, applied.value, "not-effective", hooks);
  hooks.onStep("check");
  if (!(await hooks.afterCheck(applied.value, signal))) return rollBack(desk, applied.value, "worse", hooks);
  const verified = record(desk, applied.value, { state: "verified" });
  if (!verified.ok) return rollBack(desk, applied.value, verified.error.code, hooks);
  hooks.onStep("done");
  return { kind: "open", change: verified.value };
}

/** Reads back until the settings are there, as long as a slow service may need. */
async function isInForce(desk: DnsDesk, change: DnsChange, signal: AbortSignal): Promise<boolean> {
  const until = performance.now() + READ_BACK_MS;
  for (;;) {
    // One look after the other, on purpose.
    // oxlint-disable-next-line no-await-in-loop
    const now = await desk.backend.settingsNow(change.snapshot, signal);
    if (now.ok && isAll(change.plan.settings, now.value)) return true;
    if (signal.aborted || performance.now() > until) return false;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, READ_BACK_PAUSE_MS));
  }
}

async function rollBack<Obstacle>(
  desk: DnsDesk,
  change: DnsChange,
  because: DnsFailure["code"] | "worse",
  hooks: DnsSwitchHooks<Obstacle>,
): Promise<DnsSwitchResult<Obstacle>> {
  hooks.onStep("roll-back");
  // Not the caller's signal: a cancelled switch is rolled back all the same.
  const back = await putBack(desk, change, { elevate: true, nothingMeans: "restored" }, new AbortController().signal);
  if (back.ok) return { kind: "rolled-back", because, restored: back.value.restored, change: back.value.change };
  return { kind: "rolled-back", because, restored: "not-restored", change };
}

async function afterFailedApply<Obstacle>(
  desk: DnsDesk,
  planned: DnsChange,
  failure: DnsFailure,
): Promise<DnsSwitchResult<Obstacle>> {
  if (failure.changed === "nothing") {
    record(desk, planned, { state: "undone", end: "never-applied" });
    return { kind: "failed", failure };
  }
  const how = { elevate: true, nothingMeans: "never-applied" } as const;
  const back = await putBack(desk, planned, how, new AbortController().signal);
  if (!back.ok) return { kind: "rolled-back", because: failure.code, restored: "not-restored", change: planned };
  if (back.value.restored === "nothing-to-do") return { kind: "failed", failure: { ...failure, changed: "nothing" } };
  return { kind: "rolled-back", because: failure.code, restored: back.value.restored, change: back.value.change };
}

/**
 * Keeps a verified change: that the person said so is on the disk first, then the guard is told and confirms. Ok only
 * with the guard's own mark. On failure the guard rolls back by itself, or the change is put back here.
 */
export function keepChange(
  desk: DnsDesk,
  change: DnsChange,
  signal: AbortSignal,
): Promise<Result<DnsChange, DnsFailure>> {
  return underLock(desk, async () => {
    const confirmed = record(desk, change, { confirmed: true });
    if (!confirmed.ok) return confirmed;
    const kept = await desk.backend.commit(confirmed.value, signal);
    if (kept.ok) {
      const committed = record(desk, confirmed.value, { state: "committed" });
      // The guard has said so; a record that lags behind is put right by the next recovery.
      return ok(committed.ok ? committed.value : { ...confirmed.value, state: "committed" });
    }
    const open = record(desk, confirmed.value, { confirmed: false });
    const how = { elevate: false, nothingMeans: "restored-by-guard" } as const;
    await putBack(desk, open.ok ? open.value : change, how, new AbortController().signal);
    return fail(kept.error);
  });
}

/** Puts an open change back because the person says so. */
export function rollBackChange(
  desk: DnsDesk,
  change: DnsChange,
  signal: AbortSignal,
): Promise<Result<DnsRestored, DnsFailure>> {
  return underLock(desk, async () => {
    const back = await putBack(desk, change, { elevate: true, nothingMeans: "restored-by-guard" }, signal);
    return back.ok ? ok(back.value.restored) : back;
  });
}
