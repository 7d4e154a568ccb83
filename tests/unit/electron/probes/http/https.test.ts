import { type Http2SecureServer, type ServerHttp2Stream, constants, createSecureServer } from "node:http2";
import type { Socket } from "node:net";
import { rootCertificates, type TlsOptions, type TLSSocket, createServer } from "node:tls";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../../../../electron/probes/limits.ts";
import { type Trust, makeTrust } from "../../../../../electron/probes/tls/system-trust.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { type TestServer, listen, rawServer } from "../test-servers.ts";
import { type TestCertificates, makeCertificates } from "../tls/test-certificates.ts";
import { type Asked, ask, tracked } from "./http-harness.ts";

let certs: TestCertificates;
let trust: Trust;

beforeAll(() => {
  certs = makeCertificates();
  trust = makeTrust({ bundled: rootCertificates.slice(0, 2), system: [certs.ca], extra: [] });
}, 60_000);

async function https(port: number, asked: Asked = {}): Promise<HttpExchange> {
  return ask(port, {
    ...asked,
    request: { url: `https://site.test:${port}/page`, addresses: ["127.0.0.1"], ...asked.request },
    deps: { trust: () => trust, ...asked.deps },
  });
}

async function tlsServer(options: TlsOptions, behave: (socket: TLSSocket, sent: string) => void): Promise<TestServer> {
  const server = createServer(options, (socket) => {
    socket.on("error", () => undefined);
    let sent = "";
    socket.on("data", (bytes: Buffer) => {
      server.emit("raw", bytes);
      sent += bytes.toString("latin1");
      behave(socket, sent);
    });
  });
  server.on("tlsClientError", () => undefined);
  return tracked(await listen(server));
}

async function h2Server(
  behave: (stream: ServerHttp2Stream, headers: Record<string, unknown>) => void,
  prepare?: (server: Http2SecureServer) => void,
): Promise<TestServer> {
  const server = createSecureServer(certs.good);
  server.on("sessionError", () => undefined);
  server.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    behave(stream, headers);
  });
  prepare?.(server);
  return tracked(await listen(server));
}

describe("a request over TLS", () => {
  test("goes over HTTP/1.1 where that is chosen, with the session told", async () => {
    const server = await tlsServer(certs.good, (socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
    );
    const seen = await https(server.port);
    expect(seen).toMatchObject({
      outcome: "response",
      httpVersion: "1.1",
      status: 200,
      bodySample: "ok",
      address: "127.0.0.1",
    });
    expect(seen.tls).toMatchObject({
      outcome: "trusted",
      serverName: "site.test",
      root: "system-only",
      port: server.port,
    });
    expect(seen.timings.tls).toBeGreaterThanOrEqual(seen.timings.connect ?? Infinity);
    expect(server.received()).toContain(`GET /page HTTP/1.1\r\nhost: site.test:${server.port}\r\n`);
  });

  test.each([
    ["expired", "expired"],
    ["future", "not-yet-valid"],
    ["wrongName", "wrong-name"],
    ["selfSigned", "self-signed"],
    ["unknownCa", "untrusted-root"],
    ["noIntermediate", "incomplete-chain"],
    ["expiredSelfSigned", "self-signed"],
    ["expiredWrongName", "wrong-name"],
  ] as const)("is never sent when the certificate is %s", async (name, outcome) => {
    const server = await tlsServer(certs[name], (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nsecret"));
    const seen = await https(server.port);
    expect(seen).toMatchObject({ outcome: "tls-failed", status: null, bodySample: "" });
    expect(seen.tls?.outcome).toBe(outcome);
    expect(seen.tls?.chain.length).toBeGreaterThan(0);
    expect(seen.errno).toBe(seen.tls?.errno);
    expect(server.received()).toBe("");
  });

  test.each(["TLSv1.2", "TLSv1.3"] as const)("is told in %s that a client certificate is required", async (version) => {
    const limits = { minVersion: version, maxVersion: version } as const;
    const server = await tlsServer(
      { ...certs.good, ...limits, requestCert: true, rejectUnauthorized: true, ca: [certs.ca] },
      (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n"),
    );
    const seen = await https(server.port);
    expect(seen.outcome).toBe("tls-failed");
    expect(seen.tls).toMatchObject({ outcome: "client-certificate-required", clientCertificateAsked: true });
  });

  test("that is hung up on after a certificate was asked for means the certificate", async () => {
    const server = await tlsServer({ ...certs.good, requestCert: true, rejectUnauthorized: false }, (socket) =>
      socket.destroy(),
    );
    expect((await https(server.port)).tls?.outcome).toBe("client-certificate-required");
  });

  test("that is hung up on without such a question is an empty reply", async () => {
    const server = await tlsServer(certs.good, (socket) => socket.destroy());
    const seen = await https(server.port);
    expect(seen.outcome).toBe("empty-reply");
    expect(seen.tls?.outcome).toBe("trusted");
  });

  test("fails with what is seen where the port speaks plain HTTP, or says nothing", async () => {
    const plain = tracked(
      await rawServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))),
    );
    expect(await https(plain.port)).toMatchObject({ outcome: "tls-failed", tls: { outcome: "not-tls", chain: [] } });
  });

  test("keeps the handshake's own outcome: a refusal at the start is no question of a client certificate", async () => {
    const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]); // handshake_failure
    const server = tracked(await rawServer((socket) => socket.once("data", () => socket.end(alert))));
    const seen = await https(server.port);
    expect(seen).toMatchObject({ outcome: "tls-failed", tls: { outcome: "protocol-mismatch" } });
    expect(seen.tls?.clientCertificateAsked).toBe(false);
  });

  test("can be called off during the handshake", async () => {
    const silent = tracked(await rawServer((socket) => socket.resume()));
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 60);
    const seen = await https(silent.port, { options: { signal: controller.signal } });
    expect(seen).toMatchObject({ outcome: "cancelled", tls: { outcome: "cancelled" } });
    expect(await https(silent.port, { options: { timeoutMs: 100 } })).toMatchObject({
      outcome: "tls-failed",
      tls: { outcome: "timeout" },
    });
  });
});

