import type { Answers } from "../../../../shared/model/answers.ts";
import type { CheckResult, CheckResults, SkipReason } from "../../../../shared/model/check.ts";
import type { CheckId } from "../../../../shared/model/check-id.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import type { ConnectObservation, ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import type { DnsObservation, ResolverObservations } from "../../../../shared/model/facts/dns-facts.ts";
import type { HttpExchange, HttpFacts, RepeatExchange } from "../../../../shared/model/facts/http-facts.ts";
import type { NetInterface, ProxySetting, RouterObservation } from "../../../../shared/model/facts/local-facts.ts";
import type { TlsObservation } from "../../../../shared/model/facts/tls-facts.ts";
import type { GatewayClassification } from "../../../../shared/model/gateway.ts";
import type { Target } from "../../../../shared/model/target.ts";

/** The site of the tests, where it lives, and where it lived before. */
export const HOST = "shop.example";
export const SITE_V4 = "203.0.113.10";
export const SITE_V6 = "2606:4700::10";
export const OLD_V4 = "203.0.113.99";
export const ROUTER = "192.168.1.1";

export function target(change: Partial<Target> = {}): Target {
  const scheme = change.scheme ?? "https";
  const host = change.host ?? HOST;
  return {
    input: host,
    url: `${scheme}://${host}/`,
    host,
    displayHost: host,
    port: scheme === "https" ? 443 : 80,
    scheme,
    schemeGuessed: false,
    credentialsRemoved: false,
    kind: "name",
    ...change,
  };
}

/** A check that ran and saw this. */
export function result<Id extends CheckId>(id: Id, facts: CheckFacts[Id]): CheckResult<Id> {
  return {
    id,
    status: "pass",
    startedMs: 0,
    durationMs: 1,
    summary: { key: "check.test", values: {} },
    facts,
    skipped: null,
    error: null,
  };
}

/** A check that was not asked. */
export function skipped<Id extends CheckId>(id: Id, reason: SkipReason = "not-configured"): CheckResult<Id> {
  return {
    id,
    status: "skipped",
    startedMs: 0,
    durationMs: 0,
    summary: { key: "check.test", values: {} },
    facts: null,
    skipped: reason,
    error: null,
  };
}

export type FactsMap = { readonly [Id in CheckId]?: CheckFacts[Id] };

/** Observations out of facts; what is not named did not run. */
export function observe(
  facts: FactsMap,
  more: { target?: Target; answers?: Answers; stopped?: Observations["stopped"] } = {},
): Observations {
  const checks = Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [id, result(id as CheckId, value)]),
  ) as CheckResults;
  return { target: more.target ?? target(), answers: more.answers ?? {}, checks, stopped: more.stopped ?? "no" };
}

/** The same with one check not asked. */
export function without(observations: Observations, ...ids: readonly CheckId[]): Observations {
  const checks: Record<string, unknown> = { ...observations.checks };
  for (const id of ids) checks[id] = skipped(id);
  return { ...observations, checks };
}

/** The same with some facts changed. */
export function withFacts(observations: Observations, facts: FactsMap): Observations {
  return { ...observations, checks: { ...observations.checks, ...observe(facts).checks } };
}

export function connect(address: string, outcome: ConnectOutcome = "connected", port = 443): ConnectObservation {
  const family = address.includes(":") ? "v6" : "v4";
  return { address, family, port, outcome, errno: null, ms: 20 };
}

export function dns(change: Partial<DnsObservation> = {}): DnsObservation {
  const outcome = change.outcome ?? "answer";
  const rcodes: Partial<Record<DnsObservation["outcome"], string>> = {
    answer: "NOERROR",
    "no-data": "NOERROR",
    nxdomain: "NXDOMAIN",
    servfail: "SERVFAIL",
    refused: "REFUSED",
    "other-rcode": "NOTIMP",
  };
  return {
    server: "192.168.1.1:53",
    transport: "udp",
    name: HOST,
    type: "A",
    outcome,
    rcode: rcodes[outcome] ?? null,
    addresses: outcome === "answer" ? [SITE_V4] : [],
    records: [],
    cnames: [],
    ttl: outcome === "answer" ? 300 : null,
    ede: [],
    authenticated: false,
    usedTcp: false,
    rejectedReplies: 0,
    errno: null,
    ms: 12,
    ...change,
  };
}

