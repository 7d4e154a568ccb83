import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";
import {
  attempt,
  connect,
  deadRouter,
  dns,
  type FactsMap,
  failing,
  gateway,
  HEALTHY,
  http,
  lookup,
  observe,
  OLD_V4,
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
  withFacts,
  without,
} from "./build-observations.ts";

/** A twin differs from a row's case by the one observation that must turn the verdict. */
interface Twin {
  readonly row: VerdictCode;
  readonly rival: string;
  readonly given: Observations;
  readonly becomes: VerdictCode;
}

const plain = target({ scheme: "http" });
const site = (facts: FactsMap): Observations => observe({ ...ONLINE, ...facts });
const expired = tls({ outcome: "expired" });
const certificate = (bad: ReturnType<typeof tls>, more: FactsMap = {}): Observations =>
  site({ tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }), ...more });
const clock = (minutes: number): FactsMap => ({
  clock: {
    offsets: [
      { source: "a.example", offsetMs: minutes * 60_000 },
      { source: "b.example", offsetMs: minutes * 60_000 },
    ],
    medianOffsetMs: minutes * 60_000,
  },
});
const dark: FactsMap = {
  references: references("fails"),
  "captive-portal": portal("failed", "failed"),
  "dns-system": lookup({ outcome: "timeout" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
  "dns-public": publicResolvers({ outcome: "timeout" }),
  tcp: { connects: [] },
  tls: { handshakes: [] },
  clock: { offsets: [], medianOffsetMs: null },
};
const silentResolver: FactsMap = {
  "dns-system": lookup({ outcome: "temporary-failure" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
};
const oldOwn: FactsMap = {
  "dns-system": lookup({ addresses: [OLD_V4] }),
  "dns-configured": { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
};
const lossySamples: FactsMap = {
  "path-quality": {
    samples: [{ address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 5, medianMs: 100, spreadMs: 9 }],
  },
};

const TWINS: readonly Twin[] = [
  {
    row: "healthy",
    rival: "the portal's page has status 200",
    becomes: "captive-portal",
    given: observe(
      {
        ...HEALTHY,
        "captive-portal": portal("intercepted", "intercepted"),
        http: http(),
        repeat: repeats({}, {}),
        "dns-public": publicResolvers({ outcome: "timeout" }),
      },
      { target: plain },
    ),
  },
  {
    row: "healthy",
    rival: "one of three answers fails",
    becomes: "intermittent",
    given: withFacts(observe(HEALTHY), { repeat: repeats({ status: 503 }, {}) }),
  },
  {
    row: "healthy",
    rival: "the answer is a parking page",
    becomes: "parked",
    given: withFacts(observe(HEALTHY), failing({ bodySample: "<title>Buy this domain</title>" })),
  },
  {
    row: "healthy",
    rival: "the answer is a filter's block page",
    becomes: "access-denied",
    given: withFacts(
      observe(HEALTHY),
      failing({ tls: tls() }, gateway({ kind: "block-page", hop: "unknown", vendor: null, faultSide: "unknown" })),
    ),
  },
  {
    row: "captive-portal",
    rival: "one reference is broken",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), { "captive-portal": portal("intercepted", "as-expected") }),
  },
  {
    row: "captive-portal",
    rival: "the resolver lies, others answer freely",
    becomes: "resolver-hijack",
    given: site({
      ...oldOwn,
      "captive-portal": portal("intercepted", "intercepted"),
      "dns-made-up": { configured: [dns({ name: "gg-a.invalid", addresses: [OLD_V4] })], public: [] },
      http: http({ address: OLD_V4 }),
      repeat: repeats({ address: OLD_V4 }),
    }),
  },
  {
    row: "intermittent",
    rival: "everybody loses packets",
    becomes: "lossy-path",
    given: site({
      ...lossySamples,
      tcp: { connects: [connect(SITE_V4, "timeout")] },
      http: http({ outcome: "connect-timeout" }),
      repeat: repeats({ outcome: "connect-timeout" }, {}),
    }),
  },
  {
    row: "no-link",
    rival: "the site answers all the same",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), { interfaces: { interfaces: [] } }),
  },
  {
    row: "no-address",
    rival: "the other family works",
    becomes: "no-internet",
    given: site({ ...dark, address: { v4: "link-local-only", v6: "routable" } }),
  },
  {
    row: "no-route",
    rival: "a reference answers",
    becomes: "site-unreachable",
    given: site({
      "default-route": { routes: [] },
      tcp: { connects: [connect(SITE_V4, "timeout")] },
      http: http({ outcome: "connect-timeout" }),
    }),
  },
  {
    row: "router-unreachable",
    rival: "the router only ignores ping",
    becomes: "no-internet",
    given: site({
      ...dark,
      router: router({
        neighbour: "reachable",
        ping: { address: "192.168.1.1", sent: 2, received: 0, medianMs: null, failure: "no-reply" },
      }),
    }),
  },
  {
    row: "router-unreachable",
    rival: "the internet answers past it",
    becomes: "site-refused",
    given: site({
      router: deadRouter(),
      tcp: { connects: [connect(SITE_V4, "refused")] },
      http: http({ outcome: "connect-refused" }),
    }),
  },
  {
    row: "no-internet",
    rival: "the network has only a proxy as a way out",
    becomes: "gateway-error",
    given: observe({
      ...ONLINE,
      references: references("fails"),
      "captive-portal": portal("failed"),
      proxy: proxyThat("connected"),
      ...failing({ status: 502, proxy: "10.0.0.8:3128", address: null, tls: tls() }, gateway()),
    }),
  },
  {
    row: "no-internet",
    rival: "all references fail but the site answers",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      references: references("fails"),
      "captive-portal": portal("failed", "failed"),
      "dns-public": publicResolvers({ outcome: "timeout" }),
    }),
  },
  {
    row: "provider-block",
    rival: "it is the same elsewhere",
    becomes: "access-denied",
    given: site({
      ...failing({ status: 451 }),
      vantage: { refusal: null, results: [{ place: "Paris", status: null, outcome: "failed", address: null }] },
    }),
  },
  {
    row: "mtu-blackhole",
    rival: "small answers stall too: the server is slow",
    becomes: "site-unreachable",
    given: site({
      ...failing({ outcome: "headers-timeout" }),
      "path-mtu": {
        largestPassing: 1500,
        smallestVanishing: null,
        errorReturned: false,
        largeStalled: 2,
        smallPassed: 0,
      },
    }),
  },
  {
    row: "lossy-path",
    rival: "only the site is slow",
    becomes: "site-unreachable",
    given: site({
      "path-quality": {
        samples: [
          { address: SITE_V4, role: "target", how: "tcp", sent: 10, lost: 5, medianMs: 1, spreadMs: 1 },
          { address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 0, medianMs: 1, spreadMs: 1 },
        ],
      },
      tcp: { connects: [connect(SITE_V4, "timeout")] },
      http: http({ outcome: "connect-timeout" }),
    }),
  },
  {
    row: "ipv6-broken",
    rival: "IPv6 works to others",
    becomes: "site-unreachable",
    given: site({
      "dns-system": lookup({ addresses: [SITE_V6] }),
      "dns-public": publicResolvers({ addresses: [SITE_V6] }),
      "dns-configured": { resolvers: [resolver({ addresses: [SITE_V6] })], upstreamsKnown: false },
      tcp: { connects: [connect(SITE_V6, "timeout")] },
      http: http({ outcome: "connect-timeout", address: SITE_V6 }),
    }),
  },
  { row: "clock-wrong", rival: "the clock is right", becomes: "tls-expired", given: certificate(expired, clock(1)) },
  {
    row: "clock-wrong",
    rival: "the clock is off the other way",
    becomes: "tls-expired",
    given: certificate(expired, clock(-20)),
  },
  {
    row: "clock-wrong",
    rival: "the site answers all the same",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), clock(20)),
  },
  {
    row: "hosts-override",
    rival: "the entry gives the site's own address",
    becomes: "site-refused",
    given: site({
      "hosts-file": { path: "/etc/hosts", entries: [{ address: SITE_V4, line: 3, text: "" }] },
      tcp: { connects: [connect(SITE_V4, "refused")] },
      http: http({ outcome: "connect-refused" }),
    }),
  },
  {
    row: "hosts-override",
    rival: "the entry leads to a site that works",
    becomes: "healthy",
    given: withFacts(observe(HEALTHY), {
      "hosts-file": { path: "/etc/hosts", entries: [{ address: OLD_V4, line: 3, text: "" }] },
    }),
  },
  {
    row: "local-firewall",
    rival: "the site refuses",
    becomes: "site-refused",
    given: site({ tcp: { connects: [connect(SITE_V4, "refused")] }, http: http({ outcome: "connect-refused" }) }),
  },
  { row: "dns-service-down", rival: "it is no stub", becomes: "resolver-unreachable", given: site(silentResolver) },
  { row: "resolver-unreachable", rival: "nothing else answers either", becomes: "no-internet", given: site(dark) },
  {
    row: "resolver-failing",
    rival: "it fails everywhere",
    becomes: "site-dns-failing",
    given: site({
      "dns-system": lookup({ outcome: "temporary-failure" }),
      "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false },
      "dns-public": publicResolvers({ outcome: "servfail" }),
    }),
  },
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

