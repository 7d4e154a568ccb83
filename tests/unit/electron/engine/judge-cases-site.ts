import {
  attempt,
  connect,
  failing,
  http,
  lookup,
  observe,
  OLD_V4,
  onLoopback,
  router,
  SITE_V4,
  SITE_V6,
  target,
  tls,
  without,
} from "./build-observations.ts";
import {
  type Case,
  HERE,
  site,
  refused,
  certificate,
  status,
  stalled,
  elsewhere,
  clock,
  timesOut,
} from "./judge-cases-support.ts";

type Codes =
  | "site-refused"
  | "site-unreachable"
  | "tls-expired"
  | "tls-wrong-name"
  | "tls-untrusted"
  | "tls-protocol"
  | "gateway-error"
  | "gateway-timeout"
  | "overloaded"
  | "maintenance"
  | "edge-error"
  | "origin-error"
  | "client-certificate"
  | "parked"
  | "access-denied"
  | "rate-limited"
  | "not-found"
  | "redirect-loop"
  | "invalid-response"
  | "other-http-error";

/** Cases of the table: site. */
export const SITE_CASES: Readonly<Record<Codes, readonly [Case, Case, ...Case[]]>> = {
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
};
