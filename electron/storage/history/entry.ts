/** What a list of the history shows of one entry; the entry itself is read only when it is opened. */
export interface HistorySummary {
  readonly id: string;
  /** ISO, UTC. */
  readonly startedAt: string;
  /** Address that was checked. */
  readonly url: string;
  readonly host: string;
  readonly verdict: string;
  readonly faultSide: string;
  readonly confidence: string;
  /** Of the verdict's sentence. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Version of the rules that judged. */
  readonly rules: number;
  /** The person said the verdict is wrong, in their own words; empty when not. */
  readonly note: string;
}

/** One entry as it lies on the disk. */
export interface HistoryEntry extends HistorySummary {
  readonly bytes: number;
}

/** How much is kept: the newest, within all three. */
export interface HistoryLimits {
  /** Days since the entry was made. */
  readonly days: number;
  readonly entries: number;
  /** Bytes of all entries together. */
  readonly bytes: number;
}

/** A year of daily use, and less than a photo album. */
export const HISTORY_LIMITS: HistoryLimits = { days: 365, entries: 1000, bytes: 100_000_000 };

/** Why an entry cannot be had. */
export type HistoryError = "not-found" | "not-readable";
