/** What one look at the target or at the control showed. `unknown`: not measured, which is never a "no". */
export type SampleLevel = "works" | "fails" | "unknown";

/** One look. */
export interface Sample {
  readonly level: SampleLevel;
  /** Milliseconds of the look-up, the part a DNS repair can change; null when there was none or it gave nothing. */
  readonly lookupMs: number | null;
  /** What was seen, for those who want it: a look-up outcome, an HTTP outcome or `http-STATUS`. */
  readonly seen: string;
  /** The address that was used; null when there was none. */
  readonly address: string | null;
}

/** The same two looks, taken close together: what the person wants, and what the repair cannot influence. */
export interface Battery {
  readonly target: Sample;
  readonly control: Sample;
}

/**
 * What a repair did. `fixed`: works now, twice, and the control shows no change. `improved`: likewise, but only better.
 * `recovered-by-itself`: works now, and so does the way the repair cannot have touched. `unknown`: not measured well
 * enough to say any of these (see `worksNow` for what is known).
 */
export const COMPARISON_OUTCOMES = [
  "fixed",
  "improved",
  "unchanged",
  "worse",
  "recovered-by-itself",
  "unknown",
] as const;

/** One of {@link COMPARISON_OUTCOMES}. */
export type ComparisonOutcome = (typeof COMPARISON_OUTCOMES)[number];

/** Before and after, side by side. */
export interface Comparison {
  readonly outcome: ComparisonOutcome;
  /** Does the target work after the repair? Null when that was not seen. */
  readonly worksNow: boolean | null;
  readonly before: Battery;
  /** Rounds after the repair, in order. One bad round is enough for "no"; a success needs two. */
  readonly after: readonly Battery[];
}
