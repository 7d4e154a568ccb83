/** What became of a question. */
export type Answered = "yes" | "no" | "no-answer";

/** One question to the person at a time. */
export interface Questions {
  /** Resolves with the answer, or with `no-answer` after so many seconds (null: it waits for ever). */
  ask(seconds: number | null): Promise<Answered>;
  /** False when nothing is asked. */
  answer(yes: boolean): boolean;
  /** Gives the open question so many seconds from now; false when nothing is asked. */
  extend(seconds: number): boolean;
}

/** Longest time a timer can hold, ms (2^31 - 1). */
const LONGEST_MS = 2_147_483_647;

/** The questions of one job; a new one answers the one before it with no. */
export function createQuestions(): Questions {
  let open: { readonly resolve: (answered: Answered) => void; timer: NodeJS.Timeout | null } | null = null;
  const settle = (answered: Answered): boolean => {
    if (open === null) return false;
    if (open.timer !== null) clearTimeout(open.timer);
    const { resolve } = open;
    open = null;
    resolve(answered);
    return true;
  };
  const timer = (seconds: number | null): NodeJS.Timeout | null =>
    seconds === null
      ? null
      : setTimeout(() => settle("no-answer"), Math.min(Math.max(seconds, 0) * 1_000, LONGEST_MS)).unref();
  return {
    ask: (seconds) => {
      settle("no");
      return new Promise((resolve) => {
        open = { resolve, timer: timer(seconds) };
      });
    },
    answer: (yes) => settle(yes ? "yes" : "no"),
    extend: (seconds) => {
      if (open === null) return false;
      if (open.timer !== null) clearTimeout(open.timer);
      open.timer = timer(seconds);
      return true;
    },
  };
}
