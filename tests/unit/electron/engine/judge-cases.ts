import type { Answers } from "../../../../shared/model/answers.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import type { FaultSide } from "../../../../shared/model/fault-side.ts";
import type { TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";
import {
  attempt,
  connect,
  deadRouter,
  dns,
  exchange,
  type FactsMap,
  failing,
  gateway,
  HEALTHY,
  http,
  lookup,
  netInterface,
  observe,
  OLD_V4,
  onLoopback,
  ONLINE,
  portal,
  proxySetting,
  proxyThat,
  publicResolvers,
  references,
  repeats,
  resolver,
  router,
  SITE_V4,
  SITE_V6,
  target,
  tls,
  without,
  withFacts,
} from "./build-observations.ts";

/** One set of observations, and what must be made of it. */
export interface Case {
  readonly name: string;
  readonly given: Observations;
  readonly side?: FaultSide;
  readonly context?: string;
}

const plain = target({ scheme: "http" });
const NOTHING: FactsMap = {
  references: references("fails"),
  "captive-portal": portal("failed", "failed"),
  "dns-system": lookup({ outcome: "timeout" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
  "dns-public": publicResolvers({ outcome: "timeout" }),
  proxy: ONLINE.proxy!,
  "hosts-file": ONLINE["hosts-file"]!,
};
const HERE = { interfaces: ONLINE.interfaces!, address: ONLINE.address!, "default-route": ONLINE["default-route"]! };

function site(facts: FactsMap, answers: Answers = {}): Observations {
  return observe({ ...ONLINE, ...facts }, { answers });
}

function refused(change: FactsMap = {}, address = SITE_V4): Observations {
  return site({
    tcp: { connects: [connect(address, "refused")] },
    tls: { handshakes: [] },
    ...failing({ outcome: "connect-refused", address }),
    ...change,
  });
}

/** Names that nobody answers here, while the public resolvers do. */
function noName(own: Partial<CheckFacts["dns-configured"]>, change: FactsMap = {}): Observations {
  return site({
    "dns-system": lookup({ outcome: "temporary-failure" }),
    "dns-configured": { resolvers: [], upstreamsKnown: false, ...own },
    http: http({ tls: tls() }),
    repeat: repeats({ tls: tls() }, { tls: tls() }),
    ...change,
  });
}

function certificate(outcome: TlsOutcome, change: FactsMap = {}): Observations {
  const bad = tls({ outcome });
  return site({ tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }), ...change });
}

function forged(issuer: string): FactsMap {
  const bad = tls({ outcome: "untrusted-root", root: "none", chain: [{ ...tls().chain[0]!, issuer }] });
  return { tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }) };
}

function status(code: number, classified: Parameters<typeof gateway>[0] | null = null, body = ""): Observations {
  return site(
    failing({ status: code, tls: tls(), bodySample: body }, classified === null ? null : gateway(classified)),
  );
}

function answers(said: Answers): Observations {
  return observe(HEALTHY, { answers: { "browser-fails": "yes", ...said } });
}

