import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsFailure, DnsRestored } from "../../platform/dns/dns-backend.ts";
import { underLock, type DnsDesk } from "./desk.ts";
import { isOtherNetwork } from "./other-network.ts";
import { putBack } from "./put-back.ts";

/** What an undo did. */
export interface DnsUndone {
  readonly change: DnsChange;
  readonly restored: DnsRestored;
}

/** Why there was nothing to undo, beside the failures of the system. `other-network`: see {@link isOtherNetwork}. */
export type DnsUndoFailure = DnsFailure | { readonly code: "nothing-to-undo" | "already-undone" | "other-network" };

/**
 * Undoes one change, or the newest that still stands. Compare-and-set: what somebody else set since stays, and the
 * result says so. A change that still waits for its guard is rolled back through the guard. `anyNetwork`: also where
 * the servers from before belong to another network.
 */
export function undoDns(
  desk: DnsDesk,
  id: string | null,
  signal: AbortSignal,
  anyNetwork = false,
): Promise<Result<DnsUndone, DnsUndoFailure>> {
  return underLockToo<DnsUndone, DnsUndoFailure>(desk, async () => {
    const { changes } = desk.journal.list();
    const change = changes.find((one) => (id === null ? one.state !== "undone" : one.id === id));
    if (change === undefined) return fail<DnsUndoFailure>({ code: "nothing-to-undo" });
    if (change.state === "undone") return fail<DnsUndoFailure>({ code: "already-undone" });
    if (!anyNetwork && (await isOtherNetwork(desk, change, signal)))
      return fail<DnsUndoFailure>({ code: "other-network" });
    // A kept change that stands no more went with a restart or a reconnect.
    const nothingMeans = change.state === "committed" ? "restored-by-restart" : "restored-by-guard";
    return putBack(desk, change, { elevate: true, nothingMeans }, signal);
  });
}

/** {@link underLock} for work with failures of its own. */
async function underLockToo<Value, Failure>(
  desk: DnsDesk,
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | DnsFailure>> {
  const run = await underLock(desk, async () => ok(await work()));
  return run.ok ? run.value : run;
}
