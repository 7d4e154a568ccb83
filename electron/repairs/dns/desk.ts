import type { DnsChange, DnsChangeEnd } from "../../../shared/model/dns-change.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsBackend, DnsFailure } from "../../platform/dns/dns-backend.ts";
import type { StorageFailure } from "../../storage/atomic-file.ts";
import type { HeldLock } from "../../storage/machine-lock.ts";
import type { DnsJournal } from "./journal.ts";

/** What every step of a change works with; tests give their own. */
export interface DnsDesk {
  readonly backend: DnsBackend;
  readonly journal: DnsJournal;
  /** The one lock of this machine; null when somebody else holds it. */
  readonly lock: () => Promise<HeldLock | null>;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Random hexadecimal digits, two for each byte. */
  readonly randomHex: (bytes: number) => string;
}

/** Keeps a change with what is new about it; the journal's failure is a failure of the step. */
export function record(desk: DnsDesk, change: DnsChange, news: Partial<DnsChange>): Result<DnsChange, DnsFailure> {
  const next = { ...change, ...news, updatedAt: desk.now().toISOString() };
  const written = desk.journal.write(next);
  return written.ok ? ok(next) : fail(failureOfStorage(written.error));
}

/** Ends a change. Should the journal refuse, the next recovery finds it open, compares, and ends it. */
export function close(desk: DnsDesk, change: DnsChange, end: DnsChangeEnd): DnsChange {
  const closed = record(desk, change, { state: "undone", restoring: false, end });
  return closed.ok ? closed.value : { ...change, state: "undone", restoring: false, end };
}

/** A disk that cannot be written, in the words of a change. */
function failureOfStorage(error: StorageFailure): DnsFailure {
  const codes = {
    "no-space": "no-space",
    "read-only": "file-system-read-only",
    "not-permitted": "not-authorized",
    "input-output-error": "input-output-error",
    failed: "failed",
  } as const;
  return { code: codes[error.code], detail: `journal ${error.detail}`, changed: "nothing" };
}

/** Runs work under the machine's lock, or says `busy`. */
export async function underLock<Value>(
  desk: DnsDesk,
  work: () => Promise<Result<Value, DnsFailure>>,
): Promise<Result<Value, DnsFailure>> {
  const lock = await desk.lock();
  if (lock === null) return fail({ code: "busy", detail: "lock", changed: "nothing" });
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
