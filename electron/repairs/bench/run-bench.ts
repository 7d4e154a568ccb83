import { randomInt } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { BenchReport } from "../../../shared/model/dns-bench.ts";
import type { DnsOutcome } from "../../../shared/model/facts/dns-facts.ts";
import { madeUpNames } from "../../checks/dns-made-up.ts";
import { type Probes, serverLabel } from "../../probes/probes.ts";
import type { Contestant } from "./contestants.ts";
import { judgeBench, standsAgain, type BenchSeries } from "./judge-bench.ts";

/** Queries that may be on the way to one resolver at the same time. */
const OUTSTANDING = 4;

/** A little above the bar, so that a few lost packets do not end in "too few". */
const USUAL_SAMPLES = 24;

/** Longer than any usable answer; a query beyond it counts as a failure (ms). */
const QUERY_MS = 2_000;

/** One benchmark to run. */
export interface BenchRequest {
  readonly contestants: readonly Contestant[];
  readonly names: readonly string[];
  readonly probes: Probes;
  readonly signal: AbortSignal;
  /** Samples for each resolver; never below what a verdict needs. */
  readonly samples?: number;
  /** Decides the permutations; absent: random. */
  readonly seed?: number;
  /** Told after each finished sample. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Replies that mean the resolver did its work. */
const ANSWERED: ReadonlySet<DnsOutcome> = new Set(["answer", "no-data", "nxdomain"]);

/**
 * Measures all contestants side by side: every sample asks everybody the same name, starting with another one each
 * time, so that a slow moment of the line hits all alike. One warm-up per resolver and name fills caches and is not
 * counted. Nobody is told to switch by one measurement alone: the winner and the present one are measured once more.
 * Null when it was cancelled.
 */
export async function runBench(request: BenchRequest): Promise<BenchReport | null> {
  const { contestants, names, probes, signal, seed = randomInt(2 ** 31) } = request;
  const samples = Math.max(request.samples ?? 0, USUAL_SAMPLES, names.length);
  // Every query that is under way listens to it.
  setMaxListeners(0, signal);
  await inBatches(names.length, signal, (sample) => askAll(request, contestants, sample));
  const times = await timesOf(request, contestants, { samples, before: 0 });
  const honest = await Promise.all(contestants.map((one) => isHonest(one, probes, signal)));
  if (signal.aborted) return null;
  const series = contestants.map(({ server, id, name, transport, current }, index): BenchSeries => ({
    id,
    name,
    transport,
    current,
    server: serverLabel(server),
    times: times[index] ?? [],
    honest: honest[index] ?? null,
  }));
  const report = judgeBench(names, series, seed);
  const { verdict } = report;
  if (verdict.kind !== "switch") return report;
  const pair = contestants.filter(({ id, current }) => current || id === verdict.to);
  const again = await timesOf(request, pair, { samples, before: samples });
  if (signal.aborted) return null;
  const of = (wanted: boolean) => again[pair.findIndex(({ current }) => current === wanted)] ?? [];
  return standsAgain(of(true), of(false), seed) ? report : { ...report, verdict: { kind: "keep" } };
}

/** Times of some contestants, in their order: `samples` each, in ms, null for no answer. */
async function timesOf(
  request: BenchRequest,
  contestants: readonly Contestant[],
  { samples, before }: { readonly samples: number; readonly before: number },
): Promise<readonly (readonly (number | null)[])[]> {
  const times = contestants.map((): (number | null)[] => []);
  await inBatches(samples, request.signal, async (sample) => {
    for (const [who, time] of await askAll(request, contestants, sample)) {
      const own = times[who];
      if (own !== undefined) own[sample] = time;
    }
    request.onProgress?.(before + sample + 1, before + samples);
  });
  return times;
}

/** One sample: everybody is asked the same name. */
async function askAll(
  { names, probes, signal }: BenchRequest,
  contestants: readonly Contestant[],
  sample: number,
): Promise<readonly (readonly [number, number | null])[]> {
  const name = names[sample % names.length] ?? "";
  return Promise.all(
    contestants.map(async (_, index) => {
      const who = (index + sample) % contestants.length;
      const server = contestants[who]?.server;
      if (server === undefined) return [who, null] as const;
      const seen = await probes.dnsQuery(server, { name, type: "A" }, { signal, timeoutMs: QUERY_MS });
      return [who, ANSWERED.has(seen.outcome) ? seen.ms : null] as const;
    }),
  );
}

/** Runs `count` jobs, at most {@link OUTSTANDING} at a time; stops early when cancelled. */
async function inBatches(count: number, signal: AbortSignal, job: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count && !signal.aborted) {
      const index = next;
      next += 1;
      // A worker does one job after the other; that is what limits the number under way.
      // oxlint-disable-next-line no-await-in-loop
      await job(index);
    }
  };
  await Promise.all(Array.from({ length: OUTSTANDING }, worker));
}

/** Does it say "no such name" for a name that cannot exist? Null without a usable reply. */
async function isHonest({ server }: Contestant, probes: Probes, signal: AbortSignal): Promise<boolean | null> {
  const [name = "gg-nobody.invalid"] = madeUpNames("");
  const seen = await probes.dnsQuery(server, { name, type: "A" }, { signal, timeoutMs: QUERY_MS });
  if (seen.outcome === "answer") return false;
  return seen.outcome === "nxdomain" || seen.outcome === "no-data" ? true : null;
}
