import type { PathState } from "../../shared/model/path.ts";
import type { CheckId } from "../../shared/model/check-id.ts";
import type { RestartStage, RestartState } from "../../shared/model/restart.ts";
import { restartUnderWay, worksAgain } from "./slices/guided.ts";
import type { Run } from "./slices/run.ts";
import { pathOfFault, pathOfSaved } from "./slices/saved.ts";
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
  // A report that is read shows its own trouble, not that of the last check-up.
  if (state.screen === "opened") return pathOfFault(state.opened.shown?.line.faultSide ?? "") ?? NO_PATH;
  const restart = state.screen === "repair" ? restartUnderWay(state.guided) : null;
  if (restart !== null) return pathOfRestart(restart);
  const path = state.run?.path ?? NO_PATH;
  return state.screen === "repair" && worksAgain(state.guided) ? mendedPath(path) : path;
};

/** For each path the same object every time. */
const mendedPaths = new WeakMap<readonly PathState[], readonly PathState[]>();

/** Where a page that came through must have been. Whether a browser shows it was not seen. */
const PASSED: ReadonlySet<PathState["node"]> = new Set([
  "local-network",
  "provider",
  "resolver",
  "site-edge",
  "site-origin",
]);

/** Where the page was seen to work, no place of the path has the trouble any more, and the request came through all. */
function mendedPath(path: readonly PathState[]): readonly PathState[] {
  const known = mendedPaths.get(path);
  if (known !== undefined) return known;
  const mended = path.map((place) =>
    place.state === "fault" || (place.state === "unknown" && PASSED.has(place.node))
      ? { ...place, state: "ok" as const }
      : place,
  );
  mendedPaths.set(path, mended);
  return mended;
}

/** Which place of the path each stage of a restart stands for. */
const STAGE_PLACES: Readonly<Record<RestartStage, PathState["node"]>> = {
  link: "device",
  router: "local-network",
  provider: "provider",
  dns: "resolver",
  site: "site-origin",
};
const SEEN_AS = { up: "ok", down: "fault", "not-asked": "unknown" } as const;

/** For each look the same object every time. */
const restartPaths = new WeakMap<RestartState, readonly PathState[]>();

/** While modem and router restart, the picture is what is gone and what is back. */
function pathOfRestart(restart: RestartState): readonly PathState[] {
  const known = restartPaths.get(restart);
  if (known !== undefined) return known;
  const path = restart.watched.map((stage) => ({ node: STAGE_PLACES[stage], state: SEEN_AS[restart.now[stage]] }));
  restartPaths.set(restart, path);
  return path;
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
