import type { WatchNewsKind, WatchState } from "../../shared/model/watch.ts";
import { isLike, isSame, type PagePrint } from "./page-print.ts";

/** Looks in a row that settle a change, either way. */
export const LOOKS_TO_SETTLE = 3;
/** Changes between good and not good that make a site unsteady, and the time they have to fall into (ms). */
const FLIPS = 4;
const FLIPS_WITHIN_MS = 10 * 60_000;
/** Confirmed changes that make it unsteady although each lasted a while (ms). */
const TURNS = 6;
const TURNS_WITHIN_MS = 60 * 60_000;
/** An unsteady site that fails this often in a row may be down; so often at least, and so unlikely by chance alone. */
const FAILS_TO_LEAVE_FLAPPING = 5;
const UNLIKELY = 0.02;
/** A page that is not the one before becomes the site's page after this many looks and this long (ms). */
const LOOKS_TO_ADOPT = 10;
const ADOPT_AFTER_MS = 30 * 60_000;
/** Looks further apart than this are not "in a row" (ms): the longest pause of the schedule, and half again. */
const ROW_GAP_MS = 9 * 60_000;
/** A site never seen fine before may have a new page at every look; after this many fine ones in a row it is fine. */
const FINE_ANYWAY = 6;
/** Error pages remembered of one outage. */
const MOST_FAULTS = 3;

/** All that a watch remembers between two looks. JSON-safe; times in ms since 1970. */
export interface WatchMemory {
  readonly state: WatchState;
  readonly since: number;
  /** Looks in a row. */
  readonly good: number;
  readonly bad: number;
  /** Fine answers in a row, whatever their pages. */
  readonly fine: number;
  readonly lastAt: number | null;
  readonly firstGoodAt: number | null;
  readonly firstBadAt: number | null;
  /** Since when looks have ended alike; what the pauses grow by. */
  readonly steadySince: number;
  readonly downSince: number | null;
  readonly flips: readonly number[];
  readonly turns: readonly number[];
  /** Looks since it was called unsteady; null while it is not. */
  readonly unsteady: { readonly good: number; readonly looks: number } | null;
  /** The page of the last good time; null when it was never seen fine. */
  readonly known: PagePrint | null;
  /** A page that may become the known one. */
  readonly candidate: { readonly print: PagePrint; readonly count: number; readonly since: number } | null;
  /** Pages seen with a bad status in this outage: with a good status they are still no recovery. */
  readonly faults: readonly PagePrint[];
}

/** What a look saw, judged by itself. */
export interface Seen {
  readonly at: number;
  readonly fine: boolean;
  readonly print: PagePrint | null;
}

/** News without its look. */
export interface StepNews {
  readonly kind: WatchNewsKind;
  readonly downSince: number | null;
  readonly firstGoodAt: number | null;
}

/** What a look changes. */
export interface Step {
  readonly memory: WatchMemory;
  /** `other`: fine by itself, but not the page that was there before. */
  readonly counted: "good" | "bad" | "other";
  readonly news: StepNews | null;
}

/** A watch that has seen nothing; `down`: a check-up has just seen the site fail. */
export function firstMemory(at: number, down: boolean): WatchMemory {
  return {
    state: down ? "down" : "new",
    since: at,
    good: 0,
    bad: 0,
    fine: 0,
    lastAt: null,
    firstGoodAt: null,
    firstBadAt: null,
    steadySince: at,
    downSince: down ? at : null,
    flips: [],
    turns: [],
    unsteady: null,
    known: null,
    candidate: null,
    faults: [],
  };
}

/** Takes one look in. Pure: the same looks give the same news. */
export function step(before: WatchMemory, seen: Seen): Step {
  const rested = rest(before, seen.at);
  const { counted, candidate, restart } = count(rested, seen);
  const tallied = tally(restart ? { ...rested, good: 0 } : rested, seen, counted);
  const remembered: WatchMemory = { ...tallied, candidate, fine: seen.fine ? rested.fine + 1 : 0 };
  if (counted === "other" && mayAdopt(candidate, seen.at)) return adopt(remembered, seen);
  const moved = move(remembered, seen.at, counted);
  return { ...moved, counted };
}

