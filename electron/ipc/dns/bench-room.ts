import { randomBytes } from "node:crypto";
import type { DnsBenchState } from "../../../shared/model/dns-job.ts";
import { benchNames, contestants } from "../../repairs/bench/contestants.ts";
import { runBench } from "../../repairs/bench/run-bench.ts";
import type { DnsRepairDeps } from "../../repairs/dns/switch-dns.ts";

/** Where the benchmark runs: one at a time. */
export interface BenchRoom {
  /** Starts one and gives its id; null while one runs. */
  start(deps: DnsRepairDeps, ownNames: readonly string[]): string | null;
  stop(id: string): boolean;
}

/** `emit` hears of its progress and its end; `report` of one that broke, which its own rules forbid. */
export function createBenchRoom(emit: (state: DnsBenchState) => void, report: (error: unknown) => void): BenchRoom {
  let running: { readonly id: string; readonly cancel: AbortController } | null = null;
  const run = async (id: string, deps: DnsRepairDeps, own: readonly string[], signal: AbortSignal): Promise<void> => {
    let state: DnsBenchState = { id, done: 0, of: 0, report: null, stopped: false };
    const resolvers = await deps.machine.resolvers(signal);
    const made = await runBench({
      contestants: contestants(resolvers.ok ? resolvers.value : [], deps.references),
      names: benchNames(own),
      probes: deps.probes,
      signal,
      onProgress: (done, of) => {
        state = { ...state, done: Math.max(done, state.done), of };
        emit(state);
      },
    });
    emit({ ...state, report: made, stopped: made === null });
  };
  return {
    start: (deps, own) => {
      if (running !== null) return null;
      const id = randomBytes(16).toString("hex");
      const cancel = new AbortController();
      running = { id, cancel };
      void run(id, deps, own, cancel.signal)
        .catch((error: unknown) => {
          report(error);
          emit({ id, done: 0, of: 0, report: null, stopped: true });
        })
        .finally(() => {
          running = null;
        });
      return id;
    },
    stop: (id) => {
      if (running === null || running.id !== id) return false;
      running.cancel.abort();
      return true;
    },
  };
}
