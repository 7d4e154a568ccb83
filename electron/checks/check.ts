import type { Answers } from "../../shared/model/answers.ts";
import type { CheckError, CheckResult, CheckResults, CheckStatus, SkipReason } from "../../shared/model/check.ts";
import type { CheckId } from "../../shared/model/check-id.ts";
import type { CheckFacts } from "../../shared/model/facts/check-facts.ts";
import type { Message } from "../../shared/model/message.ts";
import type { References } from "../../shared/model/references.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Machine } from "../platform/machine.ts";
import type { Probes } from "../probes/probes.ts";

/** Counts requests to the site and names the outside endpoints contacted; shared by all checks of one check-up. */
export interface ContactLog {
  /** Call before every request that reaches the site itself. */
  siteRequest(): void;
  /** Call before contacting anything else outside: `host:port` or a URL. */
  outside(endpoint: string): void;
}

/** Everything a check may use. Checks hold no state of their own. */
export interface CheckContext {
  readonly target: Target;
  readonly references: References;
  /** Contact only the site and the machine's own resolver. */
  readonly privateMode: boolean;
  /** Ask the outside vantage points (the person said so this time). */
  readonly askVantage: boolean;
  readonly answers: Answers;
  readonly machine: Machine;
  readonly probes: Probes;
  readonly contacts: ContactLog;
  /** Ends at the check's own limit, the hard stop or a cancel. */
  readonly signal: AbortSignal;
  /** Results of the checks this one needs (all ended, unless it started early), and of any others that ended already. */
  readonly results: CheckResults;
  /** Milliseconds left before the hard stop. */
  readonly timeLeftMs: () => number;
}

/** What a check hands back; the runner adds times and the id. */
export type CheckOutcome<Id extends CheckId> =
  | {
      readonly status: Exclude<CheckStatus, "skipped">;
      readonly summary: Message;
      readonly facts: CheckFacts[Id] | null;
      /** Set when what it asked could not be read; absent otherwise. */
      readonly error?: CheckError;
    }
  | { readonly status: "skipped"; readonly reason: SkipReason };

/**
 * One question asked of the network. It may throw (a crash becomes a result with status `unknown`), but expected
 * trouble is an observation, not an exception.
 */
export interface Check<Id extends CheckId = CheckId> {
  readonly id: Id;
  /** Starts when these have ended, however they ended. */
  readonly needs: readonly CheckId[];
  /**
   * Lets it start before all of `needs` ended, so that one slow answer (a dead resolver) does not hold it up: asked
   * whenever a check ends and at the given moments. Absent: it always waits.
   */
  readonly early?: {
    /** Milliseconds since the check-up started. */
    readonly atMs: readonly number[];
    readonly when: (results: CheckResults, elapsedMs: number) => boolean;
  };
  /** Milliseconds it may take. */
  readonly limitMs: number;
  run(context: CheckContext): Promise<CheckOutcome<Id>>;
}

/** A finished check, for the engine's map. */
export type AnyCheckResult = { [Id in CheckId]: CheckResult<Id> }[CheckId];
