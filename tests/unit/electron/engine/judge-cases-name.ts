import {
  attempt,
  connect,
  dns,
  failing,
  gateway,
  http,
  lookup,
  observe,
  OLD_V4,
  ONLINE,
  publicResolvers,
  repeats,
  resolver,
  SITE_V4,
  tls,
  without,
} from "./build-observations.ts";
import { type Case, plain, site, refused, noName, OLD_ADDRESS, unfound } from "./judge-cases-support.ts";

type Codes =
  | "hosts-override"
  | "dns-service-down"
  | "resolver-unreachable"
  | "resolver-failing"
  | "resolver-slow"
  | "resolver-stale"
  | "resolver-hijack"
  | "resolver-filtered"
  | "dns-interception"
  | "dns-port-blocked"
  | "os-cache-stale"
  | "name-not-found"
  | "site-dns-failing";

/** Cases of the table: name. */
export const NAME_CASES: Readonly<Record<Codes, readonly [Case, Case, ...Case[]]>> = {
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
    ...(["timeout", "servfail"] as const).map((outcome) => ({
      name: `the stub waits for a server that is silent, and ends with ${outcome}`,
      given: noName({
        upstreamsKnown: true,
        resolvers: [
          resolver({ server: "127.0.0.53:53", outcome }, { scope: "loopback" }),
          resolver({ outcome: "timeout" }),
        ],
      }),
    })),
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
      name: "the stub and the server behind it agree on the old address",
      given: refused({
        ...OLD_ADDRESS,
        "dns-configured": {
          resolvers: [
            resolver({ server: "127.0.0.53:53", addresses: [OLD_V4] }, { scope: "loopback" }),
            resolver({ addresses: [OLD_V4] }),
          ],
          upstreamsKnown: true,
        },
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
};
