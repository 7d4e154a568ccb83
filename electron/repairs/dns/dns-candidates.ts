import { KNOWN_DNS_SERVERS } from "../../../shared/model/dns-settings.ts";
import type { DnsCandidate } from "../../../shared/model/dns-repair.ts";
import type { DnsObservation } from "../../../shared/model/facts/dns-facts.ts";
import type { Target } from "../../../shared/model/target.ts";
import { median } from "../../checks/support/numbers.ts";
import type { DnsServer, Probes } from "../../probes/probes.ts";

/** The two services the one-click fix chooses from. */
const CANDIDATES = ["cloudflare", "google"] as const;

/** A service that needs longer is none to switch to (ms). */
const QUERY_MS = 2_500;

/** Times each is asked; the median of three forgives one slow packet. */
const ASKED = 3;

/** What the candidates are held against. */
export interface CandidateRequest {
  readonly target: Target;
  readonly probes: Probes;
  /** Addresses that were just seen to fail; leading there again helps nobody. */
  readonly failing: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Asks the public services directly whether they would help, before anything is changed: do they give an address, is it
 * another one than the one that fails, and does somebody with the site's certificate stand there? No page is asked for.
 * Best first: those that help, by speed.
 */
export async function tryCandidates(request: CandidateRequest): Promise<readonly DnsCandidate[]> {
  const tried = await Promise.all(CANDIDATES.map((id) => tryOne(id, request)));
  return tried.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ helps, medianMs }: DnsCandidate): number {
  return (helps === true ? 0 : 1e9) + (medianMs ?? 1e6);
}

async function tryOne(id: (typeof CANDIDATES)[number], request: CandidateRequest): Promise<DnsCandidate> {
  const servers = KNOWN_DNS_SERVERS[id];
  const replies = await askFirstThatAnswers(servers, request);
  const good = replies.filter(({ outcome }) => outcome === "answer");
  const addresses = good.flatMap((reply) => reply.addresses);
  const medianMs = median(good.map(({ ms }) => ms));
  const [address] = addresses;
  if (address === undefined) {
    const cancelled = replies.every(({ outcome }) => outcome === "cancelled");
    return { id, servers, helps: cancelled ? null : false, medianMs, seen: replies[0]?.outcome ?? "timeout" };
  }
  const other = addresses.find((one) => !request.failing.includes(one));
  if (other === undefined) return { id, servers, helps: false, medianMs, seen: "same-address" };
  return { id, servers, medianMs, ...(await knock(other, request)) };
}

/** IPv4 first; where it leads nowhere, IPv6. */
async function askFirstThatAnswers(
  servers: readonly string[],
  request: CandidateRequest,
): Promise<readonly DnsObservation[]> {
  const [v4 = "", v6 = ""] = servers;
  const first = await ask(v4, request);
  return first.some(({ rcode }) => rcode !== null) ? first : ask(v6, request);
}

async function ask(address: string, { target, probes, signal }: CandidateRequest): Promise<readonly DnsObservation[]> {
  const server: DnsServer = { transport: "udp", address, port: 53 };
  const options = { signal, timeoutMs: QUERY_MS };
  const types = [...Array.from({ length: ASKED }, () => "A" as const), "AAAA" as const];
  return Promise.all(types.map((type) => probes.dnsQuery(server, { name: target.host, type }, options)));
}

/** Is the site really there? Without a request: a handshake for https, a connect for http. */
async function knock(
  address: string,
  { target, probes, signal }: CandidateRequest,
): Promise<Pick<DnsCandidate, "helps" | "seen">> {
  if (target.scheme === "http") {
    const seen = await probes.tcpConnect(address, target.port, { signal });
    return { helps: seen.outcome === "cancelled" ? null : seen.outcome === "connected", seen: seen.outcome };
  }
  const seen = await probes.tlsHandshake({ address, port: target.port, serverName: target.host }, { signal });
  return { helps: seen.outcome === "cancelled" ? null : seen.outcome === "trusted", seen: `tls-${seen.outcome}` };
}
