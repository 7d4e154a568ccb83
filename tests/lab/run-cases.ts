import type { LabCase } from "./cases.ts";
import { Lane } from "./lane/lane.ts";
import { diagnose, type Product } from "./lane/product.ts";
import type { CaseResult } from "./report/result.ts";
import type { Certificates } from "./servers/certificates.ts";
import type { RunState } from "./support/state.ts";

/** What all cases of a run share. */
export interface Bench {
  readonly state: RunState;
  readonly certificates: Certificates;
  readonly product: Product;
  readonly lanes: number;
  /** True once the run is to end early. */
  readonly stopped: () => boolean;
}

/** Makes every check-up, several lanes side by side. Results come in the order in which they end. */
export async function runCases(
  bench: Bench,
  cases: readonly LabCase[],
  onResult: (result: CaseResult) => void,
): Promise<readonly CaseResult[]> {
  const waiting = [...cases];
  const results: CaseResult[] = [];
  const worker = async (index: number): Promise<void> => {
    const keeper = new LaneKeeper(bench, index);
    for (let next = waiting.shift(); next !== undefined && !bench.stopped(); next = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- a lane does one case at a time
      const result = await keeper.run(next);
      results.push(result);
      onResult(result);
    }
    await keeper.close();
  };
  const lanes = Math.min(bench.lanes, cases.length);
  await Promise.all(Array.from({ length: lanes }, (_, index) => worker(index)));
  return results;
}

/** The lane that is being built, if any. */
let building: Promise<void> = Promise.resolve();

/** A lane that is built again after a case has left it in doubt. */
class LaneKeeper {
  #lane: Lane | null = null;
  #built = 0;

  readonly #bench: Bench;
  readonly #index: number;

  constructor(bench: Bench, index: number) {
    this.#bench = bench;
    this.#index = index;
  }

  async run(one: LabCase): Promise<CaseResult> {
    const { scenario } = one;
    try {
      const lane = await this.#get();
      const faults = [...(scenario.setup ?? []), ...scenario.faults];
      const said = await lane.with(faults, scenario.roundTripMs ?? 20, (client) =>
        diagnose(lane, this.#bench.product, scenario, client),
      );
      return { case: one, said, error: null };
    } catch (error) {
      const dead = (await this.#lane?.casualties()) ?? [];
      await this.close();
      const text = error instanceof Error ? error.message : String(error);
      return { case: one, said: null, error: [text, ...dead].join("; ").slice(0, 800) };
    }
  }

  async #get(): Promise<Lane> {
    if (this.#lane !== null) return this.#lane;
    // Every building has names of its own: what the last one left is taken away at the end.
    const lane = new Lane(this.#bench.state, this.#index + 10 * this.#built, this.#bench.certificates);
    this.#built += 1;
    this.#lane = lane;
    // One after the other: twenty servers that start at once keep each other from starting.
    const built = building.then(() => lane.up());
    building = built.catch(() => undefined);
    await built;
    return lane;
  }

  async close(): Promise<void> {
    const lane = this.#lane;
    this.#lane = null;
    await lane?.down();
  }
}
