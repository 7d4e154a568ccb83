/** One thing that was measured beside something else in the same call. */
export interface Row {
  /** Stays the same from run to run: regressions are found by it. */
  readonly id: string;
  readonly what: string;
  /** Ours, with its unit. */
  readonly ours: string;
  /** What ran beside it, with its unit. */
  readonly beside: string;
  /** Ours over theirs, or theirs over ours where more is better; null for plain sizes and shares. */
  readonly ratio: number | null;
  /** The bar in words. */
  readonly bar: string;
  readonly holds: boolean;
}

/** The middle one; null of nothing. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}

/** "1.23". */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
