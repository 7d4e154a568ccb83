import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Answers } from "../../shared/model/answers.ts";
import type { Checkup, CheckupEvent } from "../../shared/model/checkup.ts";
import type { Target } from "../../shared/model/target.ts";
import { runCheckup } from "../engine/run-checkup.ts";
import { parseTarget } from "../engine/target.ts";
import { hostsEntriesFor } from "../platform/hosts-entries.ts";
import { createProbes } from "../probes/create-probes.ts";
import type { Probes } from "../probes/probes.ts";
import { OWN_RESOLVER, PRACTICE_REFERENCES } from "./places.ts";
import { practiceMachine } from "./practice-machine.ts";
import { startPracticeNet } from "./practice-net.ts";
import { findScenario } from "./scenarios.ts";

/** A practice check-up under way; the network goes down by itself when it is done. */
export interface RunningPractice {
  readonly id: string;
  readonly target: Target;
  readonly done: Promise<Checkup>;
  cancel(): void;
}

/** Starts the scenario's network on loopback and runs the real engine against it. */
export async function startPractice(order: {
  readonly scenarioId: string;
  readonly answers: Answers;
  readonly timeoutMs: number | null;
  readonly onEvent: (event: CheckupEvent) => void;
}): Promise<Result<RunningPractice, "not-found">> {
  const scenario = findScenario(order.scenarioId);
  if (scenario === undefined) return fail("not-found");
  const target = parseTarget(scenario.address);
  if (!target.ok) throw new Error(`practice scenario ${scenario.id} has a bad address`);
  const net = await startPracticeNet(scenario);
  const wire = createProbes({
    systemServers: [{ transport: "udp", address: OWN_RESOLVER, port: 53 }],
    dial: net.dial,
    extraRoots: [net.authority],
  });
  const probes = withHostsFile(wire, scenario.machine?.hosts ?? []);
  const running = runCheckup({
    target: target.value,
    references: PRACTICE_REFERENCES,
    privateMode: false,
    askVantage: false,
    answers: { ...scenario.answers, ...order.answers },
    machine: practiceMachine(scenario.machine ?? {}),
    probes,
    onEvent: order.onEvent,
    ...(order.timeoutMs === null ? {} : { timeoutMs: order.timeoutMs }),
  });
  return ok({
    id: running.id,
    target: target.value,
    done: running.done.finally(() => net.close()),
    cancel: () => running.cancel(),
  });
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
