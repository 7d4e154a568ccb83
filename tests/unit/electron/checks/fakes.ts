import { expect } from "vitest";
import type { AnyCheckResult, Check, CheckContext, CheckOutcome } from "../../../../electron/checks/check.ts";
import { parseTarget } from "../../../../electron/engine/target.ts";
import type { Machine, ReadingError } from "../../../../electron/platform/machine.ts";
import {
  type DnsQuestion,
  type DnsServer,
  familyOf,
  type HttpRequest,
  type Probes,
  serverLabel,
} from "../../../../electron/probes/probes.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import type { CheckId } from "../../../../shared/model/check-id.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import type { CheckResults } from "../../../../shared/model/check.ts";
import type { ConnectObservation, ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import type { DnsObservation, SystemLookupObservation } from "../../../../shared/model/facts/dns-facts.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import type { PingObservation } from "../../../../shared/model/facts/local-facts.ts";
import type { TlsObservation, TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import type { References } from "../../../../shared/model/references.ts";
import type { Target } from "../../../../shared/model/target.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";

/** No outside endpoint at all: nothing but what a test names itself is contacted. */
export const NO_REFERENCES: References = {
  publicResolvers: [],
  connectivityChecks: [],
  egress: [],
  stableName: null,
  dnssec: null,
  location: [],
  canary: null,
  vantage: null,
  interceptProbe: null,
  systemResolver: null,
  router: null,
};

export function targetOf(text: string): Target {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error}`);
  return parsed.value;
}

export function connectSeen(
  address: string,
  outcome: ConnectOutcome = "connected",
  port = 443,
  ms = 5,
): ConnectObservation {
  return { address, family: familyOf(address), port, outcome, errno: null, ms };
}

export function dnsSeen(server: DnsServer, question: DnsQuestion, over: Partial<DnsObservation> = {}): DnsObservation {
  const addresses = over.addresses ?? [];
  const outcome = over.outcome ?? (addresses.length > 0 ? "answer" : "no-data");
  const silent = ["timeout", "unreachable", "cancelled", "error", "connection-closed"].includes(outcome);
  return {
    server: serverLabel(server),
    transport: server.transport,
    name: question.name,
    type: question.type,
    outcome,
    rcode: silent
      ? null
      : ({ nxdomain: "NXDOMAIN", servfail: "SERVFAIL", refused: "REFUSED" }[outcome as string] ?? "NOERROR"),
    addresses,
    records: [],
    cnames: [],
    ttl: null,
    ede: [],
    authenticated: false,
    usedTcp: false,
    rejectedReplies: 0,
    errno: null,
    ms: 5,
    ...over,
  };
}

export function lookupSeen(
  name: string,
  addresses: readonly string[],
  over: Partial<SystemLookupObservation> = {},
): SystemLookupObservation {
  return { name, outcome: addresses.length > 0 ? "answer" : "not-found", addresses, errno: null, ms: 5, ...over };
}

export function exchangeSeen(over: Partial<HttpExchange> = {}): HttpExchange {
  const status = over.status === undefined ? ((over.outcome ?? "response") === "response" ? 200 : null) : over.status;
  return {
    method: "GET",
    url: "https://www.example.com/",
    outcome: "response",
    address: "203.0.113.10",
    family: "v4",
    proxy: null,
    httpVersion: "1.1",
    statusText: "",
    headers: [],
    bodySample: "<!doctype html><title>Fine</title><p>A page.",
    bodyBytes: 44,
    bodyTruncated: false,
    bodyHash: "0123456789abcdef",
    tls: null,
    timings: { lookup: null, connect: 1, tls: 2, firstByte: 3, total: 4 },
    errno: null,
    ...over,
    status,
  };
}

export function tlsSeen(
  address: string,
  outcome: TlsOutcome = "trusted",
  over: Partial<TlsObservation> = {},
): TlsObservation {
  return {
    address,
    family: familyOf(address),
    port: 443,
    serverName: "www.example.com",
    outcome,
    errno: null,
    protocol: "TLSv1.3",
    cipher: null,
    alpn: null,
    chain: [],
    root: "bundled",
    clientCertificateAsked: false,
    ms: 9,
    ...over,
  };
}

export function pingSeen(address: string, over: Partial<PingObservation> = {}): PingObservation {
  return { address, sent: 3, received: 3, medianMs: 2, failure: null, ...over };
}

function unexpected(what: string): never {
  throw new Error(`not expected in this test: ${what}`);
}

/** Probes that fail the test when one is used that the test did not give. */
export function fakeProbes(given: Partial<Probes>): Probes {
  return {
    systemLookup: (name) => unexpected(`look-up of ${name}`),
    dnsQuery: (server, question) => unexpected(`query ${question.name} to ${serverLabel(server)}`),
    tcpConnect: (address, port) => unexpected(`connect to ${address} ${port}`),
    tlsHandshake: (peer) => unexpected(`handshake with ${peer.address}`),
    httpRequest: (request) => unexpected(`request for ${request.url}`),
    ...given,
  };
}

/** A healthy machine on a private network, except for what is given. */
export function fakeMachine(given: Partial<Machine> = {}): Machine {
  return {
    os: "linux",
    interfaces: async () =>
      ok([
        {
          name: "eth0",
          id: "2",
          kind: "ethernet",
          up: true,
          carrier: true,
          addresses: [{ address: "192.168.1.10", prefix: 24, family: "v4", scope: "private" }],
        },
      ]),
    defaultRoutes: async () =>
      ok([{ family: "v4", gateway: "192.168.1.1", interfaceName: "eth0", metric: 100, tunnel: false }]),
    resolvers: async () => ok([{ address: "192.168.1.1", port: 53, interfaceName: "eth0", upstream: false }]),
    neighbour: async (address) => ok({ address, interfaceName: "eth0", state: "reachable" }),
    proxies: async () => ok([]),
    hostsFile: async () => ok({ path: "/etc/hosts", text: "127.0.0.1 localhost\n" }),
    ping: async (request) => pingSeen(request.address, { sent: request.count, received: request.count }),
    ...given,
  };
}

export function notReadable(code: ReadingError["code"]) {
  return async () => fail({ code, detail: "because" });
}

type ContextParts = Partial<Omit<CheckContext, "probes" | "machine" | "target" | "references">> & {
  readonly target?: string;
  readonly references?: Partial<References>;
  readonly probes?: Partial<Probes>;
  readonly machine?: Partial<Machine>;
};

export interface FakeContext extends CheckContext {
  readonly requests: () => number;
  readonly endpoints: readonly string[];
}

export function contextFor(parts: ContextParts = {}): FakeContext {
  const endpoints: string[] = [];
  let requests = 0;
  return {
    privateMode: false,
    askVantage: false,
    answers: {},
    signal: new AbortController().signal,
    results: {},
    timeLeftMs: () => 10_000,
    contacts: { siteRequest: () => (requests += 1), outside: (endpoint) => endpoints.push(endpoint) },
    ...parts,
    target: targetOf(parts.target ?? "https://www.example.com/"),
    references: { ...NO_REFERENCES, ...parts.references },
    probes: fakeProbes(parts.probes ?? {}),
    machine: fakeMachine(parts.machine),
    requests: () => requests,
    endpoints,
  };
}

/** Results of other checks, from their facts. */
export function resultsOf(facts: { readonly [Id in CheckId]?: CheckFacts[Id] | null }): CheckResults {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [
      id,
      {
        id: id as CheckId,
        status: value === null ? "unknown" : "pass",
        startedMs: 0,
        durationMs: 1,
        summary: { key: "check.skipped.not-needed", values: {} },
        facts: value,
        skipped: null,
        error: null,
      } as AnyCheckResult,
    ]),
  );
}

const english = createTranslator("en", { en: ENGLISH });

/** The variant of an outcome's sentence (or why it was skipped); the catalogue must have it, with all its values. */
export function said(outcome: CheckOutcome<CheckId>): string {
  if (outcome.status === "skipped") {
    expect(english.has(`check.skipped.${outcome.reason}`)).toBe(true);
    return `skipped: ${outcome.reason}`;
  }
  const { key, values } = outcome.summary;
  expect(english.has(key) || english.has(`${key}_other`), `the catalogue has no ${key}`).toBe(true);
  expect(english.message(outcome.summary), `${key} with ${JSON.stringify(values)}`).not.toMatch(/\{\{|^check\./);
  return `${outcome.status}: ${key.split(".").at(-1)}`;
}

/** What a check observed; the test ends when it was skipped. */
export function factsOf<Id extends CheckId>(outcome: CheckOutcome<Id>): CheckFacts[Id] {
  if (outcome.status === "skipped" || outcome.facts === null) throw new Error(`no facts: ${outcome.status}`);
  return outcome.facts;
}

/** Runs a check and gives its sentence. */
export async function sayOf<Id extends CheckId>(check: Check<Id>, parts: ContextParts = {}): Promise<string> {
  return said(await check.run(contextFor(parts)));
}

/** An HTTP probe that answers by URL; the answer's URL is the one asked for. */
export function answering(
  answers: Readonly<Record<string, Partial<HttpExchange>>>,
  seen: HttpRequest[] = [],
): Probes["httpRequest"] {
  return async (request) => {
    seen.push(request);
    const answer = answers[request.url];
    if (answer === undefined) return unexpected(`request for ${request.url}`);
    const proxy = request.proxy === null ? null : `${request.proxy.host}:${request.proxy.port}`;
    const address = request.addresses[0] ?? null;
    return exchangeSeen({ method: request.method, url: request.url, proxy, address, ...answer });
  };
}
