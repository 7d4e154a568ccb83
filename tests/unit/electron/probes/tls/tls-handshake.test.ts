import { type Server, createServer as createTcpServer } from "node:net";
import { type TlsOptions, createSecureContext, createServer, rootCertificates } from "node:tls";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Trust, makeTrust } from "../../../../../electron/probes/tls/system-trust.ts";
import { openConnection } from "../../../../../electron/probes/tcp/open-connection.ts";
import { openTlsSession } from "../../../../../electron/probes/tls/tls-session.ts";
import { tlsHandshake } from "../../../../../electron/probes/tls/tls-handshake.ts";
import type { TlsObservation } from "../../../../../shared/model/facts/tls-facts.ts";
import { type TestServer, listen, rawServer } from "../test-servers.ts";
import { type TestCertificates, makeCertificates } from "./test-certificates.ts";

let certs: TestCertificates;
let trust: Trust;
const open: TestServer[] = [];
const signal = new AbortController().signal;

beforeAll(() => {
  certs = makeCertificates();
  trust = makeTrust({ bundled: rootCertificates.slice(0, 3), system: [certs.ca], extra: [] });
}, 60_000);

afterEach(async () => {
  await Promise.all(open.splice(0).map(async (server) => server.close()));
});

async function start(server: Server): Promise<TestServer> {
  const started = await listen(server);
  open.push(started);
  return started;
}

async function tlsServer(options: TlsOptions): Promise<TestServer> {
  const server = createServer(options, (socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes: Buffer) => server.emit("raw", bytes));
  });
  server.on("tlsClientError", () => undefined);
  return start(server);
}

async function shake(
  server: TestServer,
  serverName: string | null = "site.test",
  using = trust,
): Promise<TlsObservation> {
  return tlsHandshake({ address: "127.0.0.1", port: server.port, serverName }, { signal }, using);
}

