/** Why waiting ended before the thing waited for happened. */
export type WaitEnd = "timeout" | "cancelled";

/**
 * Calls `end` once: after `ms` milliseconds or when the signal aborts (in a microtask when it already has). Returns
 * what lets go of timer and listener; after it `end` is never called.
 */
export function onDeadline(signal: AbortSignal, ms: number, end: (why: WaitEnd) => void): () => void {
  let open = true;
  const finish = (why: WaitEnd): void => {
    if (!open) return;
    release();
    end(why);
  };
  const cancel = (): void => {
    finish("cancelled");
  };
  const timer = setTimeout(
    () => {
      finish("timeout");
    },
    Math.max(0, ms),
  );
  function release(): void {
    open = false;
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
  signal.addEventListener("abort", cancel, { once: true });
  // The listener of an aborted signal never fires; a microtask lets the caller finish setting up first.
  if (signal.aborted) queueMicrotask(cancel);
  return release;
}

/** Waits for nothing: ends at the options' limit (or `ms`) or when the signal aborts, and says which. */
export async function untilDeadline(
  options: { readonly signal: AbortSignal; readonly timeoutMs?: number },
  ms: number,
): Promise<WaitEnd> {
  return new Promise((resolve) => {
    onDeadline(options.signal, options.timeoutMs ?? ms, resolve);
  });
}

/** Milliseconds since a `performance.now()` reading, rounded to a tenth: finer digits are noise. */
export function elapsedMs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
