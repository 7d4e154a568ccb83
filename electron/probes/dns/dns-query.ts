import { isIP } from "node:net";
import type { DnsObservation, DnsOutcome, DnsTransport } from "../../../shared/model/facts/dns-facts.ts";
import { assertNever } from "../../../shared/lib/assert-never.ts";
import { elapsedMs } from "../deadline.ts";
import { LIMITS } from "../limits.ts";
import { serverLabel, type DnsQuestion, type DnsServer, type ProbeOptions } from "../probes.ts";
import { prepare } from "./asked.ts";
import { askOverHttps } from "./doh-transport.ts";
import { askOverTls } from "./dot-transport.ts";
import { failed, type Ask, type Exchange, type ExchangeEnd } from "./exchange.ts";
import type { ReplyContent } from "./reply-content.ts";
import { askOverTcp } from "./tcp-transport.ts";
import { askOverUdp } from "./udp-transport.ts";

/** What a DNS query takes besides what every probe takes. */
export interface DnsQueryOptions extends ProbeOptions {
  /**
   * Roots to trust for DoT and DoH, PEM; give the same array every time, its parsed form is kept. Absent: the
   * runtime's own list. The peer is verified in any case.
   */
  readonly ca?: readonly string[] | undefined;
}

/** All exchanges of one query together. */
interface Carried {
  readonly end: ExchangeEnd;
  readonly rejected: number;
  readonly usedTcp: boolean;
}

/** What is observed of a query that no reply came to. */
const NO_CONTENT = {
  rcode: null,
  addresses: [],
  records: [],
  cnames: [],
  ttl: null,
  ede: [],
  authenticated: false,
} as const;

/**
 * One question to one server. `timeoutMs` is the limit of the whole query, the TCP retry after a truncated answer
 * included. Never throws: a name that cannot be asked for is `error` with ERR_INVALID_NAME, a server that is no address
 * ERR_INVALID_ADDRESS or ERR_SOCKET_BAD_PORT, and nothing is sent.
 */
export async function dnsQuery(
  server: DnsServer,
  question: DnsQuestion,
  options: DnsQueryOptions,
): Promise<DnsObservation> {
  const startedAt = performance.now();
  const { end, rejected, usedTcp } = await carry(server, question, options, startedAt);
  return {
    server: serverLabel(server),
    transport: server.transport,
    name: question.name,
    type: question.type,
    ...contentOf(end),
    usedTcp,
    rejectedReplies: rejected,
    errno: end.kind === "failed" ? end.errno : null,
    ms: elapsedMs(startedAt),
  };
}

function contentOf(end: ExchangeEnd): ReplyContent | (typeof NO_CONTENT & { readonly outcome: DnsOutcome }) {
  if (end.kind === "reply") return end.content;
  // `truncated` and `no-edns` were asked again; met once more, they come from a server that contradicts itself.
  return { ...NO_CONTENT, outcome: end.kind === "failed" ? end.outcome : "malformed" };
}

/** Carries the question there, and again where the first answer asks for it: without EDNS, over TCP. */
async function carry(
  server: DnsServer,
  question: DnsQuestion,
  options: DnsQueryOptions,
  startedAt: number,
): Promise<Carried> {
  const asked = prepare(question);
  const wrong = asked === null ? "ERR_INVALID_NAME" : badServer(server);
  if (asked === null || wrong !== null) return { end: failed("error", wrong), rejected: 0, usedTcp: false };
  if (options.signal.aborted) return { end: failed("cancelled"), rejected: 0, usedTcp: false };

  const { signal, dial } = options;
  const ask = { asked, signal, ...(dial === undefined ? {} : { dial }) };
  let carrier = server;
  let edns = true;
  let rejected = 0;
  for (;;) {
    const timeoutMs =
      options.timeoutMs === undefined ? LIMIT_OF[carrier.transport] : options.timeoutMs - elapsedMs(startedAt);
    const exchange = await send(carrier, { ...ask, edns, timeoutMs }, options.ca);
    const { end } = exchange;
    rejected += exchange.rejected;
    if (end.kind === "no-edns" && edns) edns = false;
    else if (end.kind === "truncated" && carrier.transport === "udp") carrier = { ...carrier, transport: "tcp" };
    else return { end, rejected, usedTcp: carrier.transport !== server.transport };
  }
}

/** What is wrong with where to send to, as an error name; null when nothing is. */
function badServer(server: DnsServer): string | null {
  if (isIP(server.address) === 0) return "ERR_INVALID_ADDRESS";
  if (server.transport === "doh") return null;
  return Number.isInteger(server.port) && server.port > 0 && server.port <= 65_535 ? null : "ERR_SOCKET_BAD_PORT";
}

/** Milliseconds one exchange may take, by transport. */
const LIMIT_OF: Readonly<Record<DnsTransport, number>> = {
  udp: LIMITS.dnsUdpTryMs * LIMITS.dnsUdpTries,
  tcp: LIMITS.dnsStreamMs,
  dot: LIMITS.dnsStreamMs,
  doh: LIMITS.dnsDohMs,
};

async function send(server: DnsServer, ask: Ask, ca: readonly string[] | undefined): Promise<Exchange> {
  switch (server.transport) {
    case "udp":
      return askOverUdp(server, ask);
    case "tcp":
      return askOverTcp(server, ask);
    case "dot":
      return askOverTls(server, ask, ca);
    case "doh":
      return askOverHttps(server, ask, ca);
    default:
      return assertNever(server);
  }
}
