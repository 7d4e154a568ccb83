/** Limits of one check-up, in milliseconds. The probes' own stand in electron/probes/limits.ts. */
export const ENGINE_LIMITS = {
  /** A check-up never takes longer than this, whatever hangs. */
  hardStopMs: 12_000,
  /** Between telling the checks to stop and giving up on them: time to hand in what they saw so far. */
  graceMs: 250,
  /** A settled verdict still waits this long (since the start) for findings that checks are about to hand in. */
  settledMs: 2_500,
  /** Shortest and longest hard stop that can be asked for. */
  shortestMs: 500,
  longestMs: 120_000,
} as const;

/** The hard stop to use, ms, for the one asked for (not a number or absent: the usual one). */
export function hardStopFor(timeoutMs: number | undefined): number {
  if (timeoutMs === undefined || !Number.isFinite(timeoutMs)) return ENGINE_LIMITS.hardStopMs;
  return Math.min(Math.max(timeoutMs, ENGINE_LIMITS.shortestMs), ENGINE_LIMITS.longestMs);
}