/** A resolver that gave this for the target and, as long as it replies at all, finds the control name. */
export function resolver(
  change: Partial<DnsObservation> = {},
  more: Partial<ResolverObservations> = {},
): ResolverObservations {
  const answer = dns(change);
  const dead = ["timeout", "unreachable", "tls-failed"].includes(answer.outcome);
  return {
    server: answer.server,
    publicId: null,
    scope: "private",
    target: [answer],
    control: dns({
      ...change,
      name: "example.com",
      outcome: dead ? answer.outcome : "answer",
      rcode: dead ? null : "NOERROR",
      addresses: dead ? [] : ["198.51.100.1"],
      ede: [],
    }),
    ...more,
  };
}

/** Two public resolvers, one of them asked over DoH as well. */
export function publicResolvers(
  change: Partial<DnsObservation> = {},
  secure: Partial<DnsObservation> = change,
): CheckFacts["dns-public"] {
  return {
    resolvers: [
      resolver({ server: "1.1.1.1:53", ...change }, { scope: "public", publicId: "cloudflare" }),
      resolver({ server: "8.8.8.8:53", ...change }, { scope: "public", publicId: "google" }),
      resolver(
        { server: "https://cloudflare-dns.com/dns-query", transport: "doh", ...secure },
        { scope: "public", publicId: "cloudflare" },
      ),
    ],
  };
}

export function lookup(change: Partial<CheckFacts["dns-system"]["lookup"]> = {}): CheckFacts["dns-system"] {
  const outcome = change.outcome ?? "answer";
  return {
    lookup: { name: HOST, outcome, addresses: outcome === "answer" ? [SITE_V4] : [], errno: null, ms: 10, ...change },
    control:
      outcome === "answer"
        ? null
        : {
            name: "example.com",
            outcome: outcome === "not-found" ? "answer" : outcome,
            addresses: [],
            errno: null,
            ms: 10,
          },
  };
}

export function tls(change: Partial<TlsObservation> = {}): TlsObservation {
  const outcome = change.outcome ?? "trusted";
  return {
    address: SITE_V4,
    family: "v4",
    port: 443,
    serverName: HOST,
    outcome,
    errno: null,
    protocol: outcome === "trusted" ? "TLSv1.3" : null,
    cipher: null,
    alpn: null,
    chain: [
      {
        subject: HOST,
        issuer: "A Public Authority",
        names: [HOST],
        validFrom: "2026-01-01T00:00:00Z",
        validTo: "2026-09-01T00:00:00Z",
        fingerprint: "00",
      },
    ],
    root: "bundled",
    clientCertificateAsked: false,
    ms: 30,
    ...change,
  };
}

export function exchange(change: Partial<HttpExchange> = {}): HttpExchange {
  const outcome = change.outcome ?? "response";
  const responded = outcome === "response";
  return {
    method: "GET",
    url: `https://${HOST}/`,
    outcome,
    address: SITE_V4,
    family: "v4",
    proxy: null,
    httpVersion: responded ? "1.1" : null,
    status: responded ? 200 : null,
    statusText: "",
    headers: [],
    bodySample: responded ? "<title>Shop</title>" : "",
    bodyBytes: 20,
    bodyTruncated: false,
    bodyHash: null,
    tls: null,
    // A timeout is only seen after waiting.
    timings: { lookup: 1, connect: 2, tls: null, firstByte: 3, total: outcome.endsWith("-timeout") ? 7_000 : 4 },
    errno: null,
    ...change,
  };
}

export function gateway(change: Partial<GatewayClassification> = {}): GatewayClassification {
  return {
    signatureId: "nginx-502",
    vendor: "nginx",
    hop: "reverse-proxy",
    faultSide: "site-origin",
    kind: "backend-unusable",
    confidence: "high",
    meaning: "nginx could not use the program behind it.",
    ...change,
  };
}

/** The main request. */
export function http(last: Partial<HttpExchange> = {}, more: Partial<HttpFacts> = {}): HttpFacts {
  return { chain: [exchange(last)], redirects: "final", gateway: null, fellBackToHttp: false, ...more };
}

/** Spaced repeats with nothing varied, one per change. */
export function repeats(...changes: readonly Partial<HttpExchange>[]): CheckFacts["repeat"] {
  return { spacingMs: 500, attempts: changes.map((change) => attempt("none", change)) };
}

export function attempt(
  varied: RepeatExchange["varied"],
  change: Partial<HttpExchange> = {},
  more: Partial<RepeatExchange> = {},
): RepeatExchange {
  return { varied, value: "", exchange: exchange(change), gateway: null, ...more };
}

/** The same bad answer three times, with the maker's classification. */
export function failing(
  change: Partial<HttpExchange>,
  classified: GatewayClassification | null = null,
): Pick<CheckFacts, "http" | "repeat"> {
  return {
    http: http(change, { gateway: classified }),
    repeat: {
      spacingMs: 500,
      attempts: [attempt("none", change, { gateway: classified }), attempt("none", change, { gateway: classified })],
    },
  };
}

