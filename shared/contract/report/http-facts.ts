import { z } from "zod";
import { CONFIDENCES } from "../../model/confidence.ts";
import { HTTP_OUTCOMES } from "../../model/facts/http-facts.ts";
import { FAULT_SIDES } from "../../model/fault-side.ts";
import { GATEWAY_KINDS, HOPS } from "../../model/gateway.ts";
import { field, FIELD_MARKS, list, ms } from "../../lib/redaction/field.ts";
import type { FieldKind } from "../../lib/redaction/field-kinds.ts";
import { family, tlsObservation } from "./wire-facts.ts";

/** Who made a response. Its words come from our own tables. */
export const gatewayClassification = z.object({
  signatureId: field("safe", 200).nullable(),
  vendor: field("safe", 200).nullable(),
  hop: z.enum(HOPS),
  faultSide: z.enum(FAULT_SIDES),
  kind: z.enum(GATEWAY_KINDS),
  confidence: z.enum(CONFIDENCES),
  meaning: field("safe", 2000),
});

const headerPair = z.tuple([field("header", 300), field("header")]).register(FIELD_MARKS, { headerPair: true });

/** One request and what came of it. */
const httpExchange = z.object({
  method: z.enum(["GET", "HEAD"]),
  url: field("url"),
  outcome: z.enum(HTTP_OUTCOMES),
  address: field("address").nullable(),
  family: family.nullable(),
  proxy: field("local-server").nullable(),
  httpVersion: z.enum(["1.0", "1.1", "2"]).nullable(),
  status: z.number().nullable(),
  statusText: field("wire-text"),
  headers: list(headerPair, 500),
  bodySample: field("page"),
  bodyBytes: z.number(),
  bodyTruncated: z.boolean(),
  bodyHash: field("body-hash").nullable(),
  tls: tlsObservation.nullable(),
  timings: z.object({
    lookup: ms.nullable(),
    connect: ms.nullable(),
    tls: ms.nullable(),
    firstByte: ms.nullable(),
    total: ms,
  }),
  errno: field("code").nullable(),
});

/** `http`. */
export const httpFacts = z.object({
  chain: list(httpExchange, 20),
  redirects: z.enum(["final", "loop", "too-many", "to-private", "bad-location", "not-followed"]),
  gateway: gatewayClassification.nullable(),
  fellBackToHttp: z.boolean(),
});

const VALUE_KINDS: Readonly<Record<string, FieldKind>> = {
  none: "code",
  address: "address",
  family: "code",
  path: "url-path",
  cache: "code",
  resolver: "server",
  proxy: "local-server",
};

/** What a retry varied decides what its value holds; what is not known counts as a path. */
function variedKind(parent: unknown): FieldKind {
  const varied = typeof parent === "object" && parent !== null && "varied" in parent ? String(parent.varied) : "";
  return Object.hasOwn(VALUE_KINDS, varied) ? (VALUE_KINDS[varied] ?? "url-path") : "url-path";
}

/** `repeat`. */
export const repeatFacts = z.object({
  attempts: list(
    z.object({
      varied: z.enum(["none", "address", "family", "path", "cache", "resolver", "proxy"]),
      value: field(variedKind),
      exchange: httpExchange,
      gateway: gatewayClassification.nullable(),
    }),
    50,
  ),
  spacingMs: ms,
});
