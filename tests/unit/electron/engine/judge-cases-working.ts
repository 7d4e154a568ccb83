import {
  attempt,
  connect,
  deadRouter,
  gateway,
  HEALTHY,
  http,
  lookup,
  observe,
  OLD_V4,
  onLoopback,
  ONLINE,
  publicResolvers,
  references,
  repeats,
  resolver,
  SITE_V4,
  SITE_V6,
  tls,
  without,
  withFacts,
} from "./build-observations.ts";
import { type Case, site, answers, unfound, lossy } from "./judge-cases-support.ts";

type Codes =
  | "healthy"
  | "browser-only"
  | "intermittent"
  | "browser-cache-stale"
  | "session-bound"
  | "site-partial"
  | "inconclusive";

/** Cases of the table: working. */
export const WORKING_CASES: Readonly<Record<Codes, readonly [Case, Case, ...Case[]]>> = {
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
  "browser-cache-stale": [
    { name: "clearing the name cache mends it", given: answers({ "host-cache-cleared-works": "yes" }) },
    {
      name: "reloading keeps the old page, a private window does not",
      given: answers({ "reload-keeps-old": "yes", "private-window-works": "yes" }),
    },
  ],
  "session-bound": [
    { name: "a private window works", given: answers({ "private-window-works": "yes", "reload-keeps-old": "no" }) },
    { name: "a private window works, nothing else is known", given: answers({ "private-window-works": "yes" }) },
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
