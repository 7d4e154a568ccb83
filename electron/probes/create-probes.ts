import { dnsQuery } from "./dns/dns-query.ts";
import { httpRequest } from "./http/http-request.ts";
import { lookupThrough } from "./lookup/lookup-through.ts";
import { systemLookup } from "./lookup/system-lookup.ts";
import type { Dial, DnsServer, Lookup, ProbeOptions, Probes } from "./probes.ts";
import { tcpConnect } from "./tcp/tcp-connect.ts";
import { type Trust, makeTrust, systemTrust } from "./tls/system-trust.ts";
import { tlsHandshake } from "./tls/tls-handshake.ts";
import { machineTrustReader, readTrustSources } from "./tls/trust-sources.ts";

/** What the probes are made with. */
export interface ProbesPlan {
  /** Sent with every HTTP request; see {@link userAgentOf}. Absent: without a version. */
  readonly userAgent?: string;
  /** Servers that stand in for the operating system's look-up, asked on the wire; null or absent: the system itself. */
  readonly systemServers?: readonly DnsServer[] | null;
  /** Roots trusted beside the operating system's, PEM: the practice network's own authority. */
  readonly extraRoots?: readonly string[];
  /** Leads the practice network's addresses to its ports; absent in every real check-up. */
  readonly dial?: Dial;
}

/** How the app introduces itself to servers: who it is and why it asks, nothing about the machine. */
export function userAgentOf(version: string | null): string {
  return `${version === null ? "GoodGateway" : `GoodGateway/${version}`} (network check)`;
}

/** Read at the first use (a check-up of a plain http site needs no roots), then kept. */
function trustWith(extraRoots: readonly string[]): () => Trust {
  if (extraRoots.length === 0) return systemTrust;
  let made: Trust | null = null;
  return () => {
    if (made === null) {
      const sources = readTrustSources(machineTrustReader());
      made = makeTrust({ ...sources, extra: [...sources.extra, ...extraRoots] });
    }
    return made;
  };
}

/** A look-up for requests that bring no addresses. Empty when the name has none or they could not be found. */
export function lookupBy(systemLookupProbe: Probes["systemLookup"]): Lookup {
  return async (host, signal) => (await systemLookupProbe(host, { signal })).addresses;
}

/** All measurements on the wire. */
export function createProbes(plan: ProbesPlan): Probes {
  const { dial } = plan;
  const servers = plan.systemServers ?? null;
  const trust = trustWith(plan.extraRoots ?? []);
  const userAgent = plan.userAgent ?? userAgentOf(null);
  const led = (options: ProbeOptions): ProbeOptions => (dial === undefined ? options : { dial, ...options });
  const lookUp: Probes["systemLookup"] = async (name, options) =>
    servers === null
      ? systemLookup(name, options)
      : lookupThrough(servers, name, { ...led(options), ca: trust().roots });
  const lookup = lookupBy(lookUp);
  return {
    systemLookup: lookUp,
    dnsQuery: async (server, question, options) => {
      const encrypted = server.transport === "dot" || server.transport === "doh";
      return dnsQuery(server, question, encrypted ? { ...led(options), ca: trust().roots } : led(options));
    },
    tcpConnect: async (address, port, options) => tcpConnect(address, port, led(options)),
    tlsHandshake: async (peer, options) => tlsHandshake(peer, led(options), trust()),
    httpRequest: async (request, options) => httpRequest(request, led(options), { lookup, userAgent, trust }),
  };
}
