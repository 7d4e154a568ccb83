import {
  attempt,
  connect,
  deadRouter,
  failing,
  gateway,
  http,
  lookup,
  netInterface,
  observe,
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
  tls,
  withFacts,
} from "./build-observations.ts";
import {
  type Case,
  plain,
  NOTHING,
  HERE,
  site,
  refused,
  certificate,
  forged,
  stalled,
  lossy,
  tunnel,
  elsewhere,
  clock,
  timesOut,
  throughProxy,
  squid,
} from "./judge-cases-support.ts";

type Codes =
  | "no-link"
  | "no-address"
  | "no-route"
  | "router-unreachable"
  | "no-internet"
  | "captive-portal"
  | "provider-block"
  | "mtu-blackhole"
  | "lossy-path"
  | "ipv6-broken"
  | "clock-wrong"
  | "local-firewall"
  | "vpn-path"
  | "proxy-unreachable"
  | "proxy-auth"
  | "proxy-error"
  | "tls-intercepted";

/** Cases of the table: near. */
export const NEAR_CASES: Readonly<Record<Codes, readonly [Case, Case, ...Case[]]>> = {
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
};
