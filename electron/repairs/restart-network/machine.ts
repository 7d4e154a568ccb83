import { type Gap, type NetworkLook, RESTART_STAGES, type RestartStage, type Seen } from "./look.ts";

/** Where a restart is. */
export type RestartPhase =
  /** How it was before is not known yet. */
  | "looking"
  /** The person is to pull the plug. */
  | "waiting-for-gap"
  /** The router (or the way out) is gone: plug in again. */
  | "gone"
  /** Something is back, not all. */
  | "returning"
  | "back"
  /** Nobody switched anything off, as far as could be seen. */
  | "no-gap"
  /** It was gone, and something is missing still. */
  | "not-back"
  /** This computer is in another network now and stayed there. */
  | "elsewhere";

/** What shows that it really restarted. */
export type RestartProof =
  /** The router did not answer, then did. */
  | { readonly kind: "gap"; readonly seconds: number }
  /** The router answered all the time; the way out did not, then did. */
  | { readonly kind: "modem-gap"; readonly seconds: number }
  /** It did not answer before either: that it does now is all there is, and no proof of a restart. */
  | { readonly kind: "was-down"; readonly stage: "router" | "provider" }
  | { readonly kind: "none" };

/** Limits, in milliseconds; tests give shorter ones. */
export interface RestartLimits {
  /** Somebody has to find the box and its plug. */
  readonly gapMs: number;
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
  backMs: 15 * 60_000,
  shortestGapMs: 5_000,
  elsewhereMs: 60_000,
  asleepMs: 45_000,
};

/** Everything known of one restart. Plain data: what the window shows. */
export interface RestartState {
  readonly phase: RestartPhase;
  readonly startedMs: number;
  readonly lastMs: number;
  /** The stages that can be asked about here; the others hold nothing up. */
  readonly watched: readonly RestartStage[];
  /** The first look: how it was before. Null until there was one. */
  readonly before: NetworkLook | null;
  /** The newest address on the internet that this computer knew. */
  readonly outside: string | null;
  /** What each stage is now, in words of the last look that could tell. */
  readonly now: Readonly<Record<RestartStage, Seen>>;
  /** When a stage came back after the gap; null while it is not back. */
  readonly backAtMs: Readonly<Record<RestartStage, number | null>>;
  /** Without an answer of the router, and of the way out while the router answered. */
  readonly routerGap: Gap | null;
  readonly modemGap: Gap | null;
  /** Since when this computer is in another network; null when it is in its own. */
  readonly elsewhereMs: number | null;
  /** The router of that other network; null likewise. */
  readonly elsewhere: string | null;
}

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

/** Has it come to an end, good or bad? */
export function isOver({ phase }: RestartState): boolean {
  return phase === "back" || phase === "no-gap" || phase === "not-back" || phase === "elsewhere";
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
  // What is seen of somebody else's network says nothing about this one.
  const next = elsewhere ? placed : noteStages(noteGaps(placed, look, limits), look);
  return { ...next, phase: phaseOf(next, limits) };
}

/** Another router than before, on a network that works: a phone's hotspot, a neighbour's Wi-Fi. */
function isElsewhere(before: NetworkLook, { router, seen }: NetworkLook): boolean {
  return before.router !== null && router !== null && router !== before.router && seen.router === "up";
}

/** A router that is not asked because the connection itself is gone does not answer either. */
function routerIs({ seen }: NetworkLook): Seen {
  return seen.link === "down" ? "down" : seen.router;
}

function noteGaps(state: RestartState, look: NetworkLook, { shortestGapMs }: RestartLimits): RestartState {
  const router = routerIs(look);
  const wasUp = state.before !== null && routerIs(state.before) === "up";
  const routerGap = wasUp ? gapAfter(state.routerGap, router, look.atMs) : state.routerGap;
  const outWasUp = state.before?.seen.provider === "up";
  // Only while the router answers does a dead way out tell of the modem.
  const out = router === "up" ? look.seen.provider : "not-asked";
  const modemGap = outWasUp ? gapAfter(state.modemGap, out, look.atMs) : state.modemGap;
  return { ...state, routerGap: realGap(routerGap, shortestGapMs), modemGap: realGap(modemGap, shortestGapMs) };
}

function gapAfter(gap: Gap | null, seen: Seen, atMs: number): Gap | null {
  if (gap === null) return seen === "down" ? { fromMs: atMs, toMs: null, looks: 1 } : null;
  // A second loss right after the first is the same restart: a box that starts goes and comes several times.
  if (seen === "down") return { ...gap, toMs: null, looks: gap.looks + 1 };
  return seen === "up" && gap.toMs === null ? { ...gap, toMs: atMs } : gap;
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
  const { lastMs, startedMs, elsewhereMs, backAtMs } = state;
  if (elsewhereMs !== null && lastMs - elsewhereMs >= limits.elsewhereMs) return "elsewhere";
  const gap = state.routerGap ?? state.modemGap;
  const downBefore = downStageBefore(state);
  if (missingStage(state) === null && (gap !== null || downBefore !== null)) return "back";
  const lastedMs = lastMs - (gap?.fromMs ?? startedMs);
  if (gap !== null) return lastedMs >= limits.backMs ? "not-back" : gap.toMs === null ? "gone" : "returning";
  if (downBefore !== "router") return lastedMs >= limits.gapMs ? "no-gap" : "waiting-for-gap";
  return deadBefore(lastedMs >= limits.backMs, backAtMs.router !== null);
}

/** A router that did not answer before either: nobody can see it go, only come. */
function deadBefore(late: boolean, isThere: boolean): RestartPhase {
  if (late) return "not-back";
  return isThere ? "returning" : "waiting-for-gap";
}

/** What did not answer before anything was switched off; null when the router and the way out did. */
function downStageBefore({ before }: RestartState): "router" | "provider" | null {
  if (before === null) return null;
  if (routerIs(before) === "down") return "router";
  return before.seen.provider === "down" ? "provider" : null;
}

/** The first stage that is not back; null when all are. A site that was not fine before is not waited for. */
export function missingStage({ backAtMs, before, watched }: RestartState): RestartStage | null {
  const needed = watched.filter((stage) => stage !== "site" || before?.seen.site === "up");
  return needed.find((stage) => backAtMs[stage] === null) ?? null;
}

/** What was seen of a real restart. */
export function proofOf(state: RestartState): RestartProof {
  const { routerGap, modemGap, backAtMs } = state;
  if (routerGap !== null && routerGap.toMs !== null) return { kind: "gap", seconds: secondsOf(routerGap) };
  if (modemGap !== null && modemGap.toMs !== null) return { kind: "modem-gap", seconds: secondsOf(modemGap) };
  const stage = downStageBefore(state);
  return stage !== null && backAtMs[stage] !== null ? { kind: "was-down", stage } : { kind: "none" };
}

/** The address on the internet before and after, as far as this computer itself knew it; null where it did not. */
export function outsideOf({ before, outside }: RestartState): {
  readonly before: string | null;
  readonly after: string | null;
} {
  return { before: before?.outside ?? null, after: outside };
}

function secondsOf({ fromMs, toMs }: Gap): number {
  return Math.max(1, Math.round(((toMs ?? fromMs) - fromMs) / 1_000));
}
