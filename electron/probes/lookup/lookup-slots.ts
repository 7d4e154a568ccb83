/**
 * Look-ups handed to the system at one time. getaddrinfo blocks a thread of libuv's pool (4 by default, and its size is
 * fixed once the pool runs), and with a dead resolver for 5 to 20 s; libuv itself lets slow look-ups take half of the
 * pool: of six look-ups with a resolver that says nothing for 1 s, two end after 1 s, two after 2 s and two after 3 s, so
 * that more slots would find no name sooner (glibc 2.36, measured). Staying at that half keeps the other half for files and crypto, and what waits can still be called off here.
 */
export const LOOKUP_SLOTS = 2;

/** Gives out a bounded number of slots, first come, first served. */
export interface Slots {
  /** Calls `start` once a slot is free (at once when one is). Returns what withdraws a call that still waits. */
  take(start: () => void): () => void;
  /** Gives a taken slot back. */
  free(): void;
}

/** Slots of their own, all free. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let left = count;
  return {
    take(start) {
      if (left > 0) {
        left -= 1;
        start();
      } else {
        waiting.push(start);
      }
      return () => {
        const at = waiting.indexOf(start);
        if (at !== -1) waiting.splice(at, 1);
      };
    },
    free() {
      const next = waiting.shift();
      if (next === undefined) left += 1;
      else next();
    },
  };
}
