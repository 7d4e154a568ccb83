import type { Comparison } from "./comparison.ts";
import type { ActionEnd, ActionOffer, ActionUndone } from "./repair-action.ts";
import type { RepairId, RepairProposal } from "./repair.ts";
import type { RestartState } from "./restart.ts";
import type { VerdictCode } from "./verdict-code.ts";
import type { Verdict } from "./verdict.ts";

/**
 * What a step asks of whom. `do`: a repair, judged by before and after. `ask`: the person tries something and what they
 * see decides what comes next. `look`: nothing is done but to look again. `dns`: the screens about DNS do it.
 * `elsewhere`: another screen is the step (waiting, writing, correcting the address).
 */
const STEP_KINDS = ["do", "ask", "look", "dns", "elsewhere"] as const;

/** One of {@link STEP_KINDS}. */
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * How before and after are seen. `name`: the page by this computer's own way of finding the site, against the resolver
 * asked directly. `proxy`: the page through the proxy in force, against the page without one. `checkup`: the whole
 * check-up. `person`: what the person sees in their browser, against what this program sees.
 */
export const LOOK_KINDS = ["name", "proxy", "checkup", "person"] as const;

/** One of {@link LOOK_KINDS}. */
export type LookKind = (typeof LOOK_KINDS)[number];

/**
 * What the step cannot have influenced. `other-way`: the page by a way that the step does not touch. `this-program`: the
 * page as this program gets it, past the browser. `before-the-step`: the same look twice before anything was done.
 */
export const CONTROL_KINDS = ["other-way", "this-program", "before-the-step"] as const;

/** One of {@link CONTROL_KINDS}. */
export type ControlKind = (typeof CONTROL_KINDS)[number];

/** Where a step stands. `before`, `working` and `after` are under way in the program right now. */
export const STEP_PHASES = [
  "waiting",
  "offered",
  "not-here",
  "before",
  "working",
  "guiding",
  "after",
  "judged",
  "answered",
  "skipped",
  "left",
] as const;

/** One of {@link STEP_PHASES}. */
export type StepPhase = (typeof STEP_PHASES)[number];

/** What a person says they see. */
export const SEEN_ANSWERS = ["yes", "no", "unsure"] as const;

/** One of {@link SEEN_ANSWERS}. */
export type SeenAnswer = (typeof SEEN_ANSWERS)[number];

/** One step of a plan, before anything happened. */
export interface PlanStep extends RepairProposal {
  readonly kind: StepKind;
  readonly look: LookKind;
  /** About how long it takes the person, seconds. */
  readonly effort: number;
}

/** What helps with one verdict, first things first. */
export interface RepairPlan {
  readonly code: VerdictCode;
  /** False: nothing on this computer will change it; the steps are waiting and writing, and what tells for sure. */
  readonly mine: boolean;
  readonly steps: readonly PlanStep[];
}

/** How a step ended, as far as it matters for the rest of the plan. */
const STEP_RESULTS = [
  "fixed",
  "improved",
  "unchanged",
  "worse",
  "recovered-by-itself",
  "unknown",
  "yes",
  "no",
  "skipped",
  "not-here",
  "refused",
] as const;

/** One of {@link STEP_RESULTS}. */
export type StepResult = (typeof STEP_RESULTS)[number];

/** A step that is over. */
export interface StepOutcome {
  readonly step: RepairId;
  readonly result: StepResult;
}

/** One step of a session, with all that happened to it. Times: ISO 8601, UTC. */
export interface StepRecord {
  readonly plan: PlanStep;
  readonly phase: StepPhase;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** As made last; null while it was not made. */
  readonly offer: ActionOffer | null;
  readonly choiceId: string | null;
  readonly control: ControlKind;
  readonly comparison: Comparison | null;
  /** The look before, while there is no comparison yet. */
  readonly before: Comparison["before"] | null;
  readonly end: ActionEnd | null;
  readonly answer: SeenAnswer | null;
  /** What the look after found instead, where it was a whole check-up; null else. */
  readonly verdictAfter: VerdictCode | null;
  readonly decision: "kept" | "undone" | null;
  /** How taking it back went; null: not tried. */
  readonly undone: ActionUndone | null;
  /** What was seen of the network being restarted; null in every other step, and before that. */
  readonly restart: RestartState | null;
  /** What a repair of several questions keeps between them; only that repair understands it. JSON-safe. */
  readonly memory: unknown;
}

/** Where the check-up came from, so that it can be made again. */
export type GuidedSource =
  | { readonly kind: "address"; readonly privateMode: boolean; readonly askVantage: boolean }
  | { readonly kind: "practice"; readonly scenarioId: string };

/** Going through a plan, from the verdict to the end; it outlives the window and the program. */
export interface GuidedSession {
  readonly id: string;
  /** The check-ups it is about: the first one, and those that looked again. */
  readonly checkupIds: readonly string[];
  readonly source: GuidedSource;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly url: string;
  /** The site as people read it. */
  readonly host: string;
  readonly verdict: Verdict;
  readonly mine: boolean;
  /** In the order to take them; those already taken stay where they were. */
  readonly steps: readonly StepRecord[];
  /** `intro`: what to expect. `step`: the step at `at`. `end`: none is left, or it works. */
  readonly place: "intro" | "step" | "end";
  readonly at: number;
  /** Repairs that hold on the practice network now; always empty on the real one. */
  readonly practised: readonly RepairId[];
}

/** Why something could not be done with a session. */
export type GuidedRefusal = "not-found" | "busy";