/** After a long gap (sleep, program closed) nothing is "in a row" any more. */
function rest(memory: WatchMemory, at: number): WatchMemory {
  if (memory.lastAt === null || Math.abs(at - memory.lastAt) <= ROW_GAP_MS) return memory;
  const state = memory.state === "recovering" ? "down" : memory.state === "suspect" ? "up" : memory.state;
  const nothing = { good: 0, bad: 0, fine: 0, firstGoodAt: null, firstBadAt: null, candidate: null };
  return { ...memory, ...nothing, state, steadySince: at };
}

type Candidate = WatchMemory["candidate"];

interface Counted {
  readonly counted: Step["counted"];
  readonly candidate: Candidate;
  /** Fine, but not the page of the look before: good looks are counted from here. */
  readonly restart: boolean;
}

function count(memory: WatchMemory, { at, fine, print }: Seen): Counted {
  if (!fine) return { counted: "bad", candidate: null, restart: false };
  if (print === null) return { counted: "good", candidate: null, restart: false };
  const same = memory.candidate !== null && isLike(memory.candidate.print, print);
  const candidate: Candidate =
    same && memory.candidate !== null
      ? { ...memory.candidate, count: memory.candidate.count + 1 }
      : { print, count: 1, since: at };
  const wasFault = memory.faults.some((fault) => isSame(fault, print));
  if (wasFault || (memory.known !== null && !isLike(memory.known, print))) {
    return { counted: "other", candidate, restart: false };
  }
  // Never seen fine before: the good looks have to agree with each other.
  const agrees = memory.known !== null || same || memory.fine + 1 >= FINE_ANYWAY;
  return { counted: "good", candidate, restart: !agrees };
}

function mayAdopt(candidate: Candidate, at: number): boolean {
  return candidate !== null && candidate.count >= LOOKS_TO_ADOPT && at - candidate.since >= ADOPT_AFTER_MS;
}

function tally(memory: WatchMemory, { at, fine, print }: Seen, counted: Step["counted"]): WatchMemory {
  // A fine answer with another page is no failure of a site that was up.
  const neutral = counted === "other" && memory.state === "up";
  if (neutral) return { ...memory, lastAt: at };
  const good = counted === "good";
  const flip = (good && memory.bad > 0) || (!good && memory.good > 0);
  const recent = memory.flips.filter((time) => at - time < FLIPS_WITHIN_MS);
  const streak = good
    ? { good: memory.good + 1, bad: 0, firstGoodAt: memory.good > 0 ? memory.firstGoodAt : at, firstBadAt: null }
    : { good: 0, bad: memory.bad + 1, firstGoodAt: null, firstBadAt: memory.bad > 0 ? memory.firstBadAt : at };
  const { unsteady } = memory;
  return {
    ...memory,
    ...streak,
    unsteady: unsteady === null ? null : { good: unsteady.good + (good ? 1 : 0), looks: unsteady.looks + 1 },
    lastAt: at,
    steadySince: flip ? at : memory.steadySince,
    flips: flip ? [...recent, at] : recent,
    turns: memory.turns.filter((time) => at - time < TURNS_WITHIN_MS),
    faults: fine ? memory.faults : withFault(memory.faults, print),
  };
}

function withFault(faults: WatchMemory["faults"], print: PagePrint | null): WatchMemory["faults"] {
  if (print === null || faults.some((known) => isSame(known, print))) return faults;
  return [...faults, print].slice(-MOST_FAULTS);
}

/** The site has another page now: it is up, and that is said in other words than "back". */
function adopt(memory: WatchMemory, { at, print }: Seen): Step {
  const firstGoodAt = memory.candidate?.since ?? at;
  const news = { kind: "other-page" as const, downSince: memory.downSince, firstGoodAt };
  const wasUp = memory.state === "up";
  const settled = { ...become(memory, "up", at), known: print, faults: [], good: LOOKS_TO_SETTLE, bad: 0 };
  return {
    memory: {
      ...settled,
      downSince: null,
      flips: [],
      unsteady: null,
      steadySince: wasUp ? memory.steadySince : at,
      firstBadAt: null,
    },
    counted: "good",
    news: wasUp ? null : news,
  };
}

