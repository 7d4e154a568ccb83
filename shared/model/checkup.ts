import type { Answers } from "./answers.ts";
import type { CheckResults } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { PathState } from "./path.ts";
import type { RepairProposal } from "./repair.ts";
import type { Target } from "./target.ts";
import type { Verdict } from "./verdict.ts";

/** Version of the verdict rules; raised whenever the same observations may be judged differently. */
export const RULES_VERSION = 1;

/** What was observed in one check-up: everything the rules need, nothing they concluded. */
export interface Observations {
  readonly target: Target;
  readonly answers: Answers;
  readonly checks: CheckResults;
  /** The check-up was cut off by the hard stop or by the person. */
  readonly stopped: "no" | "hard-stop" | "cancelled";
  /** Longest time that this program itself was kept from running, ms; absent: not measured (older reports). */
  readonly heldUpMs?: number;
}

/** What the rules make of it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly path: readonly PathState[];
  readonly repairs: readonly RepairProposal[];
}

/** One whole check-up, inside the program. The published JSON document is made from it (electron/report). */
export interface Checkup {
  readonly id: string;
  /** ISO, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly observations: Observations;
  readonly judgement: Judgement;
  /** Requests sent to the site itself. */
  readonly requestsToSite: number;
  /** Every outside endpoint contacted other than the target, as `host:port` or URL. */
  readonly outsideEndpoints: readonly string[];
}

/** What happens while a check-up runs. */
export type CheckupEvent =
  | { readonly kind: "started"; readonly id: string; readonly planned: readonly (keyof CheckResults)[] }
  | { readonly kind: "check-started"; readonly id: string; readonly checkId: keyof CheckResults; readonly atMs: number }
  | {
      readonly kind: "check-ended";
      readonly id: string;
      readonly result: NonNullable<CheckResults[keyof CheckResults]>;
    }
  | { readonly kind: "path"; readonly id: string; readonly path: readonly PathState[] }
  | { readonly kind: "ended"; readonly id: string; readonly checkup: Checkup };

/** What was asked of main for one check-up. */
export type CheckupAsked =
  | {
      readonly kind: "address";
      /** As typed; null when the person said that nothing loads. */
      readonly input: string | null;
      readonly privateMode: boolean;
      readonly askVantage: boolean;
      readonly answers: Answers;
    }
  | { readonly kind: "practice"; readonly scenarioId: string; readonly answers: Answers };

/** A check-up so far, for a page that opens while it runs. */
export interface CheckupRecord {
  readonly asked: CheckupAsked;
  readonly id: string;
  readonly target: Target;
  /** In the order they were sent. */
  readonly events: readonly CheckupEvent[];
}
