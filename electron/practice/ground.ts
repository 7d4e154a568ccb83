import type { References } from "../../shared/model/references.ts";
import { hostsEntriesFor } from "../platform/readings/hosts-entries.ts";
import type { Machine } from "../platform/machine.ts";
import { createProbes } from "../probes/create-probes.ts";
import type { Probes } from "../probes/probes.ts";
import { OWN_RESOLVER, PRACTICE_REFERENCES } from "./places.ts";
import { practiceMachine } from "./practice-machine.ts";
import { startPracticeNet } from "./practice-net.ts";
import type { PracticeScenario } from "./scenario.ts";

/** A practice network that is up, with the practice computer in it: all that a check-up needs. */
export interface PracticeGround {
  readonly probes: Probes;
  readonly machine: Machine;
  readonly references: References;
  close(): Promise<void>;
}

/** Starts the scenario's network on loopback. */
export async function openGround(scenario: PracticeScenario): Promise<PracticeGround> {
  const net = await startPracticeNet(scenario);
  const faults = scenario.machine ?? {};
  const resolver = faults.resolver ?? OWN_RESOLVER;
  const wire = createProbes({
    systemServers: [{ transport: "udp", address: resolver, port: 53 }],
    dial: net.dial,
    extraRoots: [net.authority],
  });
  return {
    probes: withHostsFile(wire, faults.hosts ?? []),
    machine: practiceMachine(faults),
    references: { ...PRACTICE_REFERENCES, systemResolver: [resolver] },
    close: () => net.close(),
  };
}

/** The operating system looks into its hosts file before it asks a resolver; so does the practice computer. */
function withHostsFile(probes: Probes, lines: readonly string[]): Probes {
  const text = lines.join("\n");
  return {
    ...probes,
    systemLookup: async (name, options) => {
      const addresses = hostsEntriesFor(text, name).map(({ address }) => address);
      return addresses.length === 0
        ? probes.systemLookup(name, options)
        : { name, outcome: "answer", addresses, errno: null, ms: 0 };
    },
  };
}
