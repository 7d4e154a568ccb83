import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import type { RestartState } from "../../../shared/model/restart.ts";

/** What the window knows of the guided repair. */
export interface GuidedSlice {
  /** Null: none is open, or main was not asked yet. */
  readonly session: GuidedSession | null;
  /** A call is under way, so nothing else is begun. */
  readonly busy: boolean;
  readonly error: ErrorCode | null;
}

export const NO_GUIDED: GuidedSlice = { session: null, busy: false, error: null };

/** The step that is open; null in the intro, at the end and without a session. */
export function openStepOf({ session }: GuidedSlice): StepRecord | null {
  return session?.place === "step" ? (session.steps[session.at] ?? null) : null;
}

/** Whether the page was seen to work again, by the open step or at the end. */
export function worksAgain({ session }: GuidedSlice): boolean {
  if (session === null) return false;
  const steps = session.place === "end" ? session.steps : session.steps.slice(session.at, session.at + 1);
  return steps.some(
    ({ phase, comparison, decision }) => phase === "judged" && decision !== "undone" && comparison?.worksNow === true,
  );
}

/** What is seen of the network while the open step restarts it; null when it does not. */
export function restartUnderWay(guided: GuidedSlice): RestartState | null {
  const step = openStepOf(guided);
  return step?.phase === "working" ? step.restart : null;
}

/** Whether main is at work on the step right now. */
export function isWorking({ phase }: StepRecord): boolean {
  return phase === "before" || phase === "working" || phase === "after";
}