describe("the twin of a row", () => {
  it.each(TWINS.map((twin) => [`${twin.row} becomes ${twin.becomes}: ${twin.rival}`, twin] as const))(
    "%s",
    (_name, twin) => {
      const { verdict } = judge(twin.given);
      expect({ code: verdict.code, evidence: verdict.evidence.map((item) => item.fact.key) }).toMatchObject({
        code: twin.becomes,
      });
    },
  );
});

describe("a rival that is open", () => {
  it.each([
    [
      "the portal was not looked for",
      without(observe({ ...ONLINE, ...failing({ status: 502 }, gateway()) }), "captive-portal"),
      "captive-portal",
    ],
    ["the clock was not compared", without(certificate(expired), "clock"), "clock-wrong"],
    [
      "the request was not repeated",
      without(observe({ ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) }), "repeat"),
      "intermittent",
    ],
    [
      "no other resolver was asked",
      without(observe({ ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) }), "dns-public"),
      "resolver-stale",
    ],
    [
      "no reference was asked",
      without(
        site({ tcp: { connects: [connect(SITE_V4, "refused")] }, http: http({ outcome: "connect-refused" }) }),
        "references",
        "captive-portal",
        "clock",
        "dns-public",
      ),
      "local-firewall",
    ],
  ] as const)("lowers the confidence and is named: %s", (_name, given, rival) => {
    const { verdict } = judge(given);
    expect(verdict.leftOpen.map((item) => item.code)).toContain(rival);
    expect(verdict.confidence).not.toBe("high");
    expect(verdict.wouldChange.length).toBeGreaterThan(0);
  });
});

