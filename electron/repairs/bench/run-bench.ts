import { randomInt } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { BenchReport } from "../../../shared/model/dns-bench.ts";
import type { DnsOutcome } from "../../../shared/model/facts/dns-facts.ts";
import { madeUpNames } from "../../checks/dns-made-up.ts";
import { type Probes, serverLabel } from "../../probes/probes.ts";
import type { Contestant } from "./contestants.ts";
import { judgeBench, type BenchSeries } from "./judge-bench.ts";

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
 * counted. Null when it was cancelled.
 */
export async function runBench(request: BenchRequest): Promise<BenchReport | null> {
  const { contestants, names, probes, signal, seed = randomInt(2 ** 31) } = request;
  const samples = Math.max(request.samples ?? 0, USUAL_SAMPLES, names.length);
  // Every query that is under way listens to it.
  setMaxListeners(0, signal);
  const times = contestants.map((): (number | null)[] => []);
  const ask = async (who: number, name: string): Promise<number | null> => {
    const contestant = contestants[who];
    if (contestant === undefined) return null;
    const seen = await probes.dnsQuery(contestant.server, { name, type: "A" }, { signal, timeoutMs: QUERY_MS });
    return ANSWERED.has(seen.outcome) ? seen.ms : null;
  };
  const everybody = async (sample: number): Promise<readonly (readonly [number, number | null])[]> => {
    const name = names[sample % names.length] ?? "";
    const order = contestants.map((_, index) => (index + sample) % contestants.length);
    return Promise.all(order.map(async (who) => [who, await ask(who, name)] as const));
  };

  await inBatches(names.length, signal, everybody);
  await inBatches(samples, signal, async (sample) => {
    for (const [who, time] of await everybody(sample)) {
      const own = times[who];
      if (own !== undefined) own[sample] = time;
    }
    request.onProgress?.(sample + 1, samples);
  });
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
  return judgeBench(names, series, seed);
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
