import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { References } from "../../shared/model/references.ts";
import type { Target } from "../../shared/model/target.ts";
import { parseTarget } from "../engine/target.ts";
import type { Machine } from "../platform/machine.ts";
import { createProbes } from "../probes/create-probes.ts";
import type { Probes } from "../probes/probes.ts";
import { OWN_RESOLVER, PRACTICE_REFERENCES } from "./places.ts";
import { practiceMachine } from "./practice-machine.ts";
import { startPracticeNet } from "./practice-net.ts";
import { findScenario } from "./scenarios.ts";

/** A practice network that stays up until it is closed. */
export interface PracticePlace {
  readonly target: Target;
  readonly place: { readonly probes: Probes; readonly machine: Machine; readonly references: References };
  readonly close: () => Promise<void>;
}

/** Starts a scenario's network on loopback for something that looks again and again. */
export async function startPracticePlace(scenarioId: string): Promise<Result<PracticePlace, "not-found">> {
  const scenario = findScenario(scenarioId);
  if (scenario === undefined) return fail("not-found");
  const target = parseTarget(scenario.address);
  if (!target.ok) throw new Error(`practice scenario ${scenario.id} has a bad address`);
  const net = await startPracticeNet(scenario);
  const probes = createProbes({
    systemServers: [{ transport: "udp", address: OWN_RESOLVER, port: 53 }],
    dial: net.dial,
    extraRoots: [net.authority],
  });
  const machine = practiceMachine(scenario.machine ?? {});
  return ok({
    target: target.value,
    place: { probes, machine, references: PRACTICE_REFERENCES },
    close: () => net.close(),
  });
}
