import type { TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";

/** What a failed handshake showed besides its error. */
export interface HandshakeFailure {
  /** `code` of the error. */
  readonly code: string;
  /** The error came from a system call (then ECONNRESET is a real reset, not a plain close). */
  readonly fromSystem: boolean;
  /** The server had asked for a client certificate. */
  readonly clientCertificateAsked: boolean;
  /** Keys had been agreed on before: version and cipher are common. */
  readonly keysAgreed: boolean;
}

/**
 * OpenSSL and BoringSSL name alerts by the version that brought them (SSLV3_ALERT_..., TLSV1_ALERT_..., TLSV13_ALERT_...,
 * BoringSSL also TLSV1_...); what follows is the alert of RFC 8446, section 6.
 */
const ALERT = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13|TLSV1\.3)_(?:ALERT_)?(.+)$/;

/** Alerts that say that no version, cipher or key exchange is common. */
const MISMATCH_ALERTS = new Set([
  "PROTOCOL_VERSION",
  "HANDSHAKE_FAILURE",
  "INSUFFICIENT_SECURITY",
  "INAPPROPRIATE_FALLBACK",
  "MISSING_EXTENSION",
  "UNSUPPORTED_EXTENSION",
]);

/** Alerts with which servers refuse a client that sent no certificate, once they had asked for one. */
const NO_CERTIFICATE_ALERTS = new Set([
  "HANDSHAKE_FAILURE",
  "BAD_CERTIFICATE",
  "NO_CERTIFICATE",
  "CERTIFICATE_UNKNOWN",
  "UNKNOWN_CA",
  "ACCESS_DENIED",
]);

/** Our own side's words for "no common version, cipher, group or signature". */
const MISMATCH =
  /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|WRONG_SSL_VERSION|UNKNOWN_PROTOCOL|NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|NO_SHARED_CIPHER|WRONG_CIPHER_RETURNED|UNKNOWN_CIPHER_RETURNED|DH_KEY_TOO_SMALL|BAD_DH_P_LENGTH|UNSAFE_LEGACY_RENEGOTIATION_DISABLED|NO_COMMON_SIGNATURE_ALGORITHMS|WRONG_SIGNATURE_TYPE|WRONG_CURVE|UNSUPPORTED_ELLIPTIC_CURVE|TLSV1_UNSUPPORTED_PROTOCOL)$/;

/** What came is no TLS record at all: another protocol, most often plain HTTP. */
const NOT_TLS =
  /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|DATA_LENGTH_TOO_LONG|ENCRYPTED_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST|RECORD_LAYER_FAILURE|BAD_RECORD_TYPE|INVALID_RECORD_TYPE|RECORD_TOO_SMALL)$/;

/** The certificate's key or signature is too weak for this runtime. */
const WEAK_CERTIFICATE =
  /^ERR_SSL_(?:EE_KEY_TOO_SMALL|CA_KEY_TOO_SMALL|CA_MD_TOO_WEAK|BAD_ECC_CERT|WRONG_CERTIFICATE_TYPE)$/;

const SYSTEM: Readonly<Record<string, TlsOutcome>> = {
  ETIMEDOUT: "timeout",
  EPIPE: "reset",
  ECONNABORTED: "reset",
  ERR_SSL_UNEXPECTED_EOF_WHILE_READING: "closed",
};

function alertOutcome(alert: string, { clientCertificateAsked, keysAgreed }: HandshakeFailure): TlsOutcome {
  if (alert === "CERTIFICATE_REQUIRED") return "client-certificate-required";
  if (clientCertificateAsked && NO_CERTIFICATE_ALERTS.has(alert)) return "client-certificate-required";
  // Too late for a mismatch: this is how TLS 1.2 servers refuse a missing client certificate (RFC 5246, 7.4.6).
  if (keysAgreed && alert === "HANDSHAKE_FAILURE") return "client-certificate-required";
  return MISMATCH_ALERTS.has(alert) ? "protocol-mismatch" : "alert";
}

/** The outcome of a handshake that ended with an error which is not a verdict on the certificate. */
export function tlsErrorOutcome(failure: HandshakeFailure): TlsOutcome {
  const { code, fromSystem } = failure;
  if (code === "ECONNRESET") return fromSystem ? "reset" : "closed";
  const system = SYSTEM[code];
  if (system !== undefined) return system;
  if (MISMATCH.test(code)) return "protocol-mismatch";
  if (NOT_TLS.test(code)) return "not-tls";
  if (WEAK_CERTIFICATE.test(code)) return "bad-certificate";
  const alert = ALERT.exec(code)?.[1];
  return alert === undefined ? "error" : alertOutcome(alert, failure);
}
