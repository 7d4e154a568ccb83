import { type Socket, isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import type { ConnectObservation, ConnectOutcome } from "../../../shared/model/facts/connect-facts.ts";
import type { HttpOutcome } from "../../../shared/model/facts/http-facts.ts";
import { onDeadline } from "../deadline.ts";
import { LIMITS } from "../limits.ts";
import type { HttpRequest, Lookup, ProxyEndpoint } from "../probes.ts";
import { connectRace } from "../tcp/connect-race.ts";
import type { Trust } from "../tls/system-trust.ts";
import { openTlsSession } from "../tls/tls-session.ts";
import { AnswerFault } from "./answer-fault.ts";
import type { Budget } from "./budget.ts";
import type { ExchangeDraft } from "./exchange-draft.ts";

/** One exchange under way. */
export interface Journey {
  readonly request: HttpRequest;
  readonly url: URL;
  /** Host of the URL without brackets. */
  readonly host: string;
  readonly port: number;
  readonly draft: ExchangeDraft;
  readonly budget: Budget;
  readonly lookup: Lookup;
  readonly trust: () => Trust;
  readonly userAgent: string;
}

const CONNECT_FAULTS = {
  refused: "connect-refused",
  timeout: "connect-timeout",
  unreachable: "connect-unreachable",
  prohibited: "connect-prohibited",
  reset: "connect-failed",
  error: "connect-failed",
} as const satisfies Partial<Record<ConnectOutcome, HttpOutcome>>;

/**
 * Which of several failed attempts speaks for all: the one that got furthest. A machine that refuses exists; silence
 * may be one; "no way" in one family says nothing about the other.
 */
const TELLING = ["refused", "reset", "timeout", "prohibited", "unreachable", "error"] as const;

/** What a race that nobody won comes to: attempts that our own time limit ended count as timed out. */
export function connectFault(observations: readonly ConnectObservation[]): AnswerFault {
  for (const outcome of TELLING) {
    const found = observations.find((observation) => observation.outcome === outcome);
    if (found !== undefined) return new AnswerFault(CONNECT_FAULTS[outcome], found.errno);
  }
  return new AnswerFault("connect-timeout");
}

/** Addresses of a host: a literal is its own. Throws AnswerFault `dns-failed`, also when the look-up takes too long. */
async function addressesOf(host: string, { lookup, budget }: Journey): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const found = await new Promise<readonly string[]>((resolve, reject) => {
    const release = onDeadline(budget.signal, budget.atMost(LIMITS.systemLookupMs), (why) => {
      reject(new AnswerFault(why === "cancelled" ? "cancelled" : "dns-failed"));
    });
    lookup(host, budget.signal)
      .catch((): readonly string[] => []) // a look-up that fails has no addresses
      .then(resolve, reject)
      .finally(release);
  });
  if (budget.signal.aborted) throw new AnswerFault("cancelled");
  if (found.length === 0) throw new AnswerFault("dns-failed");
  return found;
}

/** An open connection and the address that was asked for. */
export interface OpenWay {
  readonly socket: Socket;
  readonly address: string;
}

async function race(addresses: readonly string[], port: number, budget: Budget): Promise<OpenWay> {
  // The whole race ends with the exchange's time, however many addresses are still waiting for their turn.
  const end = new AbortController();
  const release = onDeadline(budget.signal, budget.left(), () => {
    end.abort();
  });
  const { socket, observations } = await connectRace(addresses, port, budget.connectOptions(end.signal));
  release();
  const winner = observations.find((observation) => observation.outcome === "connected");
  if (socket !== null && winner !== undefined) return { socket, address: winner.address };
  if (budget.signal.aborted) throw new AnswerFault("cancelled");
  throw connectFault(observations);
}

/** Connects straight to the site. Throws AnswerFault. */
export async function openDirect(journey: Journey): Promise<OpenWay> {
  const { request, draft, host, port, budget } = journey;
  let { addresses } = request;
  if (addresses.length === 0) {
    addresses = await addressesOf(host, journey);
    if (isIP(host) === 0) draft.mark("lookup");
  }
  const way = await race(addresses, port, budget);
  draft.mark("connect");
  draft.address = way.address;
  return way;
}

/** Connects to a proxy. Whatever goes wrong is `proxy-connect-failed` (or `cancelled`), errno says what. */
export async function openProxy(journey: Journey, proxy: ProxyEndpoint): Promise<OpenWay> {
  try {
    const way = await race(await addressesOf(proxy.host, journey), proxy.port, journey.budget);
    journey.draft.mark("connect");
    return way;
  } catch (error) {
    if (!(error instanceof AnswerFault) || error.outcome === "cancelled") throw error;
    throw new AnswerFault("proxy-connect-failed", error.errno ?? error.outcome.toUpperCase().replaceAll("-", "_"));
  }
}

/**
 * Encrypts a connection for a request: the runtime refuses untrusted certificates, so nothing is ever sent over them.
 * What was seen is in the draft either way. Through a tunnel the peer in it is the proxy. Throws AnswerFault.
 */
export async function encrypt({ socket, address }: OpenWay, journey: Journey): Promise<TLSSocket> {
  const { request, host, draft, budget, trust } = journey;
  const opened = await openTlsSession(socket, {
    host,
    address,
    port: request.proxy?.port ?? journey.port,
    alpn: request.http1Only === true ? ["http/1.1"] : ["h2", "http/1.1"],
    trust: trust(),
    signal: budget.signal,
    timeoutMs: budget.atMost(LIMITS.tlsHandshakeMs),
    purpose: "use",
  });
  draft.tls = opened.observation;
  if (opened.socket === null) {
    const { outcome, errno } = opened.observation;
    throw new AnswerFault(outcome === "cancelled" ? "cancelled" : "tls-failed", errno);
  }
  draft.mark("tls");
  return opened.socket;
}
