import type { WatchClock } from "../../../electron/watch/clock.ts";

/** A clock that only moves from timer to timer: hours pass in milliseconds, and two runs are the same. */
export class VirtualClock implements WatchClock {
  private time: number;
  private last = 0;
  private readonly timers = new Map<number, { readonly at: number; readonly call: () => void }>();

  constructor(start: number) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  after(ms: number, call: () => void): () => void {
    const id = (this.last += 1);
    this.timers.set(id, { at: this.time + Math.max(ms, 0), call });
    return () => void this.timers.delete(id);
  }

  /** Waits in this clock's time. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve));
  }

  /** Lets time pass until then; everything that falls due on the way happens in order. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      // Promises that are under way get to their next timer first.
      // oxlint-disable-next-line no-await-in-loop -- step by step is the point
      await new Promise((resolve) => setImmediate(resolve));
      let next: [number, { readonly at: number; readonly call: () => void }] | null = null;
      for (const timer of this.timers) {
        if (next === null || timer[1].at < next[1].at || (timer[1].at === next[1].at && timer[0] < next[0]))
          next = timer;
      }
      if (next === null || next[1].at > end) break;
      this.timers.delete(next[0]);
      this.time = Math.max(this.time, next[1].at);
      next[1].call();
    }
    this.time = end;
  }
}

/** A generator of chance that always gives the same (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