describe("a request over HTTP/2", () => {
  test("is told like any other", async () => {
    let got: Record<string, unknown> = {};
    const { port } = await h2Server((stream, headers) => {
      got = headers;
      stream.respond({
        ":status": 502,
        server: "edge",
        "set-cookie": ["a=secret", "b=secret"],
        "content-encoding": "gzip",
      });
      stream.end(gzipSync("bad gateway"));
    });
    const seen = await https(port, { request: { bypassCache: true } });
    expect(seen).toMatchObject({
      outcome: "response",
      httpVersion: "2",
      status: 502,
      statusText: "",
      bodySample: "bad gateway",
    });
    expect(seen.tls?.alpn).toBe("h2");
    expect(seen.headers).toContainEqual(["server", "edge"]);
    expect(seen.headers.filter(([name]) => name === "set-cookie")).toEqual([
      ["set-cookie", ""],
      ["set-cookie", ""],
    ]);
    expect(got).toMatchObject({ ":method": "GET", ":path": "/page", ":scheme": "https", "cache-control": "no-cache" });
    expect(Object.keys(got)).not.toContain("cookie");
  });

  test("is not offered where only HTTP/1.1 is wanted", async () => {
    const server = await tlsServer({ ...certs.good, ALPNProtocols: ["h2", "http/1.1"] }, (socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
    );
    expect(await https(server.port, { request: { http1Only: true } })).toMatchObject({
      httpVersion: "1.1",
      tls: { alpn: "http/1.1" },
    });
  });

  test("has no body for HEAD", async () => {
    const { port } = await h2Server((stream) => {
      stream.respond({ ":status": 200, "content-length": 50 }, { endStream: true });
    });
    expect(await https(port, { request: { method: "HEAD" } })).toMatchObject({ outcome: "response", bodyBytes: 0 });
  });

  test("asks again by HTTP/1.1 where the server insists", async () => {
    const server = await h2Server((stream) => {
      stream.close(constants.NGHTTP2_HTTP_1_1_REQUIRED);
    });
    const seen = await https(server.port);
    expect(server.connections()).toBe(2);
    expect(seen.httpVersion).not.toBe("2");
  });

  test.each([
    ["a stream reset", (stream: ServerHttp2Stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR), "reset"],
    ["a session that just ends", (stream: ServerHttp2Stream) => stream.session?.destroy(), "empty-reply"],
    ["silence", () => undefined, "headers-timeout"],
  ] as const)("takes %s before the head for %s", async (_name, behave, outcome) => {
    const { port } = await h2Server((stream) => {
      behave(stream);
    });
    expect(await https(port, { options: { timeoutMs: 700 } })).toMatchObject({ outcome, status: null });
  });

  test.each([
    ["before", "reset"],
    ["after", "reset"],
  ] as const)("calls a connection that is reset %s the head a reset", async (when, outcome) => {
    const sockets: Socket[] = [];
    const { port } = await h2Server(
      (stream) => {
        if (when === "after") {
          stream.respond({ ":status": 200, "content-length": 100 });
          stream.write("start");
        }
        setTimeout(() => sockets[0]?.resetAndDestroy(), 100);
      },
      (server) => server.on("connection", (socket: Socket) => sockets.push(socket)),
    );
    expect(await https(port)).toMatchObject({ outcome, status: when === "after" ? 200 : null });
  });

  test.each([
    [
      "fewer bytes than promised",
      100,
      (stream: ServerHttp2Stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
      "cut-short",
    ],
    ["a reset in the body", null, (stream: ServerHttp2Stream) => stream.destroy(new Error("broken")), "reset"],
    ["a connection that just ends", null, (stream: ServerHttp2Stream) => stream.session?.destroy(), "cut-short"],
    ["a body that stops", null, () => undefined, "body-timeout"],
  ] as const)("takes %s for what it is and keeps the start", async (_name, length, behave, outcome) => {
    const { port } = await h2Server((stream) => {
      stream.respond({ ":status": 200, ...(length === null ? {} : { "content-length": length }) });
      stream.write("start");
      setTimeout(() => {
        behave(stream);
      }, 100);
    });
    expect(await https(port, { options: { timeoutMs: 1_800 } })).toMatchObject({
      outcome,
      status: 200,
      bodySample: "start",
    });
  });

  test("calls bytes that are no HTTP/2 frames not HTTP", async () => {
    const server = await tlsServer({ ...certs.good, ALPNProtocols: ["h2"] }, (socket) => {
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nthis port speaks something else entirely");
    });
    expect(await https(server.port)).toMatchObject({ outcome: "not-http", tls: { outcome: "trusted" } });
  });

  test("stops an endless body at the limit", async () => {
    const block = Buffer.alloc(64 * 1024, "a");
    const { port } = await h2Server((stream) => {
      stream.respond({ ":status": 200 });
      const pour = (): void => {
        while (!stream.destroyed && stream.write(block));
      };
      stream.on("drain", pour);
      pour();
    });
    expect(await https(port)).toMatchObject({
      outcome: "response",
      bodyTruncated: true,
      bodyBytes: LIMITS.httpBodyBytes,
    });
  });
});
