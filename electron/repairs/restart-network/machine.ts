import { downStageBefore, isOver, missingStage, routerIs } from "../../../shared/lib/restart-facts.ts";
import {
  type Gap,
  type NetworkLook,
  RESTART_STAGES,
  type RestartPhase,
  type RestartStage,
  type RestartState,
  type Seen,
} from "../../../shared/model/restart.ts";

/** Limits, in milliseconds; tests give shorter ones. */
export interface RestartLimits {
  /** Somebody has to find the box and its plug. */
  readonly gapMs: number;
  /** After the person said that the plug is out; the neighbour table alone remembers a router for half a minute. */
  readonly pulledMs: number;
  /** A cable or fibre modem may take ten minutes to find its line again. */
  readonly backMs: number;
  /** No box starts as fast as this: a shorter gap is a lost packet. */
  readonly shortestGapMs: number;
  /** So long in another network is no passing look at it. */
  readonly elsewhereMs: number;
  /** Looks further apart than this: the computer slept, and what it missed proves nothing. */
  readonly asleepMs: number;
}

/** For real networks. */
export const RESTART_LIMITS: RestartLimits = {
  gapMs: 10 * 60_000,
  pulledMs: 90_000,
  backMs: 15 * 60_000,
  shortestGapMs: 5_000,
  elsewhereMs: 60_000,
  asleepMs: 45_000,
};

const NOTHING: RestartState["now"] = {
  link: "not-asked",
  router: "not-asked",
  provider: "not-asked",
  dns: "not-asked",
  site: "not-asked",
};

const NOT_BACK: RestartState["backAtMs"] = { link: null, router: null, provider: null, dns: null, site: null };

/** A restart that has not been looked at yet. `watched`: the stages that can be asked about here. */
export function beginRestart(atMs: number, watched: readonly RestartStage[] = RESTART_STAGES): RestartState {
  return {
    phase: "looking",
    startedMs: atMs,
    lastMs: atMs,
    pulledMs: null,
    watched,
    before: null,
    outside: null,
    now: NOTHING,
    backAtMs: NOT_BACK,
    routerGap: null,
    modemGap: null,
    elsewhereMs: null,
    elsewhere: null,
  };
}

/** What one more look makes of it. Pure. A state that is over stays. */
export function nextRestart(
  state: RestartState,
  look: NetworkLook,
  limits: RestartLimits = RESTART_LIMITS,
): RestartState {
  if (isOver(state)) return state;
  const slept = look.atMs - state.lastMs > limits.asleepMs;
  if (state.before === null || (slept && state.routerGap === null && state.modemGap === null)) {
    const before = state.before ?? look;
    return noteStages({ ...state, phase: "waiting-for-gap", lastMs: look.atMs, before }, look);
  }
  const elsewhere = isElsewhere(state.before, look);
  const placed: RestartState = {
    ...state,
    lastMs: look.atMs,
    elsewhere: elsewhere ? look.router : null,
    elsewhereMs: elsewhere ? (state.elsewhereMs ?? look.atMs) : null,
  };
  // What came back while nobody looked was gone until the last look at least; more cannot be claimed.
  const upMs = (gap: Gap): number => (slept ? Math.max(state.lastMs, gap.fromMs + limits.shortestGapMs) : look.atMs);
  // What is seen of somebody else's network says nothing about this one.
  const next = elsewhere ? placed : noteStages(noteGaps(placed, look, upMs, limits), look);
  return { ...next, phase: phaseOf(next, limits) };
}

/** Another router than before, on a network that works: a phone's hotspot, a neighbour's Wi-Fi. */
function isElsewhere(before: NetworkLook, { router, seen }: NetworkLook): boolean {
  return before.router !== null && router !== null && router !== before.router && seen.router === "up";
}

