/** Ctrl-C while a command runs. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** What to do when the person presses Ctrl-C; at once when it happened already. */
  calls(action: () => void): void;
  /** Stops listening; true when the person interrupted. */
  forget(): boolean;
}

/**
 * Hears Ctrl-C from now on, so that what is known can still be printed. A second one ends the program the usual way.
 * `also` fires like it.
 */
export function onInterrupt(also?: AbortSignal): Interrupt {
  const controller = new AbortController();
  const hear = (): void => controller.abort();
  process.once("SIGINT", hear);
  also?.addEventListener("abort", hear, { once: true });
  return {
    signal: controller.signal,
    calls: (action) => {
      if (controller.signal.aborted) action();
      else controller.signal.addEventListener("abort", action, { once: true });
    },
    forget: () => {
      process.off("SIGINT", hear);
      also?.removeEventListener("abort", hear);
      return controller.signal.aborted;
    },
  };
}