describe("tlsHandshake judges the certificate", () => {
  test("trusts a good one and tells version, cipher, protocol and chain up to the root", async () => {
    const server = await tlsServer({ ...certs.good, ALPNProtocols: ["h2", "http/1.1"] });
    const seen = await shake(server);
    expect(seen).toMatchObject({
      address: "127.0.0.1",
      family: "v4",
      port: server.port,
      serverName: "site.test",
      outcome: "trusted",
      errno: null,
      protocol: "TLSv1.3",
      alpn: "h2",
      root: "system-only",
      clientCertificateAsked: false,
    });
    expect(seen.cipher).toMatch(/^TLS_/);
    expect(seen.chain.map((certificate) => certificate.subject)).toEqual(["CN=good", "CN=Test Root"]);
    expect(seen.chain[0]?.names).toEqual(["site.test", "127.0.0.1"]);
    expect(seen.chain[1]?.names).toEqual([]);
    expect(seen.chain[0]?.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(Date.parse(seen.chain[0]?.validTo ?? "")).toBeGreaterThan(Date.now());
  });

  test("checks a literal against the certificate's addresses and sends no name", async () => {
    const seen = await shake(await tlsServer(certs.good), null);
    expect(seen).toMatchObject({ outcome: "trusted", serverName: null });
  });

  test.each([
    ["expired", "expired", "CERT_HAS_EXPIRED"],
    ["future", "not-yet-valid", "CERT_NOT_YET_VALID"],
    ["wrongName", "wrong-name", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["selfSigned", "self-signed", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["unknownCa", "untrusted-root", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["unknownCaWithRoot", "untrusted-root", "SELF_SIGNED_CERT_IN_CHAIN"],
    ["noIntermediate", "incomplete-chain", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["clientUse", "bad-certificate", "INVALID_PURPOSE"],
  ] as const)("calls the %s certificate %s", async (name, outcome, errno) => {
    const seen = await shake(await tlsServer(certs[name]));
    expect(seen).toMatchObject({ outcome, errno });
    expect(seen.chain.length).toBeGreaterThan(0);
  });

  test.each([
    ["expiredWrongName", "wrong-name"],
    ["expiredSelfSigned", "self-signed"],
    ["expiredUnknownCa", "untrusted-root"],
  ] as const)("names the fault of %s that stays when the others are mended", async (name, outcome) => {
    expect((await shake(await tlsServer(certs[name]))).outcome).toBe(outcome);
  });

  test("trusts a chain whose intermediate is sent along", async () => {
    const seen = await shake(await tlsServer(certs.viaIntermediate));
    expect(seen).toMatchObject({ outcome: "trusted" });
    expect(seen.chain).toHaveLength(3);
  });

  test("calls a certificate on the revocation list revoked, even one that has the wrong name", async () => {
    const context = createSecureContext({ ca: [certs.ca], crl: [certs.crl] });
    const server = await tlsServer(certs.revoked);
    expect((await shake(server, "site.test", { ...trust, context })).outcome).toBe("revoked");
  });

  test("says where the root comes from", async () => {
    const server = await tlsServer(certs.good);
    const bundled = makeTrust({ bundled: [certs.ca], system: null, extra: [] });
    const extra = makeTrust({ bundled: [], system: [certs.otherCa], extra: [certs.ca] });
    const nowhere = makeTrust({ bundled: [], system: [certs.otherCa], extra: [] });
    expect((await shake(server, "site.test", bundled)).root).toBe("bundled");
    expect((await shake(server, "site.test", extra)).root).toBe("extra");
    expect(await shake(server, "site.test", nowhere)).toMatchObject({ root: "none", outcome: "untrusted-root" });
  });

  test("sends not one byte of application data, whatever the outcome", async () => {
    const server = await tlsServer(certs.selfSigned);
    await shake(server);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(server.connections()).toBe(1);
    expect(server.received()).toBe("");
  });
});

describe("tlsHandshake judges the handshake", () => {
  test.each(["TLSv1.2", "TLSv1.3"] as const)("sees in %s that a client certificate is required", async (version) => {
    const limits = { minVersion: version, maxVersion: version } as const;
    const server = await tlsServer({
      ...certs.good,
      ...limits,
      requestCert: true,
      rejectUnauthorized: true,
      ca: [certs.ca],
    });
    expect(await shake(server)).toMatchObject({ outcome: "client-certificate-required", clientCertificateAsked: true });
  });

  test.each(["TLSv1.2", "TLSv1.3"] as const)(
    "sees in %s that a client certificate is welcome but not needed",
    async (version) => {
      const limits = { minVersion: version, maxVersion: version } as const;
      const server = await tlsServer({
        ...certs.good,
        ...limits,
        requestCert: true,
        rejectUnauthorized: false,
        ca: [certs.ca],
      });
      expect(await shake(server)).toMatchObject({ outcome: "trusted", clientCertificateAsked: true });
    },
  );

  test.each([
    ["TLSv1.2", true, "client-certificate-required"],
    ["TLSv1.3", true, "client-certificate-required"],
    ["TLSv1.2", false, "trusted"],
    ["TLSv1.3", false, "trusted"],
  ] as const)(
    "sees in %s whether a certificate is required (%s) by the refusal alone",
    async (version, required, outcome) => {
      const limits = { minVersion: version, maxVersion: version } as const;
      const server = await tlsServer({
        ...certs.good,
        ...limits,
        requestCert: true,
        rejectUnauthorized: required,
        ca: [certs.ca],
      });
      const { socket } = await openConnection("127.0.0.1", server.port, { signal });
      if (socket === null) throw new Error("not connected");
      const { observation } = await openTlsSession(socket, {
        host: "site.test",
        address: "127.0.0.1",
        port: server.port,
        alpn: ["http/1.1"],
        trust,
        signal,
        timeoutMs: 5_000,
        purpose: "look",
        seesRequests: false,
      });
      expect(observation.outcome).toBe(outcome);
    },
  );

  test("calls a server that speaks only TLS 1.0 a protocol mismatch", async () => {
    const server = await tlsServer({
      ...certs.good,
      minVersion: "TLSv1",
      maxVersion: "TLSv1",
      ciphers: "ALL:@SECLEVEL=0",
    });
    expect((await shake(server)).outcome).toBe("protocol-mismatch");
  });

  test("calls a server without a common cipher a protocol mismatch", async () => {
    const server = await tlsServer({
      ...certs.good,
      maxVersion: "TLSv1.2",
      ciphers: "ECDHE-ECDSA-CAMELLIA256-SHA384",
    }).catch(() => null);
    const fallback =
      server ?? (await tlsServer({ ...certs.good, maxVersion: "TLSv1.2", ciphers: "NULL-SHA256:@SECLEVEL=0" }));
    expect((await shake(fallback)).outcome).toBe("protocol-mismatch");
  });

  test.each([
    ["plain HTTP", "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"],
    ["an SSH greeting", "SSH-2.0-OpenSSH_9.2p1\r\n"],
  ])("calls %s on this port not TLS", async (_name, text) => {
    const server = await rawServer((socket) => {
      socket.once("data", () => socket.end(text));
    });
    open.push(server);
    expect((await shake(server)).outcome).toBe("not-tls");
  });

  test.each([
    ["internal_error", 80, "alert"],
    ["unrecognized_name", 112, "alert"],
    ["handshake_failure", 40, "protocol-mismatch"],
    ["protocol_version", 70, "protocol-mismatch"],
    ["insufficient_security", 71, "protocol-mismatch"],
  ] as const)("takes the alert %s for %s: %s", async (_name, alert, outcome) => {
    const server = await rawServer((socket) => {
      socket.once("data", () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, alert])));
    });
    open.push(server);
    const seen = await shake(server);
    expect(seen.outcome).toBe(outcome);
    expect(seen.errno).toMatch(/^ERR_SSL_/);
  });

  test("tells a reset from a plain close", async () => {
    const resetting = await rawServer((socket) => {
      socket.once("data", () => socket.resetAndDestroy());
    });
    const closing = await rawServer((socket) => {
      socket.once("data", () => socket.end());
    });
    open.push(resetting, closing);
    expect((await shake(resetting)).outcome).toBe("reset");
    expect((await shake(closing)).outcome).toBe("closed");
  });

  test("gives up on a silent server after its limit", async () => {
    const server = await rawServer((socket) => socket.resume());
    open.push(server);
    const peer = { address: "127.0.0.1", port: server.port, serverName: "site.test" };
    expect(await tlsHandshake(peer, { signal, timeoutMs: 100 }, trust)).toMatchObject({
      outcome: "timeout",
      errno: null,
    });
  });

  test("ends when it is called off, also before it began", async () => {
    const server = await rawServer((socket) => socket.resume());
    open.push(server);
    const peer = { address: "127.0.0.1", port: server.port, serverName: "site.test" };
    const controller = new AbortController();
    const running = tlsHandshake(peer, { signal: controller.signal }, trust);
    setTimeout(() => {
      controller.abort();
    }, 50);
    expect((await running).outcome).toBe("cancelled");
    expect((await tlsHandshake(peer, { signal: AbortSignal.abort() }, trust)).outcome).toBe("cancelled");
  });

  test("says by errno that nobody listens", async () => {
    const server = await start(createTcpServer());
    await server.close();
    open.length = 0;
    expect(await shake(server)).toMatchObject({ outcome: "error", errno: "ECONNREFUSED", chain: [], root: "unknown" });
  });
});
