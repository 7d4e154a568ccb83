import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsChange, DnsChangeEnd } from "../../../shared/model/dns-change.ts";
import type { DnsFailure, DnsRestored } from "../../platform/dns/dns-backend.ts";
import { close, record, type DnsDesk } from "./desk.ts";

/** A change that was put back, and how. */
export interface PutBack {
  readonly change: DnsChange;
  readonly restored: DnsRestored;
}

/**
 * Puts a change back and ends it: that a restore begins is on the disk before its first step, so that a crash in the
 * middle is found again. The same for a roll-back, an undo and a recovery.
 */
export async function putBack(
  desk: DnsDesk,
  change: DnsChange,
  how: { readonly elevate: boolean; readonly nothingMeans: DnsChangeEnd },
  signal: AbortSignal,
): Promise<Result<PutBack, DnsFailure>> {
  // A full disk must not stop a restore: an open record is found by the next recovery anyway.
  const begun = change.state === "committed" ? record(desk, change, { restoring: true }) : ok(change);
  if (!begun.ok) return begun;
  const restored = await desk.backend.restore(begun.value, how.elevate, signal);
  if (!restored.ok) return fail(restored.error);
  const ends = { restored: "restored", theirs: "theirs-now", "nothing-to-do": how.nothingMeans } as const;
  return ok({ change: close(desk, begun.value, ends[restored.value]), restored: restored.value });
}
