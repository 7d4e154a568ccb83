import type { DnsCondition, DnsConditions } from "../../shared/model/dns-condition.ts";
import type { DnsPlan, DnsSnapshot } from "../../shared/model/dns-settings.ts";
import type { References } from "../../shared/model/references.ts";
import type { Machine } from "../platform/machine.ts";
import type { Probes } from "../probes/probes.ts";
import { blocking, readConditions } from "./conditions/read-conditions.ts";
import type { DnsDesk } from "./dns/desk.ts";
import { type DnsSwitchRequest, type DnsSwitchResult, type DnsSwitchStep, switchDns } from "./dns/switch.ts";

/** What the repairs of DNS work with. */
export interface DnsRepairDeps {
  readonly desk: DnsDesk;
  readonly machine: Machine;
  readonly probes: Probes;
  readonly references: References;
}

/** A switch a person asked for by name. */
export interface CarefulSwitch extends DnsSwitchRequest {
  /** The person read the conditions and wants it all the same. */
  readonly anyway: boolean;
}

/** The face that shows and asks. */
export interface SwitchFace {
  /** All conditions, blocking or not, also with `anyway`. */
  readonly onConditions: (conditions: DnsConditions) => void;
  /** Shows the exact commands; false stops before anything is touched. */
  readonly agree: (plan: DnsPlan, snapshot: DnsSnapshot) => Promise<boolean>;
  readonly onStep: (step: DnsSwitchStep) => void;
}

/** Look-ups after a switch before it counts as worse: one lost packet must not undo it. */
const TRIES_AFTER = 3;

/** A look-up that takes longer is no working DNS to anybody (ms). */
const LOOK_UP_MS = 3_000;

/**
 * Switches to servers that the person chose: guard conditions first, and afterwards a look-up of a name that surely
 * exists. It counts as worse, and is rolled back, when that worked before and does not work now; where nothing worked
 * before (no network yet) there is nothing to lose.
 */
export async function switchCarefully(
  deps: DnsRepairDeps,
  { anyway, ...request }: CarefulSwitch,
  face: SwitchFace,
  signal: AbortSignal,
): Promise<DnsSwitchResult<DnsCondition>> {
  const { machine, probes, references } = deps;
  let workedBefore = false;
  return switchDns<DnsCondition>(
    deps.desk,
    request,
    {
      obstacles: async (status) => {
        const [conditions, works] = await Promise.all([
          readConditions({ status, machine, probes, references, signal }),
          lookUpWorks(deps, 1, signal),
        ]);
        workedBefore = works;
        face.onConditions(conditions);
        return anyway ? [] : blocking(conditions);
      },
      agree: face.agree,
      afterCheck: async (_change, during) => !workedBefore || lookUpWorks(deps, TRIES_AFTER, during),
      onStep: face.onStep,
    },
    signal,
  );
}

/** Does the operating system find a name that surely exists? False also when the references name none. */
async function lookUpWorks(
  { probes, references }: DnsRepairDeps,
  tries: number,
  signal: AbortSignal,
): Promise<boolean> {
  const name = references.stableName;
  if (name === null) return false;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    // The next try is made only when this one failed.
    // oxlint-disable-next-line no-await-in-loop
    const seen = await probes.systemLookup(name, { signal, timeoutMs: LOOK_UP_MS });
    if (seen.outcome === "answer") return true;
  }
  return false;
}
