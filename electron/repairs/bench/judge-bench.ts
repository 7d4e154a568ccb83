import type { BenchDuel, BenchReport, BenchRow, BenchVerdict } from "../../../shared/model/dns-bench.ts";
import { type Random, seededRandom } from "./random.ts";
import { holm, quantile, quartiles, signFlipTest } from "./statistics.ts";

/** When a benchmark recommends something. Both bars must be passed, the statistical and the practical one. */
const BENCH_BARS = {
  /** Below this many samples nothing is said. */
  samples: 20,
  /** Share of queries that must be answered. */
  reliability: 0.8,
  p: 0.01,
  gainMs: 10,
  gainShare: 0.15,
  /** For the second measurement of a winner; the first has passed the narrow bar. */
  againP: 0.05,
} as const;

/** One measured resolver: for every sample, in the same order for all, the time in ms or null for no answer. */
export interface BenchSeries {
  readonly id: string;
  readonly name: string;
  readonly transport: "udp" | "doh";
  readonly server: string;
  readonly current: boolean;
  readonly times: readonly (number | null)[];
  readonly honest: boolean | null;
}

/**
 * Judges measured series. Only plain resolvers are compared with a plain current one: DoH times here hold a new
 * connection each, which a system that uses DoH does not pay. Pure; the seed decides the permutations.
 */
export function judgeBench(names: readonly string[], series: readonly BenchSeries[], seed: number): BenchReport {
  const rows = series.map(rowOf);
  const samples = Math.max(0, ...series.map(({ times }) => times.length));
  const current = series.find((one) => one.current);
  const duels = current === undefined ? [] : duelsOf(current, series, seed);
  return { names, samples, rows, duels, verdict: verdictOf(rows, duels, samples) };
}

function rowOf({ times, ...series }: BenchSeries): BenchRow {
  const answered = answers(times);
  return {
    ...series,
    asked: times.length,
    answered: answered.length,
    medianMs: quantile(answered, 0.5),
    quartilesMs: quartiles(answered),
  };
}

function duelsOf(current: BenchSeries, series: readonly BenchSeries[], seed: number): readonly BenchDuel[] {
  const random = seededRandom(seed);
  const rivals = series.filter((one) => !one.current && one.transport === current.transport);
  const raw = rivals.map((rival) => ({ id: rival.id, ...duelOf(current.times, rival.times, random) }));
  const corrected = holm(raw.map(({ p }) => p));
  return raw.map((duel, index) => ({ ...duel, p: corrected[index] ?? 1 }));
}

type Times = readonly (number | null)[];

function duelOf(own: Times, other: Times, random: Random): Omit<BenchDuel, "id"> {
  const pairs = pairsOf(own, other);
  const gains = pairs.map(([mine, theirs]) => mine - theirs);
  const usual = quantile(
    pairs.map(([mine]) => mine),
    0.5,
  );
  const gainMs = quantile(gains, 0.5) ?? 0;
  return {
    pairs: pairs.length,
    gainMs,
    gainShare: usual === null || usual === 0 ? 0 : gainMs / usual,
    p: signFlipTest(gains, random),
  };
}

/** Enough answers, and a gain that a person notices. */
function isNoticeable({ pairs, gainMs, gainShare }: Omit<BenchDuel, "id" | "p">): boolean {
  return (
    pairs >= BENCH_BARS.samples * BENCH_BARS.reliability &&
    gainMs >= BENCH_BARS.gainMs &&
    gainShare >= BENCH_BARS.gainShare
  );
}

/**
 * Is the winner of a first measurement faster in a second one too? Chance alone passes the first in up to one of two
 * hundred comparisons, so it alone would send some people to another resolver for nothing.
 */
export function standsAgain(current: Times, winner: Times, seed: number): boolean {
  const duel = duelOf(current, winner, seededRandom(seed + 1));
  return isNoticeable(duel) && duel.p < BENCH_BARS.againP;
}

function verdictOf(rows: readonly BenchRow[], duels: readonly BenchDuel[], samples: number): BenchVerdict {
  const current = rows.find((row) => row.current);
  if (current === undefined) return { kind: "no-current" };
  if (samples < BENCH_BARS.samples) return { kind: "too-few" };
  const fit = rows.filter((row) => !row.current && row.transport === "udp" && isReliable(row) && row.honest !== false);
  if (!isReliable(current)) {
    const [best] = fit.toSorted((a, b) => (a.medianMs ?? Infinity) - (b.medianMs ?? Infinity));
    return { kind: "unreliable", best: best?.id ?? null };
  }
  const winners = duels.filter(
    (duel) => fit.some(({ id }) => id === duel.id) && duel.p < BENCH_BARS.p && isNoticeable(duel),
  );
  const [winner] = winners.toSorted((a, b) => b.gainMs - a.gainMs);
  if (winner === undefined) return { kind: "keep" };
  const { id: to, gainMs, gainShare, p } = winner;
  return { kind: "switch", to, gainMs, gainShare, p };
}

function isReliable({ answered, asked }: BenchRow): boolean {
  return asked > 0 && answered / asked >= BENCH_BARS.reliability;
}

function answers(times: readonly (number | null)[]): readonly number[] {
  return times.filter((time) => time !== null);
}

function pairsOf(mine: Times, theirs: Times): readonly (readonly [number, number])[] {
  return mine.flatMap((own, index) => {
    const other = theirs[index] ?? null;
    return own === null || other === null ? [] : [[own, other] as const];
  });
}
