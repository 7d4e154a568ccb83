import type { Answers } from "../../shared/model/answers.ts";
import type { CheckupEvent } from "../../shared/model/checkup.ts";
import type { References } from "../../shared/model/references.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Machine } from "../platform/machine.ts";
import { knownOs } from "../platform/programs.ts";
import { thisMachine } from "../platform/this-machine.ts";
import { createProbes } from "../probes/create-probes.ts";
import { systemServersOf } from "./references.ts";
import { runCheckup, type RunningCheckup } from "./run-checkup.ts";

/** A check-up of the real thing, on this machine. */
export interface LiveCheckupRequest {
  readonly target: Target;
  readonly references: References;
  readonly privateMode: boolean;
  readonly askVantage: boolean;
  readonly answers: Answers;
  /** Milliseconds until the hard stop; null: the usual one. */
  readonly timeoutMs: number | null;
  readonly onEvent: (event: CheckupEvent) => void;
}

/** Starts a check-up with the real probes on this machine. */
export function startLiveCheckup({ timeoutMs, ...request }: LiveCheckupRequest): RunningCheckup {
  return runCheckup({
    ...request,
    ...(timeoutMs === null ? {} : { timeoutMs }),
    machine: soon(thisMachine()),
    probes: createProbes({ systemServers: systemServersOf(request.references) }),
  });
}

/** The machine, usable before its adapter is loaded: each reading waits for it. */
function soon(machine: Promise<Machine>): Machine {
  return {
    os: knownOs(process.platform) ?? "other",
    interfaces: async (signal) => (await machine).interfaces(signal),
    defaultRoutes: async (signal) => (await machine).defaultRoutes(signal),
    resolvers: async (signal) => (await machine).resolvers(signal),
    neighbour: async (address, signal) => (await machine).neighbour(address, signal),
    proxies: async (signal) => (await machine).proxies(signal),
    hostsFile: async (signal) => (await machine).hostsFile(signal),
    ping: async (request, signal) => (await machine).ping(request, signal),
  };
}
