import type { References } from "../../../shared/model/references.ts";
import { dohServer, udpServers } from "../../checks/support/server-entry.ts";
import type { ConfiguredResolver } from "../../platform/machine.ts";
import { type DnsServer, familyOf, serverLabel } from "../../probes/probes.ts";

/** One resolver that takes part. */
export interface Contestant {
  readonly id: string;
  readonly name: string;
  readonly transport: "udp" | "doh";
  readonly current: boolean;
  readonly server: DnsServer;
}

/**
 * Names everybody uses, from different operators: a resolver that is near to only one of them must not win by it. They
 * are asked of the resolvers only; none of the sites is contacted.
 */
export const COMMON_NAMES: readonly string[] = [
  "www.wikipedia.org",
  "www.google.com",
  "www.youtube.com",
  "www.amazon.com",
  "www.microsoft.com",
  "www.apple.com",
  "github.com",
  "www.bbc.co.uk",
];

/** Most names of the person's own that are asked. */
const OWN_NAMES = 12;

/** The person's own sites first, then the fixed set; each once, lower case. */
export function benchNames(own: readonly string[]): readonly string[] {
  const plain = own.map((name) => name.toLowerCase().replace(/\.$/, ""));
  return [...new Set([...[...new Set(plain)].slice(0, OWN_NAMES), ...COMMON_NAMES])];
}

/**
 * The current resolver and the public ones over UDP and DoH. A loopback stub is measured by what stands behind it: its
 * cache would beat anybody, and would go on doing so after a switch.
 */
export function contestants(resolvers: readonly ConfiguredResolver[], references: References): readonly Contestant[] {
  const current = resolvers.find(({ upstream }) => upstream) ?? resolvers[0];
  const own: readonly Contestant[] =
    current === undefined ? [] : [contestant("current", current.address, currentServer(current), true)];
  const taken = new Set(own.map(({ server }) => serverLabel(server)));
  const family = current === undefined ? "v4" : familyOf(current.address);
  const others = references.publicResolvers.flatMap((resolver) => {
    const plain = udpServers(resolver);
    const udp = plain.find(({ address }) => familyOf(address) === family) ?? plain[0];
    const doh = dohServer(resolver);
    return [
      ...(udp === undefined ? [] : [contestant(`${resolver.id}-udp`, resolver.name, udp, false)]),
      ...(doh === null ? [] : [contestant(`${resolver.id}-doh`, resolver.name, doh, false)]),
    ];
  });
  return [...own, ...others.filter(({ server }) => !taken.has(serverLabel(server)))];
}

function currentServer({ address, port }: ConfiguredResolver): DnsServer {
  return { transport: "udp", address, port };
}

function contestant(id: string, name: string, server: DnsServer, current: boolean): Contestant {
  return { id, name, transport: server.transport === "doh" ? "doh" : "udp", current, server };
}
