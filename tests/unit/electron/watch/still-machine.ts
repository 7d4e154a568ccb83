import { ok } from "../../../../shared/lib/result.ts";
import type { References } from "../../../../shared/model/references.ts";
import { createProbes } from "../../../../electron/probes/create-probes.ts";
import { practiceMachine } from "../../../../electron/practice/practice-machine.ts";
import type { Place } from "../../../../electron/watch/place.ts";

/** No outside endpoint at all: nothing but the site itself is contacted. */
export const NO_REFERENCES: References = {
  publicResolvers: [],
  connectivityChecks: [],
  egress: [],
  stableName: null,
  dnssec: null,
  location: [],
  canary: null,
  vantage: null,
  interceptProbe: null,
  systemResolver: null,
  router: null,
};

/** Real probes over loopback on a healthy computer of which nothing is read. */
export function loopbackPlace(change: Partial<Place> = {}): Place {
  return {
    probes: createProbes({}),
    machine: { ...practiceMachine({}), proxies: () => Promise.resolve(ok([])) },
    references: NO_REFERENCES,
    ...change,
  };
}
