import type { PathState } from "../../shared/model/path.ts";
import type { CheckId } from "../../shared/model/check-id.ts";
import { worksAgain } from "./guided.ts";
import type { Run } from "./run.ts";
import { pathOfSaved } from "./saved.ts";
import type { AppState } from "./store.ts";

const NO_PATH: readonly PathState[] = [];
const NO_CHECKS: readonly CheckId[] = [];
/** A check that looks at the resolver: while DNS is mended, that is the place to look at. */
const AT_RESOLVER: readonly CheckId[] = ["dns-system"];

function isMending({ screen, dns }: AppState): boolean {
  return screen === "dns-job" && (dns.job === null || dns.job.end === null);
}

export const selectScreen = (state: AppState): AppState["screen"] => state.screen;
export const selectRun = (state: AppState): Run | null => state.run;
/** The path as far as known; empty at rest. */
export const selectPath = (state: AppState): readonly PathState[] => {
  if (state.screen === "saved") return pathOfSaved(state.saved) ?? NO_PATH;
  const path = state.run?.path ?? NO_PATH;
  return state.screen === "repair" && worksAgain(state.guided) ? mendedPath(path) : path;
};

/** For each path the same object every time. */
const mendedPaths = new WeakMap<readonly PathState[], readonly PathState[]>();

/** Where the page was seen to work, no place of the path has the trouble any more. */
function mendedPath(path: readonly PathState[]): readonly PathState[] {
  const known = mendedPaths.get(path);
  if (known !== undefined) return known;
  const mended = path.map((place) => (place.state === "fault" ? { ...place, state: "ok" as const } : place));
  mendedPaths.set(path, mended);
  return mended;
}

export const selectRunning = (state: AppState): readonly CheckId[] =>
  isMending(state) ? AT_RESOLVER : (state.run?.running ?? NO_CHECKS);
/** A picture of nothing says nothing: it is decoration until a check-up runs. */
export const selectAtRest = (state: AppState): boolean => state.run === null && selectPath(state) === NO_PATH;
export const selectStarting = (state: AppState): boolean => state.starting !== null;
export const selectStartError = (state: AppState): AppState["startError"] => state.startError;

/** How far a run is: checks that ended, of those planned. */
export function progressOf(run: Run): { readonly done: number; readonly total: number } {
  return { done: Object.keys(run.results).length, total: run.planned.length };
}
