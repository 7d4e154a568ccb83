import type { Expectation, LabScenario } from "../scenarios/scenario.ts";

/** One check-up to make: a scenario as it is, or its healthy twin. */
export interface LabCase {
  readonly id: string;
  readonly kind: "broken" | "twin";
  readonly scenario: LabScenario;
  readonly expected: Expectation;
}

/** The check-ups of these scenarios. Twins that would be the same check-up are made once. */
export function casesOf(scenarios: readonly LabScenario[], withTwins: boolean): readonly LabCase[] {
  const broken = scenarios.map((scenario): LabCase => ({
    id: scenario.id,
    kind: "broken",
    scenario,
    expected: scenario.expected,
  }));
  if (!withTwins) return broken;
  const twins = new Map<string, LabCase>();
  for (const scenario of scenarios) {
    const twin = twinOf(scenario);
    const key = JSON.stringify([twin.url, twin.setup, twin.roundTripMs, twin.elsewhere]);
    if (scenario.expected.code === "healthy" && scenario.faults.length === 0) continue; // is healthy itself
    if (!twins.has(key)) {
      twins.set(key, { id: `${scenario.id}~twin`, kind: "twin", scenario: twin, expected: HEALTHY });
    }
  }
  return [...broken, ...twins.values()];
}

const HEALTHY: Expectation = { code: "healthy", sides: ["none"] };

/** The same place, the same circumstances, and nothing broken: nobody complains either. */
function twinOf(scenario: LabScenario): LabScenario {
  const { id, broken, url, twinUrl, setup, roundTripMs, elsewhere } = scenario;
  return {
    id,
    broken: `nothing (twin of: ${broken})`,
    url: twinUrl ?? url,
    faults: [],
    expected: HEALTHY,
    ...(setup === undefined ? {} : { setup }),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}
