/** The time as a watch sees it; tests give a faster one. */
export interface WatchClock {
  /** Ms since 1970. */
  now(): number;
  /** Calls once, after so many ms; gives what takes it back. */
  after(ms: number, call: () => void): () => void;
}

/** The machine's own clock. */
export const MACHINE_CLOCK: WatchClock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
