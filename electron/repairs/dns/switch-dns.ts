import type { DnsCondition, DnsConditions } from "../../../shared/model/dns-condition.ts";
import type { DnsPlan, DnsSnapshot } from "../../../shared/model/dns-settings.ts";
import type { References } from "../../../shared/model/references.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DnsServer, Probes } from "../../probes/probes.ts";
import { blocking, readConditions } from "../conditions/read-conditions.ts";
import { serversInUse } from "../conditions/servers-in-use.ts";
import type { DnsDesk } from "./desk.ts";
import { type DnsSwitchRequest, type DnsSwitchResult, type DnsSwitchStep, switchDns } from "./switch.ts";

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

/** Rounds after a switch before it counts as worse: one lost packet must not undo it. */
const ROUNDS_AFTER = 3;

/** A server that needs longer is no working DNS to anybody (ms). */
const ANSWER_MS = 2_500;

/**
 * Switches to servers that the person chose: guard conditions first, and afterwards the new servers must
 * answer for a name that surely exists. It counts as worse, and is rolled back, when the old ones answered and the new
 * ones do not; where nobody answered before (no network yet) there is nothing to lose. The servers are asked directly:
 * that the system uses them was read back, and its own look-ups cannot be called off.
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
          somebodyAnswers(deps, serversInUse(status), 1, signal),
        ]);
        workedBefore = works;
        face.onConditions(conditions);
        return anyway ? [] : blocking(conditions);
      },
      agree: face.agree,
      afterCheck: async ({ plan }, during) =>
        !workedBefore || somebodyAnswers(deps, plainServers(plan.servers), ROUNDS_AFTER, during),
      onStep: face.onStep,
    },
    signal,
  );
}

/** Does one of the servers answer for a name that surely exists? False also when the references name none. */
async function somebodyAnswers(
  { probes, references }: DnsRepairDeps,
  servers: readonly DnsServer[],
  rounds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const name = references.stableName;
  if (name === null) return false;
  for (let round = 0; round < rounds; round += 1) {
    // The next round is made only when nobody answered in this one.
    // oxlint-disable-next-line no-await-in-loop
    const replies = await Promise.all(
      servers.map((server) => probes.dnsQuery(server, { name, type: "A" }, { signal, timeoutMs: ANSWER_MS })),
    );
    if (replies.some(({ outcome }) => outcome === "answer")) return true;
  }
  return false;
}

function plainServers(addresses: readonly string[]): readonly DnsServer[] {
  return addresses.map((address) => ({ transport: "udp", address, port: 53 }));
}
