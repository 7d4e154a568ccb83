import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { KNOWN_PUBLIC_ROOTS } from "../../../../../electron/probes/tls/known-public-roots.ts";
import { makeTrust, systemTrust, trustedRoots } from "../../../../../electron/probes/tls/system-trust.ts";
import { type TrustReader, readTrustSources, splitPem } from "../../../../../electron/probes/tls/trust-sources.ts";
import { type TestCertificates, makeCertificates } from "./test-certificates.ts";

let certs: TestCertificates;
beforeAll(() => {
  certs = makeCertificates();
}, 60_000);

function reader(files: Readonly<Record<string, string>>, more: Partial<TrustReader> = {}): TrustReader {
  return { env: {}, platform: "linux", read: (path) => files[path] ?? null, runtimeStore: null, ...more };
}

function fingerprint(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}

describe("readTrustSources", () => {
  const debian = "/etc/ssl/certs/ca-certificates.crt";

  test("asks the runtime's view of the system store first", () => {
    const sources = readTrustSources(reader({ [debian]: certs.ca }, { runtimeStore: () => [certs.otherCa] }));
    expect(sources.system).toEqual([certs.otherCa]);
  });

  test.each(["empty", "failing"])("reads the Linux bundle when the runtime's store is %s", (kind) => {
    const runtimeStore = (): readonly string[] => {
      if (kind === "failing") throw new Error("no store");
      return [];
    };
    const sources = readTrustSources(reader({ [debian]: `# roots\n${certs.ca}\n${certs.otherCa}` }, { runtimeStore }));
    expect(sources.system?.map(fingerprint)).toEqual([fingerprint(certs.ca), fingerprint(certs.otherCa)]);
  });

  test.each([
    debian,
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/var/lib/ca-certificates/ca-bundle.pem",
    "/etc/ssl/cert.pem",
  ])("finds the bundle at %s", (path) => {
    expect(readTrustSources(reader({ [path]: certs.ca })).system?.map(fingerprint)).toEqual([fingerprint(certs.ca)]);
  });

  test("lets SSL_CERT_FILE stand in for the bundle, but not when it holds no certificate", () => {
    const files = { [debian]: certs.ca, "/own.pem": certs.otherCa, "/bad.pem": "nothing here" };
    const own = readTrustSources(reader(files, { env: { SSL_CERT_FILE: "/own.pem" } }));
    const bad = readTrustSources(reader(files, { env: { SSL_CERT_FILE: "/bad.pem" } }));
    expect(own.system?.map(fingerprint)).toEqual([fingerprint(certs.otherCa)]);
    expect(bad.system?.map(fingerprint)).toEqual([fingerprint(certs.ca)]);
  });

  test("has no system store where no bundle is found or the system keeps none in files", () => {
    expect(readTrustSources(reader({})).system).toBeNull();
    expect(readTrustSources(reader({ [debian]: certs.ca }, { platform: "darwin" })).system).toBeNull();
  });

  test("reads NODE_EXTRA_CA_CERTS, and nothing when it leads nowhere", () => {
    const files = { "/extra.pem": certs.ca };
    expect(readTrustSources(reader(files, { env: { NODE_EXTRA_CA_CERTS: "/extra.pem" } })).extra).toHaveLength(1);
    expect(readTrustSources(reader(files, { env: { NODE_EXTRA_CA_CERTS: "/gone.pem" } })).extra).toEqual([]);
  });

  test("splits a bundle with comments and broken parts", () => {
    expect(splitPem(`text\n${certs.ca}junk${certs.otherCa}-----BEGIN CERTIFICATE-----\n!`)).toHaveLength(2);
    expect(splitPem("")).toEqual([]);
  });
});

describe("makeTrust", () => {
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";

  test("lets the bundled list stand in where the system cannot be asked", () => {
    const trust = makeTrust({ bundled: [certs.ca], system: null, extra: [] });
    expect(trust.holds(fingerprint(certs.ca))).toBe(true);
    expect(trust.originOf(fingerprint(certs.ca))).toBe("bundled");
  });

  test("does not trust a bundled root that the system has thrown out, and still knows it", () => {
    const trust = makeTrust({ bundled: [certs.ca], system: [certs.otherCa], extra: [] });
    expect(trust.holds(fingerprint(certs.ca))).toBe(false);
    expect(trust.originOf(fingerprint(certs.ca))).toBe("bundled");
    expect(trust.originOf(fingerprint(certs.otherCa))).toBe("system-only");
  });

  test("keeps the other roots when one cannot be parsed, and each only once", () => {
    const trust = makeTrust({ bundled: [], system: [broken, certs.ca, certs.ca], extra: [certs.ca] });
    expect(trust.roots.map(fingerprint)).toEqual([fingerprint(certs.ca)]);
  });

  test("does not take a formerly public root for a locally added one", () => {
    const trust = makeTrust({ bundled: rootCertificates, system: [], extra: [] });
    const bundled = new Set(rootCertificates.map(fingerprint));
    expect(KNOWN_PUBLIC_ROOTS.every((root) => /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/.test(root))).toBe(true);
    expect(new Set(KNOWN_PUBLIC_ROOTS).size).toBe(KNOWN_PUBLIC_ROOTS.length);
    expect(KNOWN_PUBLIC_ROOTS.map((root) => trust.originOf(root))).not.toContain("none");
    expect(bundled.size).toBeGreaterThan(50);
  });

  test("finds the root that signed a certificate, by its key and not only by its name", () => {
    const trust = makeTrust({ bundled: [certs.otherCa, certs.ca], system: null, extra: [] });
    expect(trust.issuerOf(new X509Certificate(certs.good.cert))?.fingerprint256).toBe(fingerprint(certs.ca));
    expect(trust.issuerOf(new X509Certificate(certs.selfSigned.cert))).toBeNull();
  });
});

describe("systemTrust", () => {
  test("reads this machine once", () => {
    expect(systemTrust()).toBe(systemTrust());
    expect(trustedRoots()).toBe(systemTrust().roots);
    expect(trustedRoots().length).toBeGreaterThan(20);
    expect(systemTrust().originOf(fingerprint(rootCertificates[0] ?? ""))).toBe("bundled");
    expect(systemTrust().originOf(fingerprint(certs.ca))).toBe("none");
  });
});
