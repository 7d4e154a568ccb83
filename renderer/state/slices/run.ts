import type { Answers } from "../../../shared/model/answers.ts";
import type { CheckId } from "../../../shared/model/check-id.ts";
import type { CheckResults } from "../../../shared/model/check.ts";
import type { Checkup, CheckupEvent } from "../../../shared/model/checkup.ts";
import type { PathState } from "../../../shared/model/path.ts";
import type { Target } from "../../../shared/model/target.ts";

/** What was asked for, so that "Check again" can ask for the same. */
export type RunRequest =
  | {
      readonly kind: "address";
      /** As typed; null when the person said that nothing loads. */
      readonly input: string | null;
      readonly privateMode: boolean;
      readonly askVantage: boolean;
      readonly answers: Answers;
    }
  | { readonly kind: "practice"; readonly scenarioId: string; readonly title: string; readonly answers: Answers };

/** One check-up as the window sees it, from its first event to its result. */
export interface Run {
  readonly request: RunRequest;
  readonly id: string;
  readonly target: Target;
  /** `performance.now()` when it began. */
  readonly beganAt: number;
  readonly planned: readonly CheckId[];
  readonly running: readonly CheckId[];
  readonly results: CheckResults;
  readonly path: readonly PathState[];
  /** The check that answered last, for the line that says what is known so far. */
  readonly latest: CheckId | null;
  readonly checkup: Checkup | null;
}

/** A run of which nothing is known yet. */
export function newRun(request: RunRequest, id: string, target: Target): Run {
  return {
    request,
    id,
    target,
    beganAt: performance.now(),
    planned: [],
    running: [],
    results: {},
    path: [],
    latest: null,
    checkup: null,
  };
}

/**
 * The run after one event. Events of other check-ups change nothing, nor does anything after the end; a check that has
 * ended does not start again, whatever order the events arrive in.
 */
export function afterEvent(run: Run, event: CheckupEvent): Run {
  if (event.id !== run.id || run.checkup !== null) return run;
  switch (event.kind) {
    case "started":
      return { ...run, planned: union(event.planned, run.planned) };
    case "check-started":
      if (run.results[event.checkId] !== undefined) return run;
      return { ...run, planned: union(run.planned, [event.checkId]), running: union(run.running, [event.checkId]) };
    case "check-ended": {
      const { id, status } = event.result;
      return {
        ...run,
        planned: union(run.planned, [id]),
        running: run.running.filter((other) => other !== id),
        results: { ...run.results, [id]: event.result },
        latest: status === "skipped" ? run.latest : id,
      };
    }
    case "path":
      return { ...run, path: event.path };
    case "ended":
      return {
        ...run,
        running: [],
        results: event.checkup.observations.checks,
        path: event.checkup.judgement.path,
        checkup: event.checkup,
      };
  }
}

function union(first: readonly CheckId[], then: readonly CheckId[]): readonly CheckId[] {
  return [...new Set([...first, ...then])];
}
