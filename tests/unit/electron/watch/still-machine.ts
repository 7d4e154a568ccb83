import { ok } from "../../../../shared/lib/result.ts";
import { createProbes } from "../../../../electron/probes/create-probes.ts";
import { practiceMachine } from "../../../../electron/practice/practice-machine.ts";
import type { Place } from "../../../../electron/watch/place.ts";
import { NO_REFERENCES } from "../checks/fakes.ts";

/** Real probes over loopback on a healthy computer of which nothing is read. */
export function loopbackPlace(change: Partial<Place> = {}): Place {
  return {
    probes: createProbes({}),
    machine: { ...practiceMachine({}), proxies: () => Promise.resolve(ok([])) },
    references: NO_REFERENCES,
    ...change,
  };
}