function become(memory: WatchMemory, state: WatchState, at: number): WatchMemory {
  return memory.state === state ? memory : { ...memory, state, since: at };
}

type Moved = Pick<Step, "memory" | "news">;

function move(memory: WatchMemory, at: number, counted: Step["counted"]): Moved {
  if (memory.state === "flapping") return leaveFlapping(memory, at);
  const moved = counted === "good" ? onGood(memory, at) : onBad(memory, at, counted);
  const { flips, turns } = moved.memory;
  if (flips.length < FLIPS && turns.length < TURNS) return moved;
  // Told once; "back" and "down" would follow each other for as long as it lasts.
  return {
    memory: { ...become(moved.memory, "flapping", at), downSince: memory.downSince, unsteady: { good: 0, looks: 0 } },
    news: { kind: "flapping", downSince: memory.downSince, firstGoodAt: null },
  };
}

function onGood(memory: WatchMemory, at: number): Moved {
  switch (memory.state) {
    case "up":
    case "suspect":
      return {
        memory: { ...become(memory, "up", at), downSince: null, known: pageOf(memory), faults: [] },
        news: null,
      };
    case "down":
    case "recovering":
      return memory.good < LOOKS_TO_SETTLE
        ? { memory: become(memory, "recovering", at), news: null }
        : settle({ ...memory, turns: [...memory.turns, at] }, at, "back");
    default:
      return memory.good < LOOKS_TO_SETTLE ? { memory, news: null } : settle(memory, at, "works");
  }
}

function settle(memory: WatchMemory, at: number, kind: "back" | "works"): Moved {
  const { downSince, firstGoodAt } = memory;
  const up = { ...become(memory, "up", at), known: pageOf(memory), faults: [], downSince: null };
  return { memory: up, news: { kind, downSince, firstGoodAt } };
}

/** The page as it is now; pages change slowly, and so does what is known of them. */
function pageOf({ candidate, known }: WatchMemory): PagePrint | null {
  return candidate?.print ?? known;
}

function onBad(memory: WatchMemory, at: number, counted: Step["counted"]): Moved {
  switch (memory.state) {
    case "down":
      return { memory, news: null };
    case "recovering":
      return { memory: become(memory, "down", at), news: null };
    case "up":
      if (counted === "other") return { memory, news: null };
      return { memory: { ...become(memory, "suspect", at), downSince: at }, news: null };
    default: {
      const downSince = memory.downSince ?? memory.firstBadAt;
      if (memory.bad < LOOKS_TO_SETTLE) return { memory: { ...memory, downSince }, news: null };
      const turns = memory.state === "suspect" ? [...memory.turns, at] : memory.turns;
      return {
        memory: { ...become(memory, "down", at), downSince, turns },
        news: { kind: "down", downSince, firstGoodAt: null },
      };
    }
  }
}

/** Fails in a row that an unsteady site would hardly have by chance, from how often it was good before them. */
function isDead({ bad, unsteady }: WatchMemory): boolean {
  if (bad < FAILS_TO_LEAVE_FLAPPING) return false;
  const before = Math.max((unsteady?.looks ?? 0) - bad, 0);
  // With few looks so far every other one counts as good (rule of succession).
  const share = ((unsteady?.good ?? 0) + 1) / (before + 2);
  return (1 - share) ** bad <= UNLIKELY;
}

/** Out of it only by being dead for a while, or steady for as long as the flips were counted. */
function leaveFlapping(memory: WatchMemory, at: number): Moved {
  if (isDead(memory)) {
    const downSince = memory.firstBadAt;
    const down = { ...become(memory, "down", at), downSince, flips: [], turns: [], unsteady: null };
    return { memory: down, news: { kind: "down", downSince, firstGoodAt: null } };
  }
  const calmMs = memory.turns.length >= TURNS ? 2 * FLIPS_WITHIN_MS : FLIPS_WITHIN_MS;
  if (memory.good < LOOKS_TO_SETTLE || at - (memory.firstGoodAt ?? at) < calmMs) return { memory, news: null };
  return settle({ ...memory, flips: [], turns: [], unsteady: null }, at, "back");
}
