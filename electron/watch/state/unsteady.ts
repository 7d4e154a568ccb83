import { LOOKS_TO_SETTLE, type WatchMemory } from "./memory.ts";

const MINUTE = 60_000;

/** Changes between good and not good that make a site unsteady, and the time they have to fall into (ms). */
const FLIPS = 4;
const FLIPS_WITHIN_MS = 10 * MINUTE;
/** Confirmed changes that make it unsteady although each lasted a while (ms). */
const TURNS = 6;
const TURNS_WITHIN_MS = 60 * MINUTE;
/**
 * The looks that made a site unsteady count as this many, half of them good. Without them a site that was called
 * unsteady a moment ago would have no record, and any run would look like a change for good.
 */
const RECORD = { looks: 4, good: 2 };
/** Failures in a row that may mean "dead": so many at least, and so unlikely after what was seen before them. */
const FAILS_AT_LEAST = 5;
/** Every pause between two good answers is a new chance to be wrong, hours long: hence so small. */
const UNLIKELY_DEAD = 0.001;
/** A short record makes nothing that unlikely: dead all through for this long is dead (ms). */
const DEAD_ANYWAY_MS = 10 * MINUTE;
/** A good run that may mean "steady": this long at least (ms), twice as long after each mistake, this long at most. */
const CALM_MS = 10 * MINUTE;
const MOST_CALM_MS = 40 * MINUTE;
const MISTAKES_WITHIN_MS = 180 * MINUTE;
/** ... and so unlikely after what was seen before it; a site that was good most of the time needs a longer run. */
const UNLIKELY_CALM = 0.01;

/** The changes that still count at a time. */
export function recentChanges({ flips, turns }: WatchMemory, at: number): Pick<WatchMemory, "flips" | "turns"> {
  return {
    flips: flips.filter((time) => at - time < FLIPS_WITHIN_MS),
    turns: turns.filter((time) => at - time < TURNS_WITHIN_MS),
  };
}

/** Does it come and go? */
export function isUnsteady({ flips, turns }: WatchMemory): boolean {
  return flips.length >= FLIPS || turns.length >= TURNS;
}

/** What has become of an unsteady site. Null: it still comes and goes, for all that is known. */
export function settledAs(memory: WatchMemory, at: number): "dead" | "steady" | null {
  if (isDead(memory)) return "dead";
  return isSteady(memory, at) ? "steady" : null;
}

/** The times at which an unsteady site was called back and may not have been. */
export function mistakesOf({ calms }: WatchMemory, at: number): readonly number[] {
  return calms.filter((time) => at - time < MISTAKES_WITHIN_MS);
}

function isDead(memory: WatchMemory): boolean {
  const { good, looks } = recordOf(memory);
  const { bad } = memory;
  if (bad < FAILS_AT_LEAST) return false;
  const lasted = (memory.lastAt ?? 0) - (memory.firstBadAt ?? 0);
  return lasted >= DEAD_ANYWAY_MS || chanceOfRun(bad, looks - good - bad, looks - bad) <= UNLIKELY_DEAD;
}

function isSteady(memory: WatchMemory, at: number): boolean {
  const run = memory.good;
  const lasted = at - (memory.firstGoodAt ?? at);
  // Ups and downs that each lasted a while ask for a longer stretch from the start.
  const first = memory.turns.length >= TURNS ? 2 * CALM_MS : CALM_MS;
  const asked = Math.min(first * 2 ** mistakesOf(memory, at).length, MOST_CALM_MS);
  if (run < LOOKS_TO_SETTLE || lasted < asked) return false;
  const { good, looks } = recordOf(memory);
  return lasted >= MOST_CALM_MS || chanceOfRun(run, good - run, looks - run) <= UNLIKELY_CALM;
}

function recordOf({ unsteady }: WatchMemory): { readonly good: number; readonly looks: number } {
  return { good: RECORD.good + (unsteady?.good ?? 0), looks: RECORD.looks + (unsteady?.looks ?? 0) };
}

/**
 * How likely `run` equal looks follow by chance alone where `alike` of `looks` before them were so: Laplace's rule of
 * succession, look after look, which also weighs how little a short record says.
 */
function chanceOfRun(run: number, alike: number, looks: number): number {
  let chance = 1;
  for (let next = 0; next < run; next += 1) chance *= (alike + 1 + next) / (looks + 2 + next);
  return chance;
}
