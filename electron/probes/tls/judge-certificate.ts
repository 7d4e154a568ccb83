import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import { isAnchored } from "./certificate-facts.ts";
import type { Trust } from "./system-trust.ts";

/** What is judged: a chain that the runtime refused. */
export interface RefusedCertificate {
  /** Node's or OpenSSL's code for the refusal; OpenSSL reports only the last fault it met. */
  readonly code: string;
  /** Leaf first; empty when it could not be read. */
  readonly chain: readonly X509Certificate[];
  /** Name or IP literal that was asked for. */
  readonly host: string;
  readonly trust: Trust;
}

const DATE_CODES: Readonly<Record<string, TlsOutcome>> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet-valid",
};

/** OpenSSL's codes for a chain that leads to no trusted root. */
const TRUST_CODES = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_UNTRUSTED",
]);

const WRONG_NAME_CODES = new Set(["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"]);

/** Other verification results of OpenSSL and BoringSSL (x509_vfy.h): the certificate itself or its use is at fault. */
const OTHER_CODES = new Set([
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "CERT_SIGNATURE_FAILURE",
  "CRL_SIGNATURE_FAILURE",
  "CRL_NOT_YET_VALID",
  "CRL_HAS_EXPIRED",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CRL_LAST_UPDATE_FIELD",
  "ERROR_IN_CRL_NEXT_UPDATE_FIELD",
  "CERT_CHAIN_TOO_LONG",
  "INVALID_CA",
  "PATH_LENGTH_EXCEEDED",
  "INVALID_PURPOSE",
  "CERT_REJECTED",
  "ERR_TLS_CERT_ALTNAME_FORMAT",
  "UNSPECIFIED",
]);

/** Is this code a verdict on the certificate (and not on the handshake)? */
export function isCertificateCode(code: string): boolean {
  return (
    code === "CERT_REVOKED" ||
    code in DATE_CODES ||
    TRUST_CODES.has(code) ||
    WRONG_NAME_CODES.has(code) ||
    OTHER_CODES.has(code)
  );
}

/** Subject and issuer are the same and the certificate's own key signed it. */
function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
}

/**
 * Why a chain leads to no trusted root. A leaf that signed itself is `self-signed`. A lone leaf that says where its
 * issuer's certificate can be fetched (the "CA Issuers" entry, RFC 5280 4.2.2.1, which every public authority sets)
 * is `incomplete-chain`: the server forgot to send the one in between. Anything else is `untrusted-root`: a chain with
 * an unknown root, or a leaf of a private authority that left its root out.
 */
function untrustedKind({ chain, code }: RefusedCertificate): TlsOutcome {
  const [leaf] = chain;
  if (leaf === undefined) return code === "DEPTH_ZERO_SELF_SIGNED_CERT" ? "self-signed" : "untrusted-root";
  if (chain.length > 1) return "untrusted-root";
  if (isSelfSigned(leaf)) return "self-signed";
  return leaf.infoAccess?.includes("CA Issuers") === true ? "incomplete-chain" : "untrusted-root";
}

function isWrongName({ chain, code, host }: RefusedCertificate): boolean {
  const [leaf] = chain;
  if (WRONG_NAME_CODES.has(code) || leaf === undefined) return WRONG_NAME_CODES.has(code);
  const name = host.replace(/\.$/, "");
  return (isIP(name) === 0 ? leaf.checkHost(name) : leaf.checkIP(name)) === undefined;
}

/**
 * The outcome of a refused certificate. Where several faults hold at once the one that stays when the others are
 * mended wins: revoked, then no trusted root, then the wrong name, then the dates, then anything else. So `expired`
 * and `not-yet-valid` mean that nothing but the dates is wrong, which is what a wrong clock looks like.
 */
export function judgeCertificate(refused: RefusedCertificate): TlsOutcome {
  const { code, chain, trust } = refused;
  if (code === "CERT_REVOKED") return "revoked";
  // OpenSSL lets a date fault hide a missing root (it reports the last fault only), so the chain itself is asked.
  const unanchored = chain.length > 0 && !isAnchored(chain, trust);
  if (TRUST_CODES.has(code) || unanchored) return untrustedKind(refused);
  if (isWrongName(refused)) return "wrong-name";
  return DATE_CODES[code] ?? "bad-certificate";
}
