import { X509Certificate } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { isCertificateCode, judgeCertificate } from "../../../../../electron/probes/tls/judge-certificate.ts";
import { type Trust, makeTrust } from "../../../../../electron/probes/tls/system-trust.ts";
import { type TestCertificates, makeCertificates } from "./test-certificates.ts";

let certs: TestCertificates;
let trust: Trust;
beforeAll(() => {
  certs = makeCertificates();
  trust = makeTrust({ bundled: [certs.ca], system: null, extra: [] });
}, 60_000);

test.each([
  ["CERT_HAS_EXPIRED", "expired"],
  ["CERT_NOT_YET_VALID", "not-yet-valid"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "wrong-name"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "untrusted-root"],
  ["CERT_REVOKED", "revoked"],
  ["CERT_SIGNATURE_FAILURE", "bad-certificate"],
] as const)("goes by the code alone where the chain could not be read: %s is %s", (code, outcome) => {
  expect(isCertificateCode(code)).toBe(true);
  expect(judgeCertificate({ code, chain: [], host: "site.test", trust })).toBe(outcome);
});

test("puts revocation before the name, and the name before the dates", () => {
  const chain = [new X509Certificate(certs.expiredWrongName.cert)];
  expect(judgeCertificate({ code: "CERT_REVOKED", chain, host: "site.test", trust })).toBe("revoked");
  expect(judgeCertificate({ code: "CERT_HAS_EXPIRED", chain, host: "site.test", trust })).toBe("wrong-name");
  expect(judgeCertificate({ code: "CERT_HAS_EXPIRED", chain, host: "other.test.", trust })).toBe("expired");
});

test("checks a literal against the certificate's addresses", () => {
  const chain = [new X509Certificate(certs.expired.cert)];
  expect(judgeCertificate({ code: "CERT_HAS_EXPIRED", chain, host: "127.0.0.1", trust })).toBe("expired");
  expect(judgeCertificate({ code: "CERT_HAS_EXPIRED", chain, host: "127.0.0.2", trust })).toBe("wrong-name");
});

test("does not take an error of the handshake for one of the certificate", () => {
  expect(isCertificateCode("ECONNRESET")).toBe(false);
  expect(isCertificateCode("ERR_SSL_WRONG_VERSION_NUMBER")).toBe(false);
});
