import type { Family } from "./connect-facts.ts";

/** How a TLS handshake ended, judged with the operating system's trust. */
export const TLS_OUTCOMES = [
  "trusted",
  "expired",
  "not-yet-valid",
  "wrong-name",
  "self-signed",
  "untrusted-root",
  "incomplete-chain",
  "revoked",
  "bad-certificate", // any other certificate fault; errno says which
  "protocol-mismatch", // no common version or cipher, or an alert to that effect
  "client-certificate-required",
  "not-tls", // the other side spoke something else (plain HTTP on 443)
  "alert", // another alert; errno says which
  "reset",
  "closed",
  "timeout",
  "cancelled",
  "error",
] as const;

/** One of {@link TLS_OUTCOMES}. */
export type TlsOutcome = (typeof TLS_OUTCOMES)[number];

/** One certificate of a chain, as far as it matters. */
export interface CertificateFact {
  readonly subject: string;
  readonly issuer: string;
  /** DNS names and IP addresses it is valid for (leaf); empty for authorities. */
  readonly names: readonly string[];
  /** ISO times. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 fingerprint, hex with colons. */
  readonly fingerprint: string;
}

/** One TLS handshake. */
export interface TlsObservation {
  readonly address: string;
  readonly family: Family;
  readonly port: number;
  /** The name sent as SNI; null for an address target. */
  readonly serverName: string | null;
  readonly outcome: TlsOutcome;
  /** Node/OpenSSL error code (e.g. CERT_HAS_EXPIRED, ERR_SSL_...); null when trusted. */
  readonly errno: string | null;
  /** Negotiated version (TLSv1.3) and cipher; null when the handshake did not end. */
  readonly protocol: string | null;
  readonly cipher: string | null;
  /** Application protocol chosen (h2, http/1.1); null when none. */
  readonly alpn: string | null;
  /** Leaf first. Empty when none was seen. */
  readonly chain: readonly CertificateFact[];
  /**
   * Where the root comes from: the public list bundled with the runtime, the operating system only (a locally added
   * root: the sign of inspection), nowhere, or not known.
   */
  readonly root: "bundled" | "system-only" | "extra" | "none" | "unknown";
  /** The server asked for a client certificate. */
  readonly clientCertificateAsked: boolean;
  readonly ms: number;
}

/** `tls`: one handshake per address that accepted a connection. */
export interface TlsFacts {
  readonly handshakes: readonly TlsObservation[];
}
