import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { StorageFailure } from "../../storage/atomic-file.ts";
import { makeReport } from "../make-report.ts";
import { ownHistory } from "./own-history.ts";
import { thisOrigin } from "../this-origin.ts";

/** How a check-up was asked for, as far as the history cares. */
export interface CheckupManner {
  readonly practice: boolean;
  readonly privateMode: boolean;
}

/**
 * True for a check-up that belongs in the history: a real one that was not stopped half-way. A fault of the practice
 * network is nobody's history, and who asks for privacy does not want a trace on the disk either.
 */
export function belongsInHistory(checkup: Checkup, { practice, privateMode }: CheckupManner): boolean {
  return !practice && !privateMode && checkup.observations.stopped !== "cancelled";
}

/** Keeps a check-up in the history of this person. Asked for only once the answer is out: a slow disk holds up nobody. */
export function keepCheckup(
  checkup: Checkup,
  env: Readonly<Record<string, string | undefined>>,
): Result<void, StorageFailure> {
  return ownHistory(env).add(makeReport(checkup, thisOrigin(APP_VERSION)));
}

/** One line about a check-up that could not be kept; no failure of the check-up. */
export function notKept({ code, detail }: StorageFailure): string {
  const why = code === "no-space" ? "the disk is full" : detail === "" ? code : `${code}, ${detail}`;
  return `This check-up could not be kept in the history: ${why}.`;
}
