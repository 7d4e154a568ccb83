import type { CheckId } from "./check-id.ts";
import type { CheckFacts } from "./facts/check-facts.ts";
import type { Message } from "./message.ts";

/**
 * How a check ended. `unknown`: it ran and could not tell (also a crash or a time-out of ours). `skipped`: it was not
 * asked, with the reason. Neither is ever read as "no".
 */
export const CHECK_STATUSES = ["pass", "warn", "fail", "skipped", "unknown"] as const;

/** One of {@link CHECK_STATUSES}. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** Why a check was not asked. */
export const SKIP_REASONS = [
  "not-configured", // the references file has no entry it needs
  "private-mode", // the person asked to contact only the site and the own resolver
  "literal-target", // the target is an address; names do not matter
  "loopback-target", // the target is this machine; the network does not matter
  "not-needed", // earlier results made it pointless
  "not-supported", // this system or runtime cannot tell
  "not-asked", // only done when the person asks for it
  "cancelled", // the person stopped the check-up
  "no-time", // the hard stop came first
] as const;

/** One of {@link SKIP_REASONS}. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a check could not tell. `crashed` carries the (scrubbed) detail in {@link CheckError.detail}. */
export const CHECK_ERROR_CODES = ["crashed", "timed-out", "cancelled", "not-readable"] as const;

/** What went wrong inside a check, as data. */
export interface CheckError {
  readonly code: (typeof CHECK_ERROR_CODES)[number];
  /** Technical detail for the report; empty when there is none. Never shown as the first line. */
  readonly detail: string;
}

/** The answer to one question asked of the network. */
export interface CheckResult<Id extends CheckId = CheckId> {
  readonly id: Id;
  readonly status: CheckStatus;
  /** Milliseconds since the check-up started. */
  readonly startedMs: number;
  /** Milliseconds; 0 for a skipped check. */
  readonly durationMs: number;
  /** One sentence for the list of checks, as data. */
  readonly summary: Message;
  /** What was observed. Null when skipped or when nothing could be observed. */
  readonly facts: CheckFacts[Id] | null;
  /** Only with status `skipped`; else null. */
  readonly skipped: SkipReason | null;
  /** Only when the check itself failed; else null. */
  readonly error: CheckError | null;
}

/** Results by check id, as far as they exist. What the verdict rules judge. */
export type CheckResults = { readonly [Id in CheckId]?: CheckResult<Id> };
