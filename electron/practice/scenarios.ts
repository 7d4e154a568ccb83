import { DEVICE_SCENARIOS } from "./scenarios/device.ts";
import { NAME_SCENARIOS } from "./scenarios/names.ts";
import { SITE_SCENARIOS } from "./scenarios/site.ts";
import type { PracticeScenario } from "./scenario.ts";

/** Every fault of the practice network, the most asked-for first. */
export const PRACTICE_SCENARIOS: readonly PracticeScenario[] = [
  ...SITE_SCENARIOS,
  ...NAME_SCENARIOS,
  ...DEVICE_SCENARIOS,
];

/** The scenario with this id; undefined when there is none. */
export function findScenario(id: string): PracticeScenario | undefined {
  return PRACTICE_SCENARIOS.find((scenario) => scenario.id === id);
}
