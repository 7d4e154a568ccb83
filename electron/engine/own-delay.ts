/** How often this program looks whether it is being held up, ms. */
const TICK_MS = 50;

/** Measures how late this program itself gets to run. */
export interface OwnDelay {
  /** Ends the measurement: the longest time that a due moment had to wait for, ms. Later calls give the same. */
  stop(): number;
}

/**
 * Starts measuring how late this process runs its own timers: on a busy computer it cannot tell its own waiting from the
 * network's. `now` in ms; for tests.
 */
export function measureOwnDelay(now: () => number = () => performance.now()): OwnDelay {
  let due = now() + TICK_MS;
  let longest = 0;
  let stopped = false;
  const look = (): void => {
    longest = Math.max(longest, now() - due);
    due = now() + TICK_MS;
  };
  const timer = setInterval(look, TICK_MS);
  // Measuring must not keep the process alive.
  timer.unref();
  return {
    stop() {
      if (!stopped) look();
      stopped = true;
      clearInterval(timer);
      return Math.round(Math.max(longest, 0));
    },
  };
}