const otherAddress = publicResolvers();
const OLD_ADDRESS: FactsMap = {
  "dns-system": lookup({ addresses: [OLD_V4] }),
  "dns-configured": { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
  "dns-public": otherAddress,
};

function unfound(change: FactsMap = {}): Observations {
  return site({
    "dns-system": lookup({ outcome: "not-found" }),
    "dns-configured": { resolvers: [resolver({ outcome: "nxdomain" })], upstreamsKnown: false },
    "dns-public": publicResolvers({ outcome: "nxdomain" }),
    tcp: { connects: [] },
    tls: { handshakes: [] },
    ...change,
  });
}

function stalled(mtu: Partial<CheckFacts["path-mtu"]>): Observations {
  return site({
    ...failing({ outcome: "body-timeout", tls: tls() }),
    "path-mtu": {
      largestPassing: 1400,
      smallestVanishing: 1420,
      errorReturned: false,
      largeStalled: 2,
      smallPassed: 1,
      ...mtu,
    },
  });
}

const lossy = (home: boolean): FactsMap => ({
  "path-quality": {
    samples: [
      { address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 4, medianMs: 300, spreadMs: 100 },
      { address: "8.8.8.8", role: "reference", how: "tcp", sent: 10, lost: 3, medianMs: 300, spreadMs: 100 },
      { address: "192.168.1.1", role: "router", how: "ping", sent: 10, lost: home ? 4 : 0, medianMs: 2, spreadMs: 1 },
    ],
  },
});

const tunnel: CheckFacts["default-route"] = {
  routes: [{ family: "v4", gateway: null, interfaceName: "tun0", metric: 50, tunnel: true }],
};

const elsewhere = (ok: boolean): CheckFacts["vantage"] => ({
  refusal: null,
  results: [
    { place: "Paris", status: ok ? 200 : null, outcome: ok ? "response" : "failed", address: SITE_V4 },
    { place: "Tokyo", status: ok ? 200 : null, outcome: ok ? "response" : "failed", address: SITE_V4 },
  ],
});

const clock = (minutes: number): CheckFacts["clock"] => ({
  offsets: [
    { source: "a.example", offsetMs: minutes * 60_000 },
    { source: "b.example", offsetMs: minutes * 60_000 + 900 },
  ],
  medianOffsetMs: minutes * 60_000 + 450,
});

const timesOut = (change: FactsMap = {}): Observations =>
  site({
    tcp: { connects: [connect(SITE_V4, "timeout")] },
    tls: { handshakes: [] },
    http: http({ outcome: "connect-timeout" }),
    repeat: { attempts: [], spacingMs: 450 },
    ...change,
  });

const throughProxy = (last: Parameters<typeof exchange>[0], more: FactsMap = {}): Observations =>
  observe(
    {
      ...ONLINE,
      proxy: proxyThat("connected"),
      ...failing({ proxy: "10.0.0.8:3128", address: null, ...last }),
      ...more,
    },
    { target: plain },
  );

const squid = gateway({
  signatureId: "squid-connect-fail",
  vendor: "Squid",
  hop: "corporate-proxy",
  faultSide: "proxy",
  kind: "proxy-own-fault",
});

/** Every code with at least two sets of observations that must lead to it. */
export const CASES: Readonly<Record<VerdictCode, readonly [Case, Case, ...Case[]]>> = {
  healthy: [
    { name: "three good answers at home", given: observe(HEALTHY) },
    {
      name: "a good server on this machine",
      given: onLoopback({ http: http({ address: "127.0.0.1" }), repeat: repeats({}, {}) }),
    },
    {
      name: "all references fail, the site answers",
      given: withFacts(observe(HEALTHY), { references: references("fails") }),
    },
    { name: "the router ignores ping", given: withFacts(observe(HEALTHY), { router: deadRouter("stale") }) },
    {
      name: "IPv6 is broken beside it",
      given: withFacts(observe(HEALTHY), {
        references: references("works", "fails"),
        tcp: { connects: [connect(SITE_V4), connect(SITE_V6, "timeout")] },
      }),
    },
    { name: "one slow reference is lossy", given: withFacts(observe(HEALTHY), lossy(false)) },
  ],
  "browser-only": [
    { name: "the person says that the browser fails", given: answers({}) },
    {
      name: "it works without extensions",
      given: answers({ "no-extensions-works": "yes", "private-window-works": "yes" }),
    },
  ],
  intermittent: [
    {
      name: "one of three requests fails",
      given: site({ http: http({ tls: tls() }), repeat: repeats({ status: 502 }, { tls: tls() }) }),
      side: "site-origin",
    },
    {
      name: "the first request fails at the edge and the next are fine",
      given: site({
        http: http(
          { status: 500 },
          { gateway: gateway({ faultSide: "site-edge", kind: "edge-own-fault", hop: "cdn-edge" }) },
        ),
        repeat: repeats({}, {}),
      }),
      side: "site-edge",
    },
    {
      name: "one of three breaks off and nothing is lost elsewhere",
      given: site({
        http: http({}),
        repeat: repeats({ outcome: "empty-reply" }, {}),
        "path-quality": {
          samples: [
            { address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 0, medianMs: 10, spreadMs: 1 },
          ],
        },
      }),
    },
  ],
  "no-link": [
    {
      name: "the cable is out",
      given: observe({ ...NOTHING, interfaces: { interfaces: [netInterface({ carrier: false, addresses: [] })] } }),
    },
    {
      name: "Wi-Fi is off, bridges of containers stay up",
      given: observe({
        ...NOTHING,
        interfaces: {
          interfaces: [
            netInterface({ kind: "wifi", up: false, carrier: null }),
            netInterface({ name: "docker0", kind: "virtual" }),
          ],
        },
      }),
    },
    { name: "private mode", given: observe({ interfaces: { interfaces: [netInterface({ carrier: false })] } }) },
  ],
  "no-address": [
    {
      name: "only a makeshift address",
      given: observe({
        ...NOTHING,
        interfaces: ONLINE.interfaces!,
        address: { v4: "link-local-only", v6: "link-local-only" },
      }),
    },
    {
      name: "none at all",
      given: observe({ ...NOTHING, interfaces: ONLINE.interfaces!, address: { v4: "none", v6: "none" } }),
    },
  ],
  "no-route": [
    { name: "no default route", given: observe({ ...NOTHING, ...HERE, "default-route": { routes: [] } }) },
    {
      name: "no default route, references not asked",
      given: observe({ ...HERE, "default-route": { routes: [] }, http: http({ outcome: "connect-unreachable" }) }),
    },
  ],
  "router-unreachable": [
    { name: "the router is gone", given: observe({ ...NOTHING, ...HERE, router: deadRouter("failed") }) },
    {
      name: "the router is silent and nothing beyond answers",
      given: observe({ ...NOTHING, ...HERE, router: deadRouter("unknown") }),
    },
  ],
  "no-internet": [
    { name: "the router answers, nothing else does", given: observe({ ...NOTHING, ...HERE, router: router() }) },
    {
      name: "the router ignores ping but is a neighbour",
      given: observe({ ...NOTHING, ...HERE, router: router({ ping: null, neighbour: "reachable" }) }),
    },
  ],
  "captive-portal": [
    {
      name: "two pages come back changed",
      given: withFacts(observe({ ...NOTHING, ...HERE, router: router() }), {
        "captive-portal": portal("intercepted", "intercepted"),
      }),
    },
    {
      name: "one page, and somebody answers for nobody",
      given: withFacts(observe({ ...NOTHING, ...HERE, router: router() }), {
        "captive-portal": { ...portal("intercepted", "failed"), unroutableAnswered: true },
      }),
    },
    {
      name: "the portal's page stands for the site with status 200",
      given: observe(
        {
          ...ONLINE,
          "dns-public": publicResolvers({ outcome: "timeout" }),
          references: references("fails"),
          "captive-portal": portal("intercepted", "intercepted"),
          http: http({}),
          repeat: repeats({}, {}),
        },
        { target: plain },
      ),
    },
    {
      name: "status 511",
      given: site(
        failing({ status: 511 }, gateway({ kind: "portal", hop: "captive-portal", faultSide: "local-network" })),
      ),
    },
  ],
  "provider-block": [
    {
      name: "the provider's page",
      given: site(
        failing(
          { status: 403 },
          gateway({ hop: "isp", faultSide: "provider", kind: "block-page", vendor: "Provider" }),
        ),
      ),
    },
    { name: "a reset only on this way", given: site({ ...failing({ outcome: "reset" }), vantage: elsewhere(true) }) },
    { name: "451 only here", given: site({ ...failing({ status: 451 }), vantage: elsewhere(true) }) },
  ],
  "mtu-blackhole": [
    { name: "large answers stall and large pings vanish", given: stalled({}), side: "provider" },
    {
      name: "large answers stall, ping is not allowed",
      given: stalled({ largestPassing: null, smallestVanishing: null, errorReturned: null }),
    },
    {
      name: "the handshake stalls and large pings vanish",
      given: certificate("timeout", {
        "path-mtu": {
          largestPassing: 1400,
          smallestVanishing: 1420,
          errorReturned: false,
          largeStalled: 0,
          smallPassed: 0,
        },
      }),
    },
  ],
  "lossy-path": [
    { name: "loss to references, none at home", given: timesOut(lossy(false)), side: "provider" },
    { name: "loss already to the router", given: timesOut(lossy(true)), side: "local-network" },
  ],
  "ipv6-broken": [
    {
      name: "the site has only IPv6",
      given: site({
        references: references("works", "fails"),
        "dns-system": lookup({ addresses: [SITE_V6] }),
        "dns-public": publicResolvers({ addresses: [SITE_V6] }),
        "dns-configured": { resolvers: [resolver({ addresses: [SITE_V6] })], upstreamsKnown: false },
        tcp: { connects: [connect(SITE_V6, "timeout")] },
        tls: { handshakes: [] },
        http: http({ outcome: "connect-timeout", address: SITE_V6 }),
      }),
    },
    {
      name: "the same with an unreachable network",
      given: site({
        references: references("works", "fails"),
        "dns-system": lookup({ addresses: [SITE_V6] }),
        "dns-public": publicResolvers({ addresses: [SITE_V6] }),
        "dns-configured": { resolvers: [resolver({ addresses: [SITE_V6] })], upstreamsKnown: false },
        tcp: { connects: [connect(SITE_V6, "unreachable")] },
        tls: { handshakes: [] },
        http: http({ outcome: "connect-unreachable", address: SITE_V6 }),
      }),
    },
  ],
  "clock-wrong": [
    {
      name: "ahead, and a certificate looks expired",
      given: certificate("expired", { clock: clock(600) }),
      context: "ahead",
    },
    {
      name: "behind, and a certificate looks not yet valid",
      given: certificate("not-yet-valid", { clock: clock(-60) }),
      context: "behind",
    },
  ],
  "hosts-override": [
    {
      name: "an entry leads to this machine",
      given: refused(
        {
          "hosts-file": {
            path: "/etc/hosts",
            entries: [{ address: "127.0.0.1", line: 7, text: "127.0.0.1 shop.example" }],
          },
          "dns-system": lookup({ addresses: ["127.0.0.1"] }),
        },
        "127.0.0.1",
      ),
    },
    {
      name: "an entry leads to an old server with a 502",
      given: site({
        ...failing({ status: 502, address: OLD_V4 }, gateway()),
        "hosts-file": { path: "/etc/hosts", entries: [{ address: OLD_V4, line: 1, text: "" }] },
        "dns-system": lookup({ addresses: [OLD_V4] }),
      }),
    },
  ],
  "local-firewall": [
    {
      name: "this machine forbids the site",
      given: refused({
        tcp: { connects: [connect(SITE_V4, "prohibited")] },
        http: http({ outcome: "connect-prohibited" }),
      }),
    },
    {
      name: "this machine forbids everything",
      given: observe({
        ...HERE,
        router: router(),
        references: { v4: "fails", v6: "not-checked", connects: [connect("1.1.1.1", "prohibited")] },
        tcp: { connects: [connect(SITE_V4, "prohibited")] },
        http: http({ outcome: "connect-prohibited" }),
      }),
    },
  ],
  "dns-service-down": [
    {
      name: "the stub is silent, public ones answer",
      given: noName({ resolvers: [resolver({ server: "127.0.0.53:53", outcome: "timeout" }, { scope: "loopback" })] }),
    },
    {
      name: "the stub is silent, its upstream answers",
      given: without(
        noName({
          upstreamsKnown: true,
          resolvers: [resolver({ server: "127.0.0.53:53", outcome: "timeout" }, { scope: "loopback" }), resolver({})],
        }),
        "dns-public",
      ),
    },
    { name: "the server answers, the system still fails", given: noName({ resolvers: [resolver()] }) },
  ],
  "resolver-unreachable": [
    { name: "the router's resolver is silent", given: noName({ resolvers: [resolver({ outcome: "timeout" })] }) },
    {
      name: "both are silent",
      given: noName({
        resolvers: [
          resolver({ outcome: "timeout" }),
          resolver({ server: "198.51.100.5:53", outcome: "unreachable" }, { scope: "public" }),
        ],
      }),
    },
    {
      name: "the first of two is silent and the system gives up",
      given: noName(
        { resolvers: [resolver({ outcome: "timeout" }), resolver({ server: "192.168.1.2:53" })] },
        { "dns-system": lookup({ outcome: "timeout" }) },
      ),
    },
  ],
  "resolver-failing": [
    { name: "SERVFAIL only there", given: noName({ resolvers: [resolver({ outcome: "servfail" })] }) },
    { name: "REFUSED only there", given: noName({ resolvers: [resolver({ outcome: "refused" })] }) },
    {
      name: "NXDOMAIN only there",
      given: noName(
        { resolvers: [resolver({ outcome: "nxdomain" })] },
        { "dns-system": lookup({ outcome: "not-found" }) },
      ),
    },
  ],
  "resolver-slow": [
    {
      name: "so slow that the system gives up",
      given: noName({ resolvers: [resolver({ ms: 3_000 })] }, { "dns-system": lookup({ outcome: "timeout" }) }),
    },
    {
      name: "ten times slower than others",
      given: noName({ resolvers: [resolver({ ms: 400 })] }, { "dns-system": lookup({ outcome: "timeout" }) }),
    },
  ],
  "resolver-stale": [
    {
      name: "the old address refuses, the new one works",
      given: refused({
        ...OLD_ADDRESS,
        tcp: { connects: [connect(OLD_V4, "refused"), connect(SITE_V4)] },
        tls: { handshakes: [tls()] },
        http: http({ outcome: "connect-refused", address: OLD_V4 }),
        repeat: repeats({ outcome: "connect-refused", address: OLD_V4 }),
      }),
    },
    {
      name: "the old address gives a 502, the new one works",
      given: site({
        ...OLD_ADDRESS,
        tcp: { connects: [connect(OLD_V4), connect(SITE_V4)] },
        tls: { handshakes: [tls({ address: OLD_V4 }), tls()] },
        http: http({ status: 502, address: OLD_V4, tls: tls() }, { gateway: gateway() }),
        repeat: {
          spacingMs: 450,
          attempts: [
            attempt("none", { status: 502, address: OLD_V4 }),
            attempt("resolver", { tls: tls() }, { value: SITE_V4 }),
          ],
        },
      }),
    },
  ],
  "resolver-hijack": [
    {
      name: "made-up names lead where the site leads",
      given: site({
        ...OLD_ADDRESS,
        "dns-made-up": {
          configured: [dns({ name: "gg-a.invalid", addresses: [OLD_V4] })],
          public: [dns({ name: "gg-a.invalid", outcome: "nxdomain" })],
        },
        tcp: { connects: [connect(OLD_V4, "timeout")] },
        tls: { handshakes: [] },
        http: http({ outcome: "connect-timeout", address: OLD_V4 }),
      }),
    },
    {
      name: "an advertisement page with status 200 for a name that does not exist",
      given: observe(
        {
          ...ONLINE,
          ...OLD_ADDRESS,
          "dns-public": publicResolvers({ outcome: "nxdomain" }),
          "dns-made-up": {
            configured: [dns({ name: "gg-a.invalid", addresses: [OLD_V4] })],
            public: [dns({ name: "gg-a.invalid", outcome: "nxdomain" })],
          },
          http: http({ address: OLD_V4 }),
          repeat: repeats({ address: OLD_V4 }, { address: OLD_V4 }),
        },
        { target: plain },
      ),
    },
    {
      name: "a private address for a public site",
      given: site({
        ...OLD_ADDRESS,
        "dns-system": lookup({ addresses: ["10.0.0.1"] }),
        "dns-configured": { resolvers: [resolver({ addresses: ["10.0.0.1"] })], upstreamsKnown: false },
        tcp: { connects: [connect("10.0.0.1", "refused")] },
        tls: { handshakes: [] },
        http: http({ outcome: "connect-refused", address: "10.0.0.1" }),
      }),
    },
  ],
  "resolver-filtered": [
    {
      name: "0.0.0.0",
      given: refused(
        {
          "dns-system": lookup({ addresses: ["0.0.0.0"] }),
          "dns-configured": { resolvers: [resolver({ addresses: ["0.0.0.0"] })], upstreamsKnown: false },
        },
        "0.0.0.0",
      ),
    },
    {
      name: "an extended error",
      given: noName(
        { resolvers: [resolver({ outcome: "nxdomain", ede: [{ code: 15, text: "Blocked" }] })] },
        { "dns-system": lookup({ outcome: "not-found" }) },
      ),
    },
  ],
  "dns-interception": [
    {
      name: "plain DNS is answered by another and wrongly, DoH is right",
      given: unfound({
        "dns-public": publicResolvers({ outcome: "nxdomain" }, { outcome: "answer", addresses: [SITE_V4] }),
        "dns-interception": { unroutable: dns({ ms: 40 }), location: [], canary: null },
      }),
      side: "provider",
    },
    {
      name: "the router itself answers for everybody",
      given: unfound({
        "dns-public": publicResolvers({ outcome: "servfail" }, { outcome: "answer", addresses: [SITE_V4] }),
        "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
        "dns-interception": {
          unroutable: dns({ ms: 2, outcome: "servfail" }),
          location: [{ observation: dns(), standard: false }],
          canary: null,
        },
      }),
      side: "local-network",
    },
  ],
  "dns-port-blocked": [
    {
      name: "only encrypted DNS gets out",
      given: noName(
        { resolvers: [resolver({ server: "9.9.9.9:53", outcome: "timeout" }, { scope: "public" })] },
        { "dns-public": publicResolvers({ outcome: "timeout" }, { outcome: "answer" }) },
      ),
    },
    {
      name: "plain DNS is dead, the internet lives",
      given: noName(
        { resolvers: [resolver({ server: "9.9.9.9:53", outcome: "timeout" }, { scope: "public" })] },
        {
          "dns-public": { resolvers: [resolver({ server: "1.1.1.1:53", outcome: "timeout" }, { scope: "public" })] },
          http: http({ outcome: "dns-failed" }),
          repeat: repeats(),
        },
      ),
    },
  ],
  "os-cache-stale": [
    {
      name: "the system keeps an old address",
      given: refused({
        "dns-system": lookup({ addresses: [OLD_V4] }),
        tcp: { connects: [connect(OLD_V4, "refused"), connect(SITE_V4)] },
        tls: { handshakes: [tls()] },
        http: http({ outcome: "connect-refused", address: OLD_V4 }),
        repeat: repeats({ outcome: "connect-refused", address: OLD_V4 }),
      }),
    },
    {
      name: "the system keeps a denial",
      given: noName({ resolvers: [resolver()] }, { "dns-system": lookup({ outcome: "not-found" }) }),
    },
  ],
  "browser-cache-stale": [
    { name: "clearing the name cache mends it", given: answers({ "host-cache-cleared-works": "yes" }) },
    {
      name: "reloading keeps the old page, a private window does not",
      given: answers({ "reload-keeps-old": "yes", "private-window-works": "yes" }),
    },
  ],
  "proxy-unreachable": [
    {
      name: "left behind on this computer",
      given: observe({
        ...ONLINE,
        proxy: proxyThat("refused", proxySetting({ host: "127.0.0.1", port: 8888 })),
        http: http({ outcome: "proxy-connect-failed", proxy: "127.0.0.1:8888", address: null }),
        repeat: { spacingMs: 450, attempts: [attempt("proxy", {}, { value: "direct" })] },
      }),
      context: "here",
    },
    {
      name: "the company's proxy times out",
      given: observe({
        ...ONLINE,
        proxy: proxyThat("timeout"),
        http: http({ outcome: "proxy-connect-failed", proxy: "10.0.0.8:3128", address: null }),
        repeat: { spacingMs: 450, attempts: [attempt("proxy", {}, { value: "direct" })] },
      }),
    },
    {
      name: "a dead proxy where nothing else gets out",
      given: observe({
        ...HERE,
        router: router(),
        references: references("fails"),
        proxy: proxyThat("refused"),
        http: http({ outcome: "proxy-connect-failed", proxy: "10.0.0.8:3128", address: null }),
      }),
    },
  ],
  "proxy-auth": [
    { name: "status 407", given: throughProxy({ status: 407 }) },
    { name: "the tunnel is refused with 407", given: throughProxy({ outcome: "proxy-tunnel-refused", status: 407 }) },
  ],
  "proxy-error": [
    {
      name: "Squid's own page, direct works",
      given: throughProxy(
        { status: 503 },
        {
          http: http({ status: 503, proxy: "10.0.0.8:3128", address: null }, { gateway: squid }),
          repeat: {
            spacingMs: 450,
            attempts: [
              attempt("none", { status: 503, proxy: "10.0.0.8:3128" }),
              attempt("proxy", {}, { value: "direct" }),
            ],
          },
        },
      ),
    },
    {
      name: "no signature, but only through the proxy",
      given: throughProxy(
        { status: 502 },
        {
          repeat: {
            spacingMs: 450,
            attempts: [
              attempt("none", { status: 502, proxy: "10.0.0.8:3128", address: null }),
              attempt("proxy", {}, { value: "direct" }),
            ],
          },
        },
      ),
    },
    { name: "the tunnel is refused", given: throughProxy({ outcome: "proxy-tunnel-refused", status: 502 }) },
    {
      name: "an antivirus page without a proxy setting",
      given: observe(
        {
          ...ONLINE,
          ...failing(
            { status: 502 },
            gateway({ hop: "antivirus", vendor: "Kaspersky", faultSide: "proxy", kind: "block-page" }),
          ),
        },
        { target: plain },
      ),
    },
  ],
  "tls-intercepted": [
    { name: "an untrusted chain of a local root", given: certificate("untrusted-root", forged("CN=Fortinet CA")) },
    {
      name: "untrusted, and others are forged as well",
      given: certificate("untrusted-root", {
        ...forged("CN=Somebody"),
        "dns-public": publicResolvers({}, { outcome: "tls-failed", rcode: null, addresses: [] }),
      }),
    },
  ],
  "vpn-path": [
    {
      name: "a tunnel holds the route, and without it the site works",
      given: observe(
        {
          ...ONLINE,
          "default-route": tunnel,
          tcp: { connects: [connect(SITE_V4, "timeout")] },
          tls: { handshakes: [] },
          http: http({ outcome: "connect-timeout" }),
        },
        { answers: { vpn: "on", "works-without-vpn": "yes" } },
      ),
    },
    {
      name: "the person says so, routes are not known",
      given: observe(
        { references: references(), http: http({ status: 403, tls: tls() }) },
        { answers: { vpn: "on", "works-without-vpn": "yes" } },
      ),
    },
  ],
  "name-not-found": [
    { name: "everybody denies the name", given: unfound() },
    { name: "the system denies it, its servers are not known", given: without(unfound(), "dns-configured") },
    { name: "private mode", given: without(unfound(), "dns-public", "references", "captive-portal") },
  ],
  "site-dns-failing": [
    {
      name: "SERVFAIL everywhere",
      given: unfound({
        "dns-system": lookup({ outcome: "temporary-failure" }),
        "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
        "dns-public": publicResolvers({ outcome: "servfail" }),
      }),
    },
    {
      name: "a broken signature",
      given: unfound({
        "dns-system": lookup({ outcome: "temporary-failure" }),
        "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
        "dns-public": publicResolvers({ outcome: "servfail" }),
        "dns-dnssec": { withoutChecking: [dns()], good: null, bad: null },
      }),
      context: "bogus",
    },
    {
      name: "a name without addresses",
      given: unfound({
        "dns-configured": { resolvers: [resolver({ outcome: "no-data" })], upstreamsKnown: false },
        "dns-public": publicResolvers({ outcome: "no-data" }),
      }),
      context: "empty",
    },
  ],
  "site-refused": [
    { name: "the only address refuses", given: refused() },
    {
      name: "all addresses refuse",
      given: refused({
        "dns-system": lookup({ addresses: [SITE_V4, SITE_V6] }),
        tcp: { connects: [connect(SITE_V4, "refused"), connect(SITE_V6, "refused")] },
      }),
    },
    {
      name: "a closed port on this machine",
      given: onLoopback({ http: http({ outcome: "connect-refused", address: "127.0.0.1" }) }),
      context: "here",
    },
    {
      name: "a private address without names",
      given: observe(
        {
          ...HERE,
          router: router(),
          tcp: { connects: [connect("192.168.1.50", "refused", 80)] },
          http: http({ outcome: "connect-refused", address: "192.168.1.50" }),
        },
        { target: target({ host: "192.168.1.50", kind: "literal", scheme: "http" }) },
      ),
    },
  ],
  "site-unreachable": [
    { name: "the address times out", given: timesOut(), side: "site-edge" },
    { name: "others reach it", given: timesOut({ vantage: elsewhere(true) }), side: "provider" },
    { name: "nobody reaches it", given: timesOut({ vantage: elsewhere(false) }), side: "site-edge" },
    { name: "it accepts and stays silent", given: site(failing({ outcome: "headers-timeout" })), context: "silent" },
    {
      name: "one address refuses, one times out",
      given: timesOut({
        "dns-system": lookup({ addresses: [SITE_V4, OLD_V4] }),
        tcp: { connects: [connect(SITE_V4, "timeout"), connect(OLD_V4, "refused")] },
      }),
    },
  ],
  "site-partial": [
    {
      name: "one of two addresses gives a 502",
      given: site({
        http: http({ status: 502, tls: tls() }),
        repeat: {
          spacingMs: 450,
          attempts: [
            attempt("none", { status: 502 }),
            attempt("address", { address: OLD_V4 }, { value: OLD_V4 }),
            attempt("none", { status: 502 }),
          ],
        },
      }),
    },
    {
      name: "one of two addresses refuses",
      given: observe({
        ...HEALTHY,
        "dns-system": lookup({ addresses: [SITE_V4, OLD_V4] }),
        "dns-public": publicResolvers({ addresses: [SITE_V4, OLD_V4] }),
        tcp: { connects: [connect(SITE_V4), connect(OLD_V4, "refused")] },
      }),
    },
    {
      name: "IPv6 fails only here",
      given: observe({
        ...HEALTHY,
        "dns-system": lookup({ addresses: [SITE_V4, SITE_V6] }),
        tcp: { connects: [connect(SITE_V4), connect(SITE_V6, "timeout")] },
      }),
      context: "family",
    },
    {
      name: "one of two has a broken certificate",
      given: observe({
        ...HEALTHY,
        "dns-system": lookup({ addresses: [SITE_V4, OLD_V4] }),
        tcp: { connects: [connect(SITE_V4), connect(OLD_V4)] },
        tls: { handshakes: [tls(), tls({ address: OLD_V4, outcome: "expired" })] },
      }),
    },
  ],
  "tls-expired": [
    { name: "expired with a right clock", given: certificate("expired") },
    { name: "not yet valid", given: certificate("not-yet-valid"), context: "not-yet-valid" },
    { name: "expired with a clock that is behind", given: certificate("expired", { clock: clock(-30) }) },
  ],
  "tls-wrong-name": [
    { name: "another name", given: certificate("wrong-name") },
    { name: "another name, only seen in the main request", given: without(certificate("wrong-name"), "tls") },
  ],
  "tls-untrusted": [
    { name: "self-signed", given: certificate("self-signed"), context: "self-signed" },
    { name: "an unknown authority", given: certificate("untrusted-root") },
    { name: "an incomplete chain", given: certificate("incomplete-chain") },
    { name: "revoked", given: certificate("revoked") },
  ],
  "tls-protocol": [
    { name: "no common version", given: certificate("protocol-mismatch") },
    { name: "not TLS at all", given: certificate("not-tls") },
    { name: "broken off", given: certificate("closed") },
    { name: "an alert", given: certificate("alert") },
  ],
  "gateway-error": [
    { name: "nginx's 502", given: status(502, {}), side: "site-origin" },
    { name: "a bare 502", given: status(502) },
    { name: "haproxy's 503 for a dead server", given: status(503, { signatureId: "haproxy-503", vendor: "HAProxy" }) },
    {
      name: "Cloudflare's 521",
      given: status(521, { signatureId: "cloudflare-521", vendor: "Cloudflare", hop: "cdn-edge" }),
    },
    {
      name: "a 502 that only the cache still gives",
      given: site({
        http: http({ status: 502, tls: tls() }),
        repeat: {
          spacingMs: 450,
          attempts: [
            attempt("none", { status: 502 }),
            attempt("cache", {}, { value: "bypassed" }),
            attempt("none", { status: 502 }),
          ],
        },
      }),
      side: "site-edge",
    },
    { name: "private mode", given: without(status(502, {}), "references", "captive-portal", "dns-public") },
    {
      name: "only the path fails",
      given: site({
        http: http({ status: 502, tls: tls() }),
        repeat: {
          spacingMs: 450,
          attempts: [
            attempt("none", { status: 502 }),
            attempt("path", {}, { value: "/" }),
            attempt("none", { status: 502 }),
          ],
        },
      }),
    },
  ],
  "gateway-timeout": [
    { name: "504", given: status(504) },
    { name: "524", given: status(524, { kind: "backend-timeout", vendor: "Cloudflare" }) },
  ],
  overloaded: [
    { name: "503 without words", given: status(503) },
    {
      name: "503 with a short Retry-After",
      given: site(failing({ status: 503, headers: [["retry-after", "30"]], tls: tls() })),
      context: "wait",
    },
  ],
  maintenance: [
    { name: "503 that says so", given: status(503, null, "<h1>Scheduled maintenance</h1>") },
    { name: "200 that says so", given: status(200, null, "<title>Shop is down for maintenance</title>") },
    {
      name: "503 with a long Retry-After",
      given: site(failing({ status: 503, headers: [["retry-after", "3600"]], tls: tls() })),
    },
  ],
  "edge-error": [
    {
      name: "the CDN's own 500",
      given: status(500, { kind: "edge-own-fault", hop: "cdn-edge", vendor: "Cloudflare", faultSide: "site-edge" }),
    },
    {
      name: "the CDN's own 503",
      given: status(503, { kind: "edge-own-fault", hop: "cdn-edge", vendor: "Fastly", faultSide: "site-edge" }),
    },
  ],
  "origin-error": [
    { name: "500", given: status(500) },
    {
      name: "an application's own 502 JSON",
      given: status(502, { kind: "application-error", hop: "origin", vendor: null, signatureId: "app-json-error" }),
    },
  ],
  "session-bound": [
    { name: "a private window works", given: answers({ "private-window-works": "yes", "reload-keeps-old": "no" }) },
    { name: "a private window works, nothing else is known", given: answers({ "private-window-works": "yes" }) },
  ],
  "client-certificate": [
    { name: "the handshake wants one", given: certificate("client-certificate-required") },
    { name: "nginx's 400 page", given: status(400, null, "400 No required SSL certificate was sent") },
    {
      name: "asked for and refused",
      given: site({
        tls: { handshakes: [tls({ clientCertificateAsked: true })] },
        ...failing({ status: 403, tls: tls({ clientCertificateAsked: true }) }),
      }),
    },
  ],
  parked: [
    { name: "a page for sale", given: status(200, null, "<h1>This domain is for sale</h1>") },
    { name: "a hoster's placeholder", given: status(404, { kind: "parked", vendor: "Hoster" }) },
  ],
  "access-denied": [
    { name: "403", given: status(403), side: "site-edge" },
    {
      name: "401 of the site's program",
      given: status(401, { kind: "access-denied", hop: "origin", faultSide: "site-origin" }),
      side: "site-origin",
    },
    {
      name: "a challenge as 503",
      given: status(503, { kind: "challenge", hop: "cdn-edge", vendor: "Cloudflare", faultSide: "site-edge" }),
    },
    { name: "451 without a look from elsewhere", given: status(451) },
  ],
  "rate-limited": [
    { name: "429", given: status(429) },
    {
      name: "429 with a wish",
      given: site(failing({ status: 429, headers: [["retry-after", "60"]] })),
      context: "wait",
    },
  ],
  "not-found": [
    { name: "404", given: status(404) },
    { name: "410", given: status(410) },
  ],
  "redirect-loop": [
    { name: "a repeat", given: site({ http: { ...http({ status: 302, tls: tls() }), redirects: "loop" } }) },
    { name: "too many", given: site({ http: { ...http({ status: 301, tls: tls() }), redirects: "too-many" } }) },
  ],
  "invalid-response": [
    { name: "an empty reply", given: site(failing({ outcome: "empty-reply" })) },
    { name: "not HTTP", given: site(failing({ outcome: "not-http" })) },
    { name: "cut short", given: site(failing({ outcome: "cut-short" })) },
    {
      name: "a redirect to nowhere",
      given: site({ http: { ...http({ status: 302, tls: tls() }), redirects: "bad-location" } }),
    },
    { name: "garbled", given: site(failing({ outcome: "bad-encoding" })) },
    { name: "stalling although large packets pass", given: stalled({ largeStalled: 1 }) },
    { name: "reset, not known elsewhere", given: site(failing({ outcome: "reset" })) },
  ],
  "other-http-error": [
    { name: "418", given: status(418) },
    { name: "413", given: status(413, { kind: "request-fault" }) },
  ],
  inconclusive: [
    { name: "nothing was observed", given: observe({}) },
    {
      name: "cancelled at once",
      given: observe({ interfaces: ONLINE.interfaces! }, { stopped: "cancelled" }),
      context: "stopped",
    },
    {
      name: "SERVFAIL in private mode",
      given: without(
        unfound({
          "dns-system": lookup({ outcome: "temporary-failure" }),
          "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
        }),
        "dns-public",
      ),
    },
    {
      name: "connected, nothing asked yet",
      given: observe({ references: references(), tcp: { connects: [connect(SITE_V4)] } }, { stopped: "hard-stop" }),
    },
  ],
};
