import type { Fault } from "../../scenarios/scenario.ts";
import { APPLICATION_FAULTS } from "./applications.ts";
import { CLIENT_FAULTS } from "./client.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";
import { INTERFERENCE_FAULTS } from "./interference.ts";
import { NAME_FAULTS } from "./names.ts";
import { NETWORK_FAULTS } from "./network.ts";

type Verbs = {
  readonly [Verb in Fault["do"]]: (kit: FaultKit, fault: Extract<Fault, { readonly do: Verb }>) => Promise<Undo>;
};

const VERBS: Verbs = {
  ...APPLICATION_FAULTS,
  ...NETWORK_FAULTS,
  ...NAME_FAULTS,
  ...CLIENT_FAULTS,
  ...INTERFERENCE_FAULTS,
};

/** Breaks one thing. Gives what mends it. Throws when it could not be broken: the case must not pass for another. */
export function applyFault(kit: FaultKit, fault: Fault): Promise<Undo> {
  // The table has a verb for each kind, made for exactly that kind; TypeScript cannot follow that through an index.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const verb = VERBS[fault.do] as (kit: FaultKit, fault: Fault) => Promise<Undo>;
  return verb(kit, fault);
}
