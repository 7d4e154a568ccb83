import {
  attempt,
  connect,
  dns,
  failing,
  gateway,
  HEALTHY,
  http,
  lookup,
  observe,
  OLD_V4,
  ONLINE,
  proxySetting,
  proxyThat,
  publicResolvers,
  references,
  repeats,
  resolver,
  SITE_V4,
  SITE_V6,
  tls,
  withFacts,
} from "./build-observations.ts";
import { type Twin, plain, site, expired, certificate, oldOwn } from "./judge-twins-support.ts";

/** Twins of the table's rows. */
export const FAR_TWINS: readonly Twin[] = [
  {
    row: "resolver-stale",
    rival: "both addresses work (geography)",
    becomes: "healthy",
    given: observe({ ...HEALTHY, ...oldOwn, http: http({ address: OLD_V4, tls: tls() }) }),
  },
  {
    row: "resolver-stale",
    rival: "the public address fails as well",
    becomes: "gateway-error",
    given: site({
      ...oldOwn,
      http: http({ status: 502, address: OLD_V4, tls: tls() }, { gateway: gateway() }),
      repeat: {
        spacingMs: 1,
        attempts: [
          attempt("none", { status: 502, address: OLD_V4 }),
          attempt("resolver", { status: 502 }, { value: SITE_V4 }),
        ],
      },
    }),
  },
  {
    row: "resolver-hijack",
    rival: "a wildcard of the site's own domain",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      "dns-made-up": { configured: [dns({ name: "gg-a.example" })], public: [dns({ name: "gg-a.example" })] },
    }),
  },
  {
    row: "resolver-hijack",
    rival: "a filter's answer",
    becomes: "resolver-filtered",
    given: site({
      "dns-system": lookup({ addresses: ["0.0.0.0"] }),
      "dns-configured": { resolvers: [resolver({ addresses: ["0.0.0.0"] })], upstreamsKnown: false },
      tcp: { connects: [connect("0.0.0.0", "refused")] },
      tls: { handshakes: [] },
      http: http({ outcome: "connect-refused", address: "0.0.0.0" }),
    }),
  },
  {
    row: "resolver-hijack",
    rival: "a company's own names that nobody outside knows",
    becomes: "healthy",
    given: observe(
      {
        ...ONLINE,
        "dns-system": lookup({ addresses: ["10.1.2.3"] }),
        "dns-configured": { resolvers: [resolver({ addresses: ["10.1.2.3"] })], upstreamsKnown: false },
        "dns-public": publicResolvers({ outcome: "nxdomain" }),
        http: http({ address: "10.1.2.3" }),
        repeat: repeats({ address: "10.1.2.3" }, { address: "10.1.2.3" }),
      },
      { target: plain },
    ),
  },
  {
    row: "resolver-filtered",
    rival: "the hosts file does it",
    becomes: "hosts-override",
    given: site({
      "hosts-file": { path: "/etc/hosts", entries: [{ address: "0.0.0.0", line: 2, text: "" }] },
      "dns-system": lookup({ addresses: ["0.0.0.0"] }),
      tcp: { connects: [connect("0.0.0.0", "refused")] },
      tls: { handshakes: [] },
      http: http({ outcome: "connect-refused", address: "0.0.0.0" }),
    }),
  },
  {
    row: "os-cache-stale",
    rival: "both addresses work (the TTL just ended)",
    becomes: "healthy",
    given: observe({
      ...HEALTHY,
      "dns-system": lookup({ addresses: [OLD_V4] }),
      http: http({ address: OLD_V4, tls: tls() }),
    }),
  },
  {
    row: "dns-port-blocked",
    rival: "the own resolver serves well",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), { "dns-public": publicResolvers({ outcome: "timeout" }, {}) }),
  },
  {
    row: "dns-interception",
    rival: "the answers are right",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), { "dns-interception": { unroutable: dns(), location: [], canary: null } }),
  },
  {
    row: "resolver-slow",
    rival: "the site answers well",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      "dns-configured": { resolvers: [resolver({ ms: 900 })], upstreamsKnown: false },
    }),
  },
  {
    row: "proxy-unreachable",
    rival: "an automatic file cannot be had, direct works",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      proxy: {
        ...proxyThat("refused", proxySetting({ kind: "pac", host: null, port: null, pacUrl: "http://wpad/wpad.dat" })),
        pac: "unreachable",
      },
    }),
  },
  {
    row: "proxy-error",
    rival: "the site fails without the proxy as well",
    becomes: "gateway-error",
    given: observe(
      {
        ...ONLINE,
        proxy: proxyThat("connected"),
        http: http({ status: 502, proxy: "10.0.0.8:3128", address: null }, { gateway: gateway() }),
        repeat: {
          spacingMs: 1,
          attempts: [
            attempt("none", { status: 502, proxy: "10.0.0.8:3128", address: null }),
            attempt("proxy", { status: 502 }),
            attempt("none", { status: 502, proxy: "10.0.0.8:3128", address: null }),
          ],
        },
      },
      { target: plain },
    ),
  },
  {
    row: "name-not-found",
    rival: "only the own resolver denies it",
    becomes: "resolver-failing",
    given: site({
      "dns-system": lookup({ outcome: "not-found" }),
      "dns-configured": { resolvers: [resolver({ outcome: "nxdomain" })], upstreamsKnown: false },
    }),
  },
  {
    row: "site-refused",
    rival: "this machine forbids it",
    becomes: "local-firewall",
    given: site({ tcp: { connects: [connect(SITE_V4, "prohibited")] }, http: http({ outcome: "connect-prohibited" }) }),
  },
  {
    row: "site-partial",
    rival: "IPv6 fails to everybody",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      references: references("works", "fails"),
      tcp: { connects: [connect(SITE_V4), connect(SITE_V6, "timeout")] },
    }),
  },
  {
    row: "tls-untrusted",
    rival: "somebody near made the certificate",
    becomes: "tls-intercepted",
    given: certificate(tls({ outcome: "untrusted-root", root: "system-only" })),
  },
  {
    row: "tls-expired",
    rival: "the fallback to http works",
    becomes: "healthy",
    given: site({
      tls: { handshakes: [expired] },
      http: { ...http({ url: "http://shop.example/" }), fellBackToHttp: true },
      repeat: repeats({}, {}),
    }),
  },
  {
    row: "gateway-error",
    rival: "a proxy made the page",
    becomes: "proxy-error",
    given: site(
      failing(
        { status: 502 },
        gateway({ hop: "local-proxy", vendor: "Fiddler", faultSide: "proxy", kind: "proxy-own-fault" }),
      ),
    ),
  },
  {
    row: "gateway-error",
    rival: "an article quotes one",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), { http: http({ tls: tls(), bodySample: "<title>What a 502 means</title>" }) }),
  },
  {
    row: "overloaded",
    rival: "a block poses as 503",
    becomes: "access-denied",
    given: site(
      failing(
        { status: 503, tls: tls() },
        gateway({
          signatureId: "wordfence-block",
          vendor: "Wordfence",
          hop: "origin",
          kind: "access-denied",
          faultSide: "site-edge",
        }),
      ),
    ),
  },
  {
    row: "overloaded",
    rival: "planned",
    becomes: "maintenance",
    given: site(failing({ status: 503, tls: tls(), bodySample: "We are under maintenance" })),
  },
  {
    row: "invalid-response",
    rival: "the proxy does it",
    becomes: "proxy-error",
    given: observe(
      {
        ...ONLINE,
        proxy: proxyThat("connected"),
        http: http({ outcome: "empty-reply", proxy: "10.0.0.8:3128", address: null }),
        repeat: {
          spacingMs: 1,
          attempts: [
            attempt("none", { outcome: "empty-reply", proxy: "10.0.0.8:3128", address: null }),
            attempt("proxy", {}),
          ],
        },
      },
      { target: plain },
    ),
  },
  {
    row: "browser-only",
    rival: "the browser is fine",
    becomes: "healthy",
    given: observe(HEALTHY, { answers: { "browser-fails": "no" } }),
  },
  {
    row: "browser-only",
    rival: "the site fails for everybody",
    becomes: "gateway-error",
    given: observe(
      { ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) },
      { answers: { "browser-fails": "yes" } },
    ),
  },
  {
    row: "vpn-path",
    rival: "it fails without the VPN as well",
    becomes: "gateway-error",
    given: observe(
      { ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) },
      { answers: { vpn: "on", "works-without-vpn": "no" } },
    ),
  },
];
