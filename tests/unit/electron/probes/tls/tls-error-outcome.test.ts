import { expect, test } from "vitest";
import { tlsErrorOutcome } from "../../../../../electron/probes/tls/tls-error-outcome.ts";

test.each([
  ["ERR_SSL_WRONG_VERSION_NUMBER", "not-tls"],
  ["ERR_SSL_PACKET_LENGTH_TOO_LONG", "not-tls"],
  ["ERR_SSL_HTTP_REQUEST", "not-tls"],
  ["ERR_SSL_UNSUPPORTED_PROTOCOL", "protocol-mismatch"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "protocol-mismatch"],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "protocol-mismatch"],
  ["ERR_SSL_DH_KEY_TOO_SMALL", "protocol-mismatch"],
  ["ERR_SSL_EE_KEY_TOO_SMALL", "bad-certificate"],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "client-certificate-required"],
  ["ERR_SSL_TLSV1_CERTIFICATE_REQUIRED", "client-certificate-required"],
  ["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "alert"],
  ["ERR_SSL_TLSV1_UNRECOGNIZED_NAME", "alert"],
  ["ERR_SSL_UNEXPECTED_EOF_WHILE_READING", "closed"],
  ["ETIMEDOUT", "timeout"],
  ["EPIPE", "reset"],
  ["ERR_SOMETHING_NEW", "error"],
] as const)("takes %s for %s", (code, outcome) => {
  expect(tlsErrorOutcome({ code, fromSystem: false, clientCertificateAsked: false, keysAgreed: false })).toBe(outcome);
});

test.each(["HANDSHAKE_FAILURE", "BAD_CERTIFICATE"])(
  "takes the alert %s for a missing client certificate only when one was asked for",
  (alert) => {
    const code = `ERR_SSL_SSLV3_ALERT_${alert}`;
    const asked = tlsErrorOutcome({ code, fromSystem: false, clientCertificateAsked: true, keysAgreed: false });
    const notAsked = tlsErrorOutcome({ code, fromSystem: false, clientCertificateAsked: false, keysAgreed: false });
    expect(asked).toBe("client-certificate-required");
    expect(notAsked).not.toBe("client-certificate-required");
  },
);

test("takes a handshake failure after the keys were agreed on for a missing client certificate", () => {
  const code = "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE";
  expect(tlsErrorOutcome({ code, fromSystem: false, clientCertificateAsked: false, keysAgreed: true })).toBe(
    "client-certificate-required",
  );
});

test("tells a reset by the system from a connection that just ended", () => {
  expect(
    tlsErrorOutcome({ code: "ECONNRESET", fromSystem: true, clientCertificateAsked: false, keysAgreed: false }),
  ).toBe("reset");
  expect(
    tlsErrorOutcome({ code: "ECONNRESET", fromSystem: false, clientCertificateAsked: false, keysAgreed: false }),
  ).toBe("closed");
});