export function netInterface(change: Partial<NetInterface> = {}): NetInterface {
  return {
    name: "eth0",
    id: "2",
    kind: "ethernet",
    up: true,
    carrier: true,
    addresses: [{ address: "192.168.1.20", prefix: 24, family: "v4", scope: "private" }],
    ...change,
  };
}

export function router(change: Partial<RouterObservation> = {}): CheckFacts["router"] {
  return {
    routers: [
      {
        address: ROUTER,
        interfaceName: "eth0",
        ping: { address: ROUTER, sent: 2, received: 2, medianMs: 1, failure: null },
        neighbour: "reachable",
        tcp: null,
        ...change,
      },
    ],
  };
}

/** A router that shows no sign of life. */
export function deadRouter(neighbour: RouterObservation["neighbour"] = "failed"): CheckFacts["router"] {
  return router({
    neighbour,
    ping: { address: ROUTER, sent: 2, received: 0, medianMs: null, failure: "no-reply" },
    tcp: connect(ROUTER, "timeout", 53),
  });
}

export function references(v4: "works" | "fails" | "not-checked" = "works", v6 = v4): CheckFacts["references"] {
  const outcome = (reach: string): ConnectOutcome => (reach === "works" ? "connected" : "timeout");
  return {
    v4,
    v6,
    connects: [
      ...(v4 === "not-checked" ? [] : [connect("1.1.1.1", outcome(v4)), connect("8.8.8.8", outcome(v4))]),
      ...(v6 === "not-checked" ? [] : [connect("2606:4700:4700::1111", outcome(v6))]),
    ],
  };
}

export function portal(
  ...outcomes: readonly ("as-expected" | "intercepted" | "failed")[]
): CheckFacts["captive-portal"] {
  return {
    probes: outcomes.map((outcome, index) => ({
      url: `http://check${index}.example/`,
      outcome,
      status: outcome === "failed" ? null : 200,
      location: null,
    })),
    unroutableAnswered: false,
    loginUrl: null,
  };
}

export function proxySetting(change: Partial<ProxySetting> = {}): ProxySetting {
  return {
    source: "gnome",
    kind: "manual",
    host: "10.0.0.8",
    port: 3128,
    scheme: "all",
    pacUrl: null,
    bypass: [],
    where: "org.gnome.system.proxy",
    ...change,
  };
}

/** A proxy that applies. */
export function proxyThat(outcome: ConnectOutcome, setting = proxySetting()): CheckFacts["proxy"] {
  return {
    settings: [setting],
    applies: setting,
    connect: connect(setting.host ?? "10.0.0.8", outcome, setting.port ?? 3128),
    pac: null,
  };
}

/** Everything is fine around a machine at home; the site itself is left to the test. */
export const ONLINE: FactsMap = {
  interfaces: { interfaces: [netInterface()] },
  address: { v4: "routable", v6: "routable" },
  "default-route": {
    routes: [{ family: "v4", gateway: ROUTER, interfaceName: "eth0", metric: 100, tunnel: false }],
  },
  router: router(),
  references: references(),
  "captive-portal": portal("as-expected", "as-expected"),
  "hosts-file": { path: "/etc/hosts", entries: [] },
  "dns-system": lookup(),
  "dns-configured": { resolvers: [resolver()], upstreamsKnown: false },
  "dns-public": publicResolvers(),
  "dns-made-up": {
    configured: [dns({ name: "gg-aaaa.invalid", outcome: "nxdomain" })],
    public: [dns({ name: "gg-aaaa.invalid", outcome: "nxdomain" })],
  },
  proxy: { settings: [], applies: null, connect: null, pac: null },
  clock: {
    offsets: [
      { source: "a.example", offsetMs: 40 },
      { source: "b.example", offsetMs: -20 },
    ],
    medianOffsetMs: 10,
  },
  tcp: { connects: [connect(SITE_V4)] },
  tls: { handshakes: [tls()] },
};

/** A machine at home and a site that answers well three times. */
export const HEALTHY: FactsMap = {
  ...ONLINE,
  http: http({ tls: tls() }),
  repeat: repeats({ tls: tls() }, { tls: tls() }),
};

/** A target on this very machine with nothing but its own checks. */
export function onLoopback(facts: FactsMap, port = 8080): Observations {
  return observe(facts, {
    target: target({
      input: `http://127.0.0.1:${port}/`,
      url: `http://127.0.0.1:${port}/`,
      host: "127.0.0.1",
      displayHost: "127.0.0.1",
      port,
      scheme: "http",
      kind: "loopback",
    }),
  });
}
