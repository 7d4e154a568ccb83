import { z } from "zod";
import { ANSWER_VALUES } from "../../model/answers.ts";
import { CHECK_ERROR_CODES, CHECK_STATUSES, SKIP_REASONS } from "../../model/check.ts";
import type { CheckId } from "../../model/check-id.ts";
import { aliasField, field, list, ms } from "../../lib/redaction/field.ts";
import {
  dnsConfiguredFacts,
  dnsDnssecFacts,
  dnsInterceptionFacts,
  dnsMadeUpFacts,
  dnsPublicFacts,
  dnsSystemFacts,
  hostsFileFacts,
} from "./dns-facts.ts";
import { httpFacts, repeatFacts } from "./http-facts.ts";
import {
  addressFacts,
  captivePortalFacts,
  clockFacts,
  defaultRouteFacts,
  interfacesFacts,
  pathMtuFacts,
  pathQualityFacts,
  proxyFacts,
  referencesFacts,
  routerFacts,
  vantageFacts,
} from "./local-facts.ts";
import { message } from "./message.ts";
import { connectObservation, tlsObservation } from "./wire-facts.ts";

function check<Id extends CheckId, Facts extends z.ZodType>(id: Id, facts: Facts) {
  return z
    .object({
      id: z.literal(id),
      status: z.enum(CHECK_STATUSES),
      startedMs: ms,
      durationMs: ms,
      summary: message,
      facts: facts.nullable(),
      skipped: z.enum(SKIP_REASONS).nullable(),
      error: z.object({ code: z.enum(CHECK_ERROR_CODES), detail: field("detail") }).nullable(),
    })
    .exactOptional();
}

/** Results by check id. */
export const checkResults = z.object({
  interfaces: check("interfaces", interfacesFacts),
  address: check("address", addressFacts),
  "default-route": check("default-route", defaultRouteFacts),
  router: check("router", routerFacts),
  references: check("references", referencesFacts),
  "path-quality": check("path-quality", pathQualityFacts),
  "captive-portal": check("captive-portal", captivePortalFacts),
  "hosts-file": check("hosts-file", hostsFileFacts),
  "dns-system": check("dns-system", dnsSystemFacts),
  "dns-configured": check("dns-configured", dnsConfiguredFacts),
  "dns-public": check("dns-public", dnsPublicFacts),
  "dns-made-up": check("dns-made-up", dnsMadeUpFacts),
  "dns-dnssec": check("dns-dnssec", dnsDnssecFacts),
  "dns-interception": check("dns-interception", dnsInterceptionFacts),
  proxy: check("proxy", proxyFacts),
  tcp: check("tcp", z.object({ connects: list(connectObservation) })),
  tls: check("tls", z.object({ handshakes: list(tlsObservation) })),
  clock: check("clock", clockFacts),
  http: check("http", httpFacts),
  repeat: check("repeat", repeatFacts),
  "path-mtu": check("path-mtu", pathMtuFacts),
  vantage: check("vantage", vantageFacts),
});

const answers = z.object({
  "browser-fails": z.enum(ANSWER_VALUES["browser-fails"]).exactOptional(),
  "private-window-works": z.enum(ANSWER_VALUES["private-window-works"]).exactOptional(),
  "other-browser-works": z.enum(ANSWER_VALUES["other-browser-works"]).exactOptional(),
  "no-extensions-works": z.enum(ANSWER_VALUES["no-extensions-works"]).exactOptional(),
  "reload-keeps-old": z.enum(ANSWER_VALUES["reload-keeps-old"]).exactOptional(),
  "host-cache-cleared-works": z.enum(ANSWER_VALUES["host-cache-cleared-works"]).exactOptional(),
  "other-device-works": z.enum(ANSWER_VALUES["other-device-works"]).exactOptional(),
  vpn: z.enum(ANSWER_VALUES.vpn).exactOptional(),
  "works-without-vpn": z.enum(ANSWER_VALUES["works-without-vpn"]).exactOptional(),
});

/** What was observed: everything the rules need, nothing they concluded. */
export const observations = z.object({
  target: z.object({
    input: field("typed-url"),
    url: field("url"),
    host: field("host"),
    displayHost: aliasField("host", "host"),
    port: z.number(),
    scheme: z.enum(["http", "https"]),
    schemeGuessed: z.boolean(),
    credentialsRemoved: z.boolean(),
    kind: z.enum(["name", "literal", "loopback"]),
  }),
  answers,
  checks: checkResults,
  stopped: z.enum(["no", "hard-stop", "cancelled"]),
  heldUpMs: ms.exactOptional(),
});
