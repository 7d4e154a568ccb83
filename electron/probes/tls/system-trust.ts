import { X509Certificate } from "node:crypto";
import { type SecureContext, createSecureContext } from "node:tls";
import type { TlsObservation } from "../../../shared/model/facts/tls-facts.ts";
import { KNOWN_PUBLIC_ROOTS } from "./known-public-roots.ts";
import { type TrustSources, machineTrustReader, readTrustSources } from "./trust-sources.ts";

/** Where a root comes from. */
export type RootOrigin = TlsObservation["root"];

/** A set of trusted roots, ready for handshakes. */
export interface Trust {
  /** PEM texts. */
  readonly roots: readonly string[];
  readonly context: SecureContext;
  /**
   * Which set a root belongs to, by SHA-256 fingerprint (hex with colons). `bundled`: a publicly known root (the
   * runtime's list or one that once was in it). `system-only`: this system trusts it and the public lists do not know
   * it. `none`: in no set.
   */
  readonly originOf: (fingerprint: string) => RootOrigin;
  /** Is this very certificate one of the roots? */
  readonly holds: (fingerprint: string) => boolean;
  /** The root that signed a certificate; null when none of ours did. */
  readonly issuerOf: (certificate: X509Certificate) => X509Certificate | null;
}

/** Parses what can be parsed: one odd certificate in a system's bundle must not cost all the others. */
function parse(pems: readonly string[]): readonly X509Certificate[] {
  const certificates: X509Certificate[] = [];
  for (const pem of pems) {
    try {
      certificates.push(new X509Certificate(pem));
    } catch {
      // not a certificate this runtime can read: it could not be used for a handshake either
    }
  }
  return certificates;
}

function fingerprints(certificates: readonly X509Certificate[]): ReadonlySet<string> {
  return new Set(certificates.map((certificate) => certificate.fingerprint256));
}

const PUBLIC_ROOTS: ReadonlySet<string> = new Set(KNOWN_PUBLIC_ROOTS);

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Builds the trust from its sources: the system's roots (or the bundled ones in their place) plus the extra ones. */
export function makeTrust(sources: TrustSources): Trust {
  const trusted = parse([...(sources.system ?? sources.bundled), ...sources.extra]);
  // Only for roots that the list in our own code does not know: reading hundreds of certificates takes its time.
  const bundled = once(() => fingerprints(parse(sources.bundled)));
  const system = once(() => fingerprints(parse(sources.system ?? [])));
  const held = fingerprints(trusted);
  const roots = [...new Map(trusted.map((root) => [root.fingerprint256, root.toString()])).values()];
  return {
    roots,
    context: createSecureContext({ ca: roots }),
    originOf: (fingerprint) => {
      if (PUBLIC_ROOTS.has(fingerprint) || bundled().has(fingerprint)) return "bundled";
      if (system().has(fingerprint)) return "system-only";
      return held.has(fingerprint) ? "extra" : "none";
    },
    holds: (fingerprint) => held.has(fingerprint),
    issuerOf: (certificate) =>
      trusted.find((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey)) ?? null,
  };
}

let cached: Trust | null = null;

/** What this operating system trusts. Read once, at the first use, and kept until the program ends (about 50 ms). */
export function systemTrust(): Trust {
  cached ??= makeTrust(readTrustSources(machineTrustReader()));
  return cached;
}

/** The roots this operating system trusts, as PEM texts: for anything that takes a `ca` option. */
export function trustedRoots(): readonly string[] {
  return systemTrust().roots;
}