describe("findings", () => {
  it("name what is broken beside a healthy site", () => {
    const { verdict, findings } = judge(
      withFacts(observe(HEALTHY), {
        references: references("works", "fails"),
        "dns-configured": { resolvers: [resolver({ ms: 900 })], upstreamsKnown: false },
        "dns-interception": { unroutable: dns(), location: [], canary: null },
        "dns-public": publicResolvers({ outcome: "timeout" }, {}),
      }),
    );
    expect(verdict.code).toBe("healthy");
    expect(findings.map((finding) => finding.code).toSorted()).toEqual(
      ["dns-interception", "dns-port-blocked", "ipv6-broken", "resolver-slow"].toSorted(),
    );
    expect(findings.every((finding) => finding.severity !== "problem")).toBe(true);
  });

  it("keep quiet about names when there is no link", () => {
    const { findings } = judge(
      site({
        ...dark,
        interfaces: { interfaces: [] },
        router: deadRouter(),
        "default-route": { routes: [] },
        address: { v4: "none", v6: "none" },
      }),
    );
    expect(findings).toEqual([]);
  });

  it("say that one port fails to everybody, without naming a culprit", () => {
    const { verdict, findings } = judge(
      observe(
        {
          ...ONLINE,
          references: {
            v4: "works",
            v6: "not-checked",
            connects: [connect("1.1.1.1", "connected", 443), connect("8.8.8.8", "timeout", 8443)],
          },
          tcp: { connects: [connect(SITE_V4, "timeout", 8443)] },
          http: http({ outcome: "connect-timeout" }),
        },
        { target: target({ port: 8443 }) },
      ),
    );
    expect(verdict.code).toBe("site-unreachable");
    expect(findings).toMatchObject([{ code: "local-firewall", side: "unknown" }]);
  });
});
