import type { WatchNewsKind } from "../../../shared/model/watch.ts";
import { become, LOOKS_TO_SETTLE, type WatchMemory } from "./memory.ts";
import type { PagePrint } from "../look/page-print.ts";
import { isUnsteady, mistakesOf, recentChanges, settledAs } from "./unsteady.ts";
import { type Counted, countPage, mayAdopt, pageOf, withFault } from "./which-page.ts";

/** Looks further apart than this are not "in a row" (ms): the longest pause of the schedule, and half again. */
const ROW_GAP_MS = 9 * 60_000;

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

/** Takes one look in. Pure: the same looks give the same news. */
export function step(before: WatchMemory, seen: Seen): Step {
  const rested = rest(before, seen.at);
  const { counted, candidate, restart } = countPage(rested, seen);
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

function tally(memory: WatchMemory, { at, fine, print }: Seen, counted: Counted["counted"]): WatchMemory {
  // A fine answer with another page is no failure of a site that was up.
  const neutral = counted === "other" && memory.state === "up";
  if (neutral) return { ...memory, lastAt: at };
  const good = counted === "good";
  const flip = (good && memory.bad > 0) || (!good && memory.good > 0);
  const { flips, turns } = recentChanges(memory, at);
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
    flips: flip ? [...flips, at] : flips,
    turns,
    faults: fine ? memory.faults : withFault(memory.faults, print),
  };
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

type Moved = Pick<Step, "memory" | "news">;

function move(memory: WatchMemory, at: number, counted: Counted["counted"]): Moved {
  if (memory.state === "flapping") return leaveFlapping(memory, at);
  const moved = counted === "good" ? onGood(memory, at) : onBad(memory, at, counted);
  if (!isUnsteady(moved.memory)) return moved;
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

function onBad(memory: WatchMemory, at: number, counted: Counted["counted"]): Moved {
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

/** Out of it only by what chance alone would hardly bring: a long dead run, or a long good one. */
function leaveFlapping(memory: WatchMemory, at: number): Moved {
  const steady = { ...memory, flips: [], turns: [], unsteady: null };
  switch (settledAs(memory, at)) {
    case "dead": {
      const downSince = memory.firstBadAt;
      return {
        memory: { ...become(steady, "down", at), downSince },
        news: { kind: "down", downSince, firstGoodAt: null },
      };
    }
    case "steady":
      return settle({ ...steady, calms: [...mistakesOf(memory, at), at] }, at, "back");
    default:
      // What its own page looks like is learned meanwhile: a holding page after it must not pass for the site.
      return { memory: memory.good < LOOKS_TO_SETTLE ? memory : { ...memory, known: pageOf(memory) }, news: null };
  }
}
