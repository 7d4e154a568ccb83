import { isIP } from "node:net";
import type {
  DnsObservation,
  SystemLookupObservation,
  SystemLookupOutcome,
} from "../../../shared/model/facts/dns-facts.ts";
import { elapsedMs } from "../deadline.ts";
import { dnsQuery, type DnsQueryOptions } from "../dns/dns-query.ts";
import { LIMITS } from "../limits.ts";
import type { DnsServer } from "../probes.ts";

/** What a pair of questions to one server came to. */
interface Verdict {
  readonly outcome: SystemLookupOutcome;
  readonly errno: string | null;
  readonly addresses: readonly string[];
}

/** RFC 6761, 6.3: these never go to a server. */
const LOCAL_NAME = /^(?:.*\.)?localhost\.?$/i;

/**
 * A look-up as the system would do it, through the given servers instead of the configured ones: A and AAAA at the same
 * time, the next server when one gives no usable answer (as stub resolvers do: time-outs, refusals, SERVFAIL and broken
 * replies move on, "no such name" is final). IPv6 addresses come first (RFC 6724's default). Error names are
 * getaddrinfo's. No servers: `temporary-failure`. Limit: `LIMITS.systemLookupMs` for everything.
 */
export async function lookupThrough(
  servers: readonly DnsServer[],
  name: string,
  options: DnsQueryOptions,
): Promise<SystemLookupObservation> {
  const startedAt = performance.now();
  const limit = options.timeoutMs ?? LIMITS.systemLookupMs;
  const ended = (verdict: Verdict): SystemLookupObservation => ({ name, ...verdict, ms: elapsedMs(startedAt) });
  if (isIP(name) !== 0) return ended({ outcome: "answer", errno: null, addresses: [name] });
  if (LOCAL_NAME.test(name)) return ended({ outcome: "answer", errno: null, addresses: ["::1", "127.0.0.1"] });

  let last = none("temporary-failure", "EAI_AGAIN");
  for (const server of servers) {
    const left = limit - elapsedMs(startedAt);
    if (left <= 0) return ended(none("timeout", null));
    // oxlint-disable-next-line no-await-in-loop -- the next server is asked only when this one gave nothing.
    const verdict = await askBoth(server, name, left, options);
    if (verdict.outcome !== "temporary-failure") return ended(verdict);
    last = verdict;
  }
  const overdue = elapsedMs(startedAt) >= limit;
  return ended(overdue ? none("timeout", null) : last);
}

/** Asks one server for both families. `leftMs` binds where it is shorter than the probe's own limits. */
async function askBoth(server: DnsServer, name: string, leftMs: number, options: DnsQueryOptions): Promise<Verdict> {
  const { timeoutMs: _whole, ...rest } = options;
  const limited: DnsQueryOptions = leftMs < LIMITS.dnsDohMs ? { ...rest, timeoutMs: leftMs } : rest;
  const [v6, v4] = await Promise.all([
    dnsQuery(server, { name, type: "AAAA" }, limited),
    dnsQuery(server, { name, type: "A" }, limited),
  ]);
  return judge(v6, v4);
}

function none(outcome: SystemLookupOutcome, errno: string | null): Verdict {
  return { outcome, errno, addresses: [] };
}

function judge(v6: DnsObservation, v4: DnsObservation): Verdict {
  if (v6.outcome === "cancelled" || v4.outcome === "cancelled") return none("cancelled", null);
  const addresses = [...v6.addresses, ...v4.addresses];
  if (addresses.length > 0) return { outcome: "answer", errno: null, addresses };
  if (v6.outcome === "nxdomain" || v4.outcome === "nxdomain") return none("not-found", "EAI_NONAME");
  if (v6.outcome === "no-data" && v4.outcome === "no-data") return none("not-found", "EAI_NODATA");
  // Nothing was sent: the name or the server's address is not one. Another server would not help the name.
  if (v6.errno === "ERR_INVALID_NAME") return none("error", "ERR_INVALID_NAME");
  return none("temporary-failure", "EAI_AGAIN");
}
