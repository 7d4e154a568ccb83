import type { Battery, Comparison } from "../../../shared/model/comparison.ts";
import { pause } from "../../checks/support/pause.ts";
import { compare, ROUNDS_FOR_SUCCESS } from "./compare.ts";
import { type BatteryPlan, runBattery } from "./run-battery.ts";

/** Between two rounds: long enough that one short wobble does not decide both, ms. */
const BETWEEN_ROUNDS_MS = 1_000;

/**
 * Looks again after a repair and compares with before. A second round is made only when the first shows a success
 * that has to be proved.
 */
export async function prove(plan: BatteryPlan, before: Battery, betweenMs = BETWEEN_ROUNDS_MS): Promise<Comparison> {
  const after: Battery[] = [await runBattery(plan, "only-if-works")];
  while (after.at(-1)?.target.level === "works" && after.length < ROUNDS_FOR_SUCCESS) {
    // Rounds are apart in time on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await pause(betweenMs, plan.signal);
    // oxlint-disable-next-line no-await-in-loop
    after.push(await runBattery(plan, "only-if-works"));
  }
  return compare(before, after);
}
