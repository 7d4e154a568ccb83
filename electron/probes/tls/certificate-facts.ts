import { X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";
import type { CertificateFact } from "../../../shared/model/facts/tls-facts.ts";
import type { RootOrigin, Trust } from "./system-trust.ts";

/** The longest chain that is read: real ones have 2 to 4 certificates, OpenSSL itself stops at 100. */
const CHAIN_LIMIT = 10;

/** Names kept of one certificate: the largest real ones carry a few hundred; more would only swell the report. */
const NAMES_LIMIT = 200;

/** Longest subject or issuer kept: an ordinary one has under 200 characters. */
const NAME_LENGTH_LIMIT = 500;

/**
 * The certificates of a session, leaf first, as far as they link up; the runtime adds the root from the trusted set
 * when it knows it. Empty when the session has ended or showed none.
 */
export function chainOf(socket: TLSSocket): readonly X509Certificate[] {
  const leaf = socket.getPeerCertificate(true);
  const chain: X509Certificate[] = [];
  // Without a session the runtime returns null or an empty object, whatever the types say.
  let next: typeof leaf | undefined = leaf;
  while (next?.raw !== undefined && chain.length < CHAIN_LIMIT) {
    const certificate = new X509Certificate(next.raw);
    if (chain.some((seen) => seen.fingerprint256 === certificate.fingerprint256)) break; // a root is its own issuer
    chain.push(certificate);
    next = next.issuerCertificate;
  }
  return chain;
}

/** A distinguished name on one line, without control characters. */
function oneLine(name: string): string {
  return name
    .replaceAll("\n", ", ")
    .replace(/\p{Cc}/gu, " ")
    .slice(0, NAME_LENGTH_LIMIT);
}

/** An X.509 time ("Nov 22 13:00:00 2026 GMT") as ISO; as it stands when it cannot be read. */
function isoTime(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** `DNS:a, IP Address:1.2.3.4` as plain names; other kinds (mail, URI) are left out. */
function namesOf(certificate: X509Certificate): readonly string[] {
  const entries = (certificate.subjectAltName ?? "").split(", ");
  return entries
    .map((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? "")
    .filter((name) => name !== "")
    .slice(0, NAMES_LIMIT)
    .map(oneLine);
}

/** What a chain says, leaf first. */
export function certificateFacts(chain: readonly X509Certificate[]): readonly CertificateFact[] {
  return chain.map((certificate) => ({
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: certificate.ca ? [] : namesOf(certificate),
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    fingerprint: certificate.fingerprint256,
  }));
}

/**
 * Where the root of a chain comes from. A trusted certificate counts wherever it stands (cross-signed roots); `none`
 * when the chain leads to no root we know, `unknown` when no chain was seen.
 */
export function originOfRoot(chain: readonly X509Certificate[], trust: Trust): RootOrigin {
  const top = chain.at(-1);
  if (top === undefined) return "unknown";
  const anchor = chain.find((certificate) => trust.holds(certificate.fingerprint256)) ?? trust.issuerOf(top);
  return trust.originOf((anchor ?? top).fingerprint256);
}

/** Does the chain lead to a root of the trusted set (whatever else is wrong with it)? */
export function isAnchored(chain: readonly X509Certificate[], trust: Trust): boolean {
  const top = chain.at(-1);
  if (top === undefined) return false;
  return chain.some((certificate) => trust.holds(certificate.fingerprint256)) || trust.issuerOf(top) !== null;
}
