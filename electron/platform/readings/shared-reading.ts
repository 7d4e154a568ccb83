import { setTimeout as pause } from "node:timers/promises";
import { fail, type Result } from "../../../shared/lib/result.ts";
import type { Reading, ReadingError } from "../machine.ts";
import { guarded } from "./reading.ts";

interface Run<Value> {
  readonly result: Promise<Result<Value, ReadingError>>;
  readonly stop: AbortController;
  readonly startedAt: number;
  waiting: number;
}

/**
 * One reading for everybody who asks while it runs, and for `freshMs` after its start when it was good. Each caller can
 * cancel for itself; the reading ends when the last one has.
 */
export function shared<Value>(
  read: (signal: AbortSignal) => Reading<Value>,
  freshMs: number,
): (signal: AbortSignal) => Reading<Value> {
  let current: Run<Value> | null = null;

  const begin = (): Run<Value> => {
    const stop = new AbortController();
    const run: Run<Value> = {
      result: guarded(stop.signal, () => read(stop.signal)),
      stop,
      startedAt: performance.now(),
      waiting: 0,
    };
    void keepWhileFresh(run).finally(() => {
      if (current === run) current = null;
    });
    return run;
  };

  const keepWhileFresh = async (run: Run<Value>): Promise<void> => {
    const { ok } = await run.result;
    const left = ok ? freshMs - (performance.now() - run.startedAt) : 0;
    // Not worth keeping the process alive for.
    if (left > 0) await pause(left, undefined, { ref: false });
  };

  return async (signal) => {
    if (signal.aborted) return fail({ code: "cancelled", detail: "" });
    current ??= begin();
    const run = current;
    run.waiting += 1;
    let onAbort: (() => void) | undefined;
    const cancelled = new Promise<Result<Value, ReadingError>>((resolve) => {
      onAbort = () => resolve(fail({ code: "cancelled", detail: "" }));
      signal.addEventListener("abort", onAbort, { once: true });
    });
    try {
      return await Promise.race([run.result, cancelled]);
    } finally {
      if (onAbort !== undefined) signal.removeEventListener("abort", onAbort);
      run.waiting -= 1;
      if (run.waiting === 0 && signal.aborted) {
        run.stop.abort();
        if (current === run) current = null;
      }
    }
  };
}
