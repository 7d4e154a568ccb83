import type { Random } from "./random.ts";

/** Sign patterns tried. The smallest p-value they can give is 1/(n+1): far below the bar of 0.01 and Holm's share of it. */
const FLIPS = 4_999;

/** Signs in one random number: as many bits as {@link Random} gives. */
const SIGNS = 32;

/** The value below which the given share lies (linear interpolation, Hyndman and Fan's type 7); null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

/** First and third quartile; null with fewer than four values, where they say nothing. */
export function quartiles(values: readonly number[]): readonly [number, number] | null {
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  return values.length < 4 || low === null || high === null ? null : [low, high];
}

/**
 * Two-sided p-value of paired differences: how often would signs thrown at random give a sum at least as far from
 * zero? 1 for fewer than two pairs or when nothing differs. The same seed gives the same answer.
 */
export function signFlipTest(differences: readonly number[], random: Random): number {
  const seen = Math.abs(sum(differences));
  if (differences.length < 2 || seen === 0) return 1;
  let asFar = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    let total = 0;
    // One number holds a sign for each of its bits: millions of them are drawn.
    let bits = 0;
    for (let index = 0; index < differences.length; index += 1) {
      const difference = differences[index] ?? 0;
      if (index % SIGNS === 0) bits = Math.floor(random() * 2 ** SIGNS);
      total += (bits & 1) === 0 ? difference : -difference;
      bits >>>= 1;
    }
    // A hair of tolerance: the same numbers added in another order differ in their last bit.
    if (Math.abs(total) >= seen - 1e-9) asFar += 1;
  }
  return (asFar + 1) / (FLIPS + 1);
}

/** Holm's step-down correction for several tests at once; the order of the input is kept. */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  const corrected = Array.from(pValues, () => 1);
  let floor = 0;
  for (const [rank, { p, index }] of order.entries()) {
    floor = Math.max(floor, Math.min(1, p * (order.length - rank)));
    corrected[index] = floor;
  }
  return corrected;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
