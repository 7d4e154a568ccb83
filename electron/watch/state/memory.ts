import type { WatchState } from "../../../shared/model/watch.ts";
import type { PagePrint } from "../look/page-print.ts";

/** Looks in a row that settle a change, either way. */
export const LOOKS_TO_SETTLE = 3;

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
  /** When an unsteady site was called back lately: if it is unsteady again, those were mistakes. */
  readonly calms: readonly number[];
  /** The page of the last good time; null when it was never seen fine. */
  readonly known: PagePrint | null;
  /** A page that may become the known one. */
  readonly candidate: { readonly print: PagePrint; readonly count: number; readonly since: number } | null;
  /** Pages seen with a bad status in this outage: with a good status they are still no recovery. */
  readonly faults: readonly PagePrint[];
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
    calms: [],
    known: null,
    candidate: null,
    faults: [],
  };
}

/** The same in another state, since now; as it was when it is in that state already. */
export function become(memory: WatchMemory, state: WatchState, at: number): WatchMemory {
  return memory.state === state ? memory : { ...memory, state, since: at };
}
