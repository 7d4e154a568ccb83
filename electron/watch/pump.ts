import type { WatchClock } from "./clock.ts";

/** Looks under way at the same time. */
const MOST_AT_ONCE = 3;
/** The clock is looked at this often at least, so that a sleep is noticed soon (ms). */
const LONGEST_TICK_MS = 30_000;
/** A timer that comes later than this was held up by a sleep (ms); a busy machine is not that late. */
const SLEPT_MS = 20_000;
/** A clock that goes back by more than this was set (ms). */
const SET_BACK_MS = 2_000;

/** Something that has its turn at a time. */
export interface Due {
  readonly id: string;
  /** Two of the same host never have their turn together. */
  readonly host: string;
  /** Ms since 1970. */
  readonly at: number;
}

/** What the pump drives. */
export interface PumpParts {
  readonly clock: WatchClock;
  readonly waiting: () => readonly Due[];
  /** Takes the turn; must not reject. */
  readonly turn: (id: string) => Promise<void>;
  /** The machine slept (or its clock was set forward): what is overdue must not come all at once. */
  readonly onSlept: () => void;
  /** The clock was set back by so many ms: times that were planned lie too far ahead. */
  readonly onSetBack: (ms: number) => void;
}

/** Gives each its turn when it is due: a few at once, one for each host. */
export interface Pump {
  /** Something is due at another time now. */
  poke(): void;
  /** No new turns until `go`. */
  pause(): void;
  go(): void;
  close(): void;
}

/** A pump that has not begun; `go` starts it. */
export function createPump({ clock, waiting, turn, onSlept, onSetBack }: PumpParts): Pump {
  const busy = new Map<string, string>();
  let forget: (() => void) | null = null;
  let running = false;
  let expected = clock.now();
  let seen = clock.now();

  const noticeJump = (): void => {
    const now = clock.now();
    if (now - expected > SLEPT_MS) onSlept();
    else if (now < seen - SET_BACK_MS) onSetBack(seen - now);
  };
  const start = ({ id, host }: Due): void => {
    busy.set(id, host);
    void turn(id).finally(() => {
      busy.delete(id);
      poke();
    });
  };
  const startDue = (): void => {
    const now = clock.now();
    const due = waiting().filter(({ id, at }) => at <= now && !busy.has(id));
    for (const one of due.toSorted((a, b) => a.at - b.at)) {
      if (busy.size >= MOST_AT_ONCE) return;
      if (![...busy.values()].includes(one.host)) start(one);
    }
  };
  const poke = (): void => {
    if (!running) return;
    forget?.();
    noticeJump();
    startDue();
    const now = clock.now();
    const next = Math.min(...waiting().flatMap(({ id, at }) => (busy.has(id) || at <= now ? [] : [at])));
    const wait = Math.min(Math.max(next - now, 0), LONGEST_TICK_MS);
    expected = now + wait;
    seen = now;
    forget = clock.after(wait, poke);
  };
  return {
    poke,
    pause: () => {
      running = false;
      forget?.();
    },
    go: () => {
      running = true;
      expected = clock.now();
      seen = expected;
      poke();
    },
    close: () => {
      running = false;
      forget?.();
    },
  };
}
