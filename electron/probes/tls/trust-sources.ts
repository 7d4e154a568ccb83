import { readFileSync } from "node:fs";
import * as tls from "node:tls";

/** Where trusted roots can come from; certificates as PEM texts. */
export interface TrustSources {
  /** The public list that is built into the runtime. */
  readonly bundled: readonly string[];
  /** What the operating system trusts; null when it cannot be asked here (then the bundled list stands in). */
  readonly system: readonly string[] | null;
  /** Added for Node programs by NODE_EXTRA_CA_CERTS. Empty when not set or not readable. */
  readonly extra: readonly string[];
}

/** What reading the sources depends on; tests give their own. */
export interface TrustReader {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The text of a file; null when it cannot be read. */
  readonly read: (path: string) => string | null;
  /** The runtime's own view of the system store; null where the runtime has none. */
  readonly runtimeStore: (() => readonly string[]) | null;
}

/** System bundles: Debian and Alpine, Red Hat and Fedora, SUSE, older Alpine and OpenBSD-like layouts. */
const LINUX_BUNDLES: readonly string[] = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/var/lib/ca-certificates/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** The certificates of a PEM text, in order. Empty when it holds none. */
export function splitPem(text: string): readonly string[] {
  return text.match(PEM) ?? [];
}

/** `tls.getCACertificates` came with Node 22.15; the types of Node 20 do not know it. */
function runtimeStore(): TrustReader["runtimeStore"] {
  const method: unknown = Reflect.get(tls, "getCACertificates");
  if (typeof method !== "function") return null;
  return () => {
    const list: unknown = Reflect.apply(method, tls, ["system"]);
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
  };
}

/** Reads from this machine. */
export const machineTrustReader = (): TrustReader => ({
  env: process.env,
  platform: process.platform,
  read: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return null; // absent or unreadable: the next source is asked
    }
  },
  runtimeStore: runtimeStore(),
});

function fromFile(reader: TrustReader, path: string | undefined): readonly string[] {
  if (path === undefined || path === "") return [];
  return splitPem(reader.read(path) ?? "");
}

function fromRuntime(reader: TrustReader): readonly string[] {
  try {
    return reader.runtimeStore?.() ?? [];
  } catch {
    return []; // a store that cannot be opened: the bundle files are asked instead
  }
}

function systemRoots(reader: TrustReader): readonly string[] | null {
  const own = fromRuntime(reader);
  if (own.length > 0) return own;
  if (reader.platform !== "linux") return null;
  // SSL_CERT_FILE replaces the system's bundle for every OpenSSL program, so it does here.
  for (const path of [reader.env["SSL_CERT_FILE"], ...LINUX_BUNDLES]) {
    const found = fromFile(reader, path);
    if (found.length > 0) return found;
  }
  return null;
}

/**
 * Reads all sources. Node adds NODE_EXTRA_CA_CERTS by itself only where no `ca` is given; since we always give one, the
 * file is read here.
 */
export function readTrustSources(reader: TrustReader): TrustSources {
  return {
    bundled: tls.rootCertificates,
    system: systemRoots(reader),
    extra: fromFile(reader, reader.env["NODE_EXTRA_CA_CERTS"]),
  };
}