/** `upMs`: when something that answers now came back, at the earliest. */
function noteGaps(
  state: RestartState,
  look: NetworkLook,
  upMs: (gap: Gap) => number,
  { shortestGapMs }: RestartLimits,
): RestartState {
  const router = routerIs(look);
  const wasUp = state.before !== null && routerIs(state.before) === "up";
  const routerGap = wasUp ? gapAfter(state.routerGap, router, look.atMs, upMs) : state.routerGap;
  const outWasUp = state.before?.seen.provider === "up";
  // Only while the router answers does a dead way out tell of the modem.
  const out = router === "up" ? look.seen.provider : "not-asked";
  const modemGap = outWasUp ? gapAfter(state.modemGap, out, look.atMs, upMs) : state.modemGap;
  return { ...state, routerGap: realGap(routerGap, shortestGapMs), modemGap: realGap(modemGap, shortestGapMs) };
}

function gapAfter(gap: Gap | null, seen: Seen, atMs: number, upMs: (gap: Gap) => number): Gap | null {
  if (gap === null) return seen === "down" ? { fromMs: atMs, toMs: null, looks: 1 } : null;
  // A second loss right after the first is the same restart: a box that starts goes and comes several times.
  if (seen === "down") return { ...gap, toMs: null, looks: gap.looks + 1 };
  return seen === "up" && gap.toMs === null ? { ...gap, toMs: upMs(gap) } : gap;
}

/** Null for one that was too short to be a restart. */
function realGap(gap: Gap | null, shortestMs: number): Gap | null {
  return gap !== null && gap.toMs !== null && gap.toMs - gap.fromMs < shortestMs ? null : gap;
}

/**
 * What is back, in order: a stage counts only once all before it are, and one that is lost again is not back. Behind a
 * stage that is down, what was seen before holds no longer.
 */
function noteStages(state: RestartState, look: NetworkLook): RestartState {
  const now: [RestartStage, Seen][] = [];
  const back: [RestartStage, number | null][] = [];
  let whole = true;
  for (const stage of state.watched) {
    const seen = look.seen[stage];
    now.push([stage, seen !== "not-asked" || !whole ? seen : state.now[stage]]);
    whole &&= seen === "up" || (seen === "not-asked" && state.backAtMs[stage] !== null);
    back.push([stage, whole ? (state.backAtMs[stage] ?? look.atMs) : null]);
  }
  const outside = look.outside ?? state.outside;
  return { ...state, outside, now: stagesOf(now, NOTHING), backAtMs: stagesOf(back, NOT_BACK) };
}

function stagesOf<Value>(
  found: readonly (readonly [RestartStage, Value])[],
  base: Readonly<Record<RestartStage, Value>>,
): Readonly<Record<RestartStage, Value>> {
  return { ...base, ...Object.fromEntries(found) };
}

function phaseOf(state: RestartState, limits: RestartLimits): RestartPhase {
  const { lastMs, startedMs, pulledMs, elsewhereMs, backAtMs } = state;
  if (elsewhereMs !== null && lastMs - elsewhereMs >= limits.elsewhereMs) return "elsewhere";
  const gap = state.routerGap ?? state.modemGap;
  const downBefore = downStageBefore(state);
  if (missingStage(state) === null && (gap !== null || downBefore !== null)) return "back";
  const lastedMs = lastMs - (gap?.fromMs ?? pulledMs ?? startedMs);
  if (gap !== null) return lastedMs >= limits.backMs ? "not-back" : gap.toMs === null ? "gone" : "returning";
  if (downBefore !== "router") return noGapYet(state, downBefore, limits);
  const limitMs = pulledMs === null ? Math.max(limits.gapMs, limits.backMs) : limits.backMs;
  return deadBefore(lastedMs >= limitMs, backAtMs.router !== null);
}

/** Nothing has gone away so far: how long to wait for that. */
function noGapYet(
  { lastMs, startedMs, pulledMs }: RestartState,
  downBefore: "provider" | null,
  limits: RestartLimits,
): RestartPhase {
  // A modem without its plug looks no different from a line that was dead before.
  const stillThere = downBefore === null && pulledMs !== null && lastMs - pulledMs >= limits.pulledMs;
  return stillThere || lastMs - startedMs >= limits.gapMs ? "no-gap" : "waiting-for-gap";
}

/** A router that did not answer before either: nobody can see it go, only come. */
function deadBefore(late: boolean, isThere: boolean): RestartPhase {
  if (late) return "not-back";
  return isThere ? "returning" : "waiting-for-gap";
}
