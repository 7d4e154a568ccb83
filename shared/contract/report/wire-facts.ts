import { z } from "zod";
import { CONNECT_OUTCOMES } from "../../model/facts/connect-facts.ts";
import { DNS_OUTCOMES } from "../../model/facts/dns-facts.ts";
import { TLS_OUTCOMES } from "../../model/facts/tls-facts.ts";
import { field, list, ms } from "../../lib/redaction/field.ts";

/** IP family. */
export const family = z.enum(["v4", "v6"]);

/** One TCP connect. */
export const connectObservation = z.object({
  address: field("address"),
  family,
  port: z.number(),
  outcome: z.enum(CONNECT_OUTCOMES),
  errno: field("code").nullable(),
  ms,
});

/** One DNS question to one server. */
export const dnsObservation = z.object({
  server: field("server"),
  transport: z.enum(["udp", "tcp", "dot", "doh"]),
  name: field("host"),
  type: field("code"),
  outcome: z.enum(DNS_OUTCOMES),
  rcode: field("code").nullable(),
  addresses: list(field("address")),
  records: list(field("dns-record")),
  cnames: list(field("host")),
  ttl: z.number().nullable(),
  ede: list(z.object({ code: z.number(), text: field("wire-text") })),
  authenticated: z.boolean(),
  usedTcp: z.boolean(),
  rejectedReplies: z.number(),
  errno: field("code").nullable(),
  ms,
});

/** The operating system's own look-up. */
export const systemLookup = z.object({
  name: field("host"),
  outcome: z.enum(["answer", "not-found", "temporary-failure", "timeout", "cancelled", "error"]),
  addresses: list(field("address")),
  errno: field("code").nullable(),
  ms,
});

/** One DNS server and what it answered. */
export const resolverObservations = z.object({
  server: field("server"),
  publicId: field("code").nullable(),
  scope: z.enum(["loopback", "private", "shared", "public"]),
  target: list(dnsObservation),
  control: dnsObservation.nullable(),
});

/** One certificate of a chain. */
const certificate = z.object({
  subject: field("subject"),
  issuer: field("issuer"),
  names: list(field("host")),
  validFrom: field("safe", 60),
  validTo: field("safe", 60),
  fingerprint: field("fingerprint"),
});

/** One TLS handshake. */
export const tlsObservation = z.object({
  address: field("address"),
  family,
  port: z.number(),
  serverName: field("host").nullable(),
  outcome: z.enum(TLS_OUTCOMES),
  errno: field("code").nullable(),
  protocol: field("code").nullable(),
  cipher: field("code").nullable(),
  alpn: field("code").nullable(),
  chain: list(certificate),
  root: z.enum(["bundled", "system-only", "extra", "none", "unknown"]),
  clientCertificateAsked: z.boolean(),
  ms,
});
