import type { BenchDuel, BenchReport, BenchRow, BenchVerdict } from "../../../shared/model/dns-bench.ts";
import { seededRandom } from "./random.ts";
import { holm, quantile, quartiles, signFlipTest } from "./statistics.ts";

/** When a benchmark recommends something. Both bars must be passed, the statistical and the practical one. */
export const BENCH_BARS = {
  /** Below this many samples nothing is said. */
  samples: 20,
  /** Share of queries that must be answered. */
  reliability: 0.8,
  p: 0.01,
  gainMs: 10,
  gainShare: 0.15,
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
  const raw = rivals.map((rival) => {
    const pairs = pairsOf(current.times, rival.times);
    const gains = pairs.map(([mine, theirs]) => mine - theirs);
    const mine = quantile(
      pairs.map(([time]) => time),
      0.5,
    );
    const gainMs = quantile(gains, 0.5) ?? 0;
    return {
      id: rival.id,
      pairs: pairs.length,
      gainMs,
      gainShare: mine === null || mine === 0 ? 0 : gainMs / mine,
      p: signFlipTest(gains, random),
    };
  });
  const corrected = holm(raw.map(({ p }) => p));
  return raw.map((duel, index) => ({ ...duel, p: corrected[index] ?? 1 }));
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
    ({ id, p, gainMs, gainShare, pairs }) =>
      fit.some((row) => row.id === id) &&
      pairs >= BENCH_BARS.samples * BENCH_BARS.reliability &&
      p < BENCH_BARS.p &&
      gainMs >= BENCH_BARS.gainMs &&
      gainShare >= BENCH_BARS.gainShare,
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

function pairsOf(
  mine: readonly (number | null)[],
  theirs: readonly (number | null)[],
): readonly (readonly [number, number])[] {
  return mine.flatMap((own, index) => {
    const other = theirs[index] ?? null;
    return own === null || other === null ? [] : [[own, other] as const];
  });
}
