import type { CheckFacts } from "../../../shared/model/facts/check-facts.ts";
import type { CheckId } from "../../../shared/model/check-id.ts";
import type { CheckError, SkipReason } from "../../../shared/model/check.ts";
import type { Message } from "../../../shared/model/message.ts";
import type { ReadingError } from "../../platform/machine.ts";
import type { CheckOutcome } from "../check.ts";

type Values = Readonly<Record<string, string | number>>;

/** A check's outcome, its sentence taken from `check.ID.VARIANT` of the catalogue. */
export function outcome<Id extends CheckId>(
  id: Id,
  status: "pass" | "warn" | "fail" | "unknown",
  sentence: string | { readonly variant: string; readonly values: Values },
  facts: CheckFacts[Id] | null,
): CheckOutcome<Id> {
  const { variant, values } = typeof sentence === "string" ? { variant: sentence, values: {} } : sentence;
  return { status, summary: { key: `check.${id}.${variant}`, values }, facts };
}

/** A check that was not asked, and why. */
export function skip(reason: SkipReason): { readonly status: "skipped"; readonly reason: SkipReason } {
  return { status: "skipped", reason };
}

/** This machine did not let the check read what it needs: not supported is skipped, everything else unknown. */
export function notReadable(
  error: ReadingError,
):
  | { readonly status: "skipped"; readonly reason: SkipReason }
  | { readonly status: "unknown"; readonly summary: Message; readonly facts: null; readonly error: CheckError } {
  if (error.code === "not-supported") return skip("not-supported");
  const code = error.code === "timed-out" || error.code === "cancelled" ? error.code : "not-readable";
  const checkError: CheckError = { code, detail: [error.code, error.detail].filter(Boolean).join(": ") };
  return {
    status: "unknown",
    summary: { key: "check.failed.not-readable", values: {} },
    facts: null,
    error: checkError,
  };
}
