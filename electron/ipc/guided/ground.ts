import type { Checkup } from "../../../shared/model/checkup.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DnsServer, Probes } from "../../probes/probes.ts";

/** Where the looks of a session are taken: this computer, or the practice one. */
export interface Ground {
  readonly probes: Probes;
  readonly machine: Machine;
  /** The whole check-up once more; what the person answered so far is kept in mind. */
  recheck(signal: AbortSignal): Promise<Checkup>;
}

/** What the looks of one session are about. */
export interface LookOrder {
  readonly ground: Ground;
  readonly target: Target;
  /** The check-up that the session began with. */
  readonly checkup: Checkup;
  readonly signal: AbortSignal;
}

/**
 * The resolvers that were in use when the check-up was made, for questions straight to them: they stay the control,
 * whatever a step changes since. A stub of this computer is none where the servers behind it are known: it answers from
 * the very memory that a step clears. Empty when the check-up does not tell.
 */
export function resolversOf({ observations }: Checkup): readonly DnsServer[] {
  const { resolvers = [], upstreamsKnown = false } = observations.checks["dns-configured"]?.facts ?? {};
  const apart = upstreamsKnown ? resolvers.filter(({ scope }) => scope !== "loopback") : resolvers;
  return apart.flatMap(({ server }) => serverOf(server) ?? []);
}

/** The server of a label `address:port` or `[v6]:port`; null for any other. */
function serverOf(label: string): DnsServer | null {
  const found = /^(?:\[(?<v6>[^\]]+)\]|(?<v4>[^:]+)):(?<port>\d+)$/u.exec(label)?.groups;
  const address = found?.["v6"] ?? found?.["v4"];
  return address === undefined ? null : { transport: "udp", address, port: Number(found?.["port"]) };
}
