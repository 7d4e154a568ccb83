import type { RepairId } from "../../shared/model/repair.ts";
import type { PracticeScenario } from "./scenario.ts";

/** The scenario as it is once these repairs were applied, in the order of the scenario's own list. Unknown ones change nothing. */
export function mended(scenario: PracticeScenario, applied: readonly RepairId[]): PracticeScenario {
  const changes = (scenario.mends ?? []).flatMap(({ repair, change }) =>
    applied.includes(repair) && change !== undefined ? [change] : [],
  );
  return Object.assign({}, scenario, ...changes);
}
