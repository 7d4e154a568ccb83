import { LOOKS_TO_SETTLE, type WatchMemory } from "./memory.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between two looks, by how long nothing has changed: base, after a quarter of an hour, after two hours. */
const PAUSES: readonly { readonly fromMs: number; readonly pauseMs: number }[] = [
  { fromMs: 2 * HOUR, pauseMs: 5 * MINUTE },
  { fromMs: 15 * MINUTE, pauseMs: 2 * MINUTE },
  { fromMs: 0, pauseMs: MINUTE },
];

/** Share of a pause that chance may add or take, so that many watchers do not come at once. */
const JITTER = 0.2;

/** After a first good answer: two more, this far apart. */
const AGAIN_MS = 5 * SECOND;

/** Beyond a wait the site asked for, up to this: not everybody at the same second. */
const AFTER_WAIT_MS = 5 * SECOND;

/** While something near the person is broken: this often it is looked at, and after a while less often. */
const HELD_PAUSE_MS = 15 * SECOND;
const HELD_LONG_PAUSE_MS = MINUTE;
const HELD_LONG_MS = 10 * MINUTE;

/** What the next look depends on. */
export interface Asked {
  readonly memory: WatchMemory;
  /** The end of this look, ms since 1970. */
  readonly at: number;
  /** The site asks to be left alone until then (ms since 1970); null: it does not. */
  readonly notBefore: number | null;
  /** 0 to 1. */
  readonly random: number;
}

/** When to look next, ms since 1970. Never before the time the site asked for. */
export function nextLookAt({ memory, at, notBefore, random }: Asked): number {
  const next = at + (isConfirming(memory) ? AGAIN_MS : jittered(pauseFor(at - memory.steadySince), random));
  return notBefore === null || notBefore <= at ? next : Math.max(next, notBefore + Math.round(random * AFTER_WAIT_MS));
}

/** When to see again whether the way to the site is mended, ms since 1970. */
export function nextNearCheckAt(heldSince: number, at: number, random: number): number {
  return at + jittered(at - heldSince >= HELD_LONG_MS ? HELD_LONG_PAUSE_MS : HELD_PAUSE_MS, random);
}

/**
 * After a sleep, or when many watches start at once: each gets a moment of its own inside a window that grows with
 * their number, so that neither the network nor a host is met with all of them at once. Ms since 1970.
 */
export function spreadAt(at: number, index: number, random: number): number {
  return at + 3 * SECOND + Math.round((index + random) * SECOND);
}

/** A first good answer wants two more, soon; an unsteady site is not pressed. */
function isConfirming({ state, good }: WatchMemory): boolean {
  return (state === "new" || state === "recovering") && good > 0 && good < LOOKS_TO_SETTLE;
}

function pauseFor(quietMs: number): number {
  return PAUSES.find(({ fromMs }) => quietMs >= fromMs)?.pauseMs ?? MINUTE;
}

function jittered(pauseMs: number, random: number): number {
  return Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random));
}
