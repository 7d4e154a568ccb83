import type { DnsObservation } from "../../../shared/model/facts/dns-facts.ts";
import type { Propagation, PropagationRow } from "../../../shared/model/owner.ts";
import type { PublicResolver } from "../../../shared/model/references.ts";
import { udpServers } from "../../checks/support/server-entry.ts";
import { serverLabel, type DnsServer, type Probes } from "../../probes/probes.ts";

/** Asks every public resolver of the list for the name, all at the same time, two questions each. */
export async function readPropagation(
  host: string,
  resolvers: readonly PublicResolver[],
  { probes, signal }: { readonly probes: Pick<Probes, "dnsQuery">; readonly signal: AbortSignal },
): Promise<Propagation> {
  const asked = await Promise.all(
    resolvers.flatMap((resolver) => {
      const [server] = udpServers(resolver);
      return server === undefined ? [] : [askOne(host, resolver.name, server, { probes, signal })];
    }),
  );
  return compareRows(asked);
}

type Answers = Omit<PropagationRow, "agrees">;

async function askOne(
  host: string,
  operator: string,
  server: DnsServer,
  { probes, signal }: { readonly probes: Pick<Probes, "dnsQuery">; readonly signal: AbortSignal },
): Promise<Answers> {
  const ask = (type: "A" | "AAAA"): Promise<DnsObservation> =>
    probes.dnsQuery(server, { name: host, type }, { signal });
  const [v4, v6] = await Promise.all([ask("A"), ask("AAAA")]);
  const ttls = [v4.ttl, v6.ttl].filter((ttl) => ttl !== null);
  return {
    operator,
    server: serverLabel(server),
    // A name with IPv6 addresses only is an answer as well.
    outcome: v4.outcome === "no-data" && v6.outcome === "answer" ? "answer" : v4.outcome,
    addresses: [...v4.addresses, ...v6.addresses].sort(),
    ttl: ttls.length === 0 ? null : Math.min(...ttls),
  };
}

/**
 * Who differs from most of the others. Resolvers that gave no answer at all are not compared: silence is no other
 * address. Big sites give different addresses to different askers on purpose, so a difference is a fact, not a fault.
 */
export function compareRows(asked: readonly Answers[]): Propagation {
  const said = asked.filter(({ outcome }) => outcome === "answer" || outcome === "no-data" || outcome === "nxdomain");
  const counts = new Map<string, number>();
  for (const row of said) counts.set(saying(row), (counts.get(saying(row)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const rows = asked.map((row) => ({ ...row, agrees: !said.includes(row) || saying(row) === most?.[0] }));
  const ttls = asked.flatMap(({ ttl }) => (ttl === null ? [] : [ttl]));
  return {
    rows,
    agree: said.length < 2 ? null : counts.size === 1,
    settledInSeconds: ttls.length === 0 ? null : Math.max(...ttls),
  };
}

function saying({ outcome, addresses }: Answers): string {
  return `${outcome} ${addresses.join(" ")}`;
}
