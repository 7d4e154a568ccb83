import type { AddressInfo } from "node:net";
import { createServer as createHttpsServer, type Server as HttpsServer } from "node:https";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer, type TLSSocket, type TlsOptions } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DnsObservation } from "../../../../../shared/model/facts/dns-facts.ts";
import { dnsQuery } from "../../../../../electron/probes/dns/dns-query.ts";
import type { DnsServer } from "../../../../../electron/probes/probes.ts";
import { a, answerFrames, framed, live, nothingLeft, replyTo, tcpServer, type FakeServer } from "./fake-dns-server.ts";
import { createTestAuthority, type TestAuthority } from "./test-authority.ts";

const NAME = "www.example";
const good = (query: Buffer): Buffer => replyTo(query, { answers: [a(NAME, "192.0.2.1")] });

let authority: TestAuthority;
let leaf: { readonly key: string; readonly cert: string };
let addressLeaf: { readonly key: string; readonly cert: string };
beforeAll(() => {
  authority = createTestAuthority();
  leaf = authority.issue(["DNS:dns.test"]);
  addressLeaf = authority.issue(["IP:127.0.0.1"]);
}, 60_000);
afterAll(() => {
  authority.remove();
});

type Listening = TlsServer | HttpsServer | Http2SecureServer;
const opened: FakeServer[] = [];
const sockets = new Set<TLSSocket>();
afterEach(async () => {
  await nothingLeft(() => sockets.size);
  await Promise.all(opened.splice(0).map(async (one) => one.close()));
});

async function listen(server: Listening): Promise<number> {
  server.on("secureConnection", (socket: TLSSocket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  opened.push({
    port,
    queries: [],
    close: async () =>
      new Promise(
        (resolve) =>
          void server.close(() => {
            resolve();
          }),
      ),
  });
  return port;
}

async function ask(
  server: DnsServer,
  ca: readonly string[] | undefined = authority.ca,
  timeoutMs = 20_000,
): Promise<DnsObservation> {
  return dnsQuery(server, { name: NAME, type: "A" }, { ...live(), timeoutMs, ca });
}

const dot = (port: number, tlsName = "dns.test"): DnsServer => ({
  transport: "dot",
  address: "127.0.0.1",
  port,
  tlsName,
});
const tls = async (onConnection: (socket: TLSSocket) => void, options: TlsOptions = leaf): Promise<number> =>
  listen(createTlsServer(options, onConnection));

describe("a query over TLS", () => {
  it("gives the answer, padded question and server name included", async () => {
    let seen: Buffer | null = null;
    let serverName: unknown = null; // its typings miss it on the server's side
    const port = await tls((socket) => {
      serverName = Reflect.get(socket, "servername");
      answerFrames((query) => {
        seen = query;
        return [framed(good(query))];
      })(socket);
    });
    expect(await ask(dot(port))).toMatchObject({ outcome: "answer", transport: "dot", addresses: ["192.0.2.1"] });
    expect(serverName).toBe("dns.test");
    expect(seen).toHaveLength(128);
  });

  it("verifies a certificate for an address without sending it as server name", async () => {
    const port = await tls(
      answerFrames((query) => [framed(good(query))]),
      addressLeaf,
    );
    expect((await ask(dot(port, "127.0.0.1"))).outcome).toBe("answer");
    expect(await ask(dot(port, "127.0.0.2"))).toMatchObject({
      outcome: "tls-failed",
      errno: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
  });

  it("fails when the certificate names somebody else", async () => {
    const port = await tls((socket) => socket.resume());
    expect(await ask(dot(port, "other.test"))).toMatchObject({
      outcome: "tls-failed",
      errno: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
  });

  it("fails when the root is not trusted, and sends no question", async () => {
    let octets = 0;
    const port = await tls((socket) => socket.on("data", (chunk: Buffer) => (octets += chunk.length)));
    expect(await dnsQuery(dot(port), { name: NAME, type: "A" }, live())).toMatchObject({
      outcome: "tls-failed",
      errno: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    });
    expect(octets).toBe(0);
  });

  it("fails when the server speaks something else", async () => {
    const plain = await tcpServer((socket) => socket.write("SSH-2.0-nothing\r\n"));
    opened.push(plain);
    expect(await ask(dot(plain.port))).toMatchObject({
      outcome: "tls-failed",
      errno: expect.stringMatching(/^ERR_SSL_/),
    });
  });

  it("fails when the server wants a client certificate", async () => {
    const port = await tls((socket) => socket.resume(), { ...leaf, requestCert: true, ca: [...authority.ca] });
    expect(await ask(dot(port))).toMatchObject({ outcome: "tls-failed", errno: expect.stringMatching(/^ERR_SSL_/) });
  });

  it("is connection-closed when the handshake is cut", async () => {
    const plain = await tcpServer((socket) => socket.on("data", () => socket.end()));
    opened.push(plain);
    expect(await ask(dot(plain.port))).toMatchObject({ outcome: "connection-closed", errno: "ECONNRESET" });
  });

  it("is a time-out when the handshake stalls, unreachable when nobody listens, cancelled when called off", async () => {
    const silent = await tcpServer((socket) => socket.resume());
    expect(await ask(dot(silent.port), authority.ca, 200)).toMatchObject({ outcome: "timeout", errno: null });
    const abort = new AbortController();
    const pending = dnsQuery(dot(silent.port), { name: NAME, type: "A" }, { signal: abort.signal, timeoutMs: 20_000 });
    await expect.poll(() => silent.connections.size).toBe(1);
    abort.abort();
    expect((await pending).outcome).toBe("cancelled");
    await expect.poll(() => silent.connections.size).toBe(0);
    await silent.close();
    expect(await ask(dot(silent.port))).toMatchObject({ outcome: "unreachable", errno: "ECONNREFUSED" });
  });
});

type Handler = (query: Buffer, request: IncomingMessage, response: ServerResponse) => void;

const DNS = { "content-type": "application/dns-message" };
const answer: Handler = (query, _request, response) => {
  response.writeHead(200, DNS).end(good(query));
};

function reading(handler: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      handler(Buffer.concat(chunks), request, response);
    });
  };
}

const VERSIONS = ["2", "1.1"] as const;

async function https(version: (typeof VERSIONS)[number], handler: Handler, options = leaf): Promise<number> {
  const listener = reading(handler);
  if (version === "1.1") return listen(createHttpsServer(options, listener));
  return listen(
    createSecureServer(options, (request, response) => {
      listener(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    }),
  );
}

const doh = (port: number, host = "dns.test"): DnsServer => ({
  transport: "doh",
  url: `https://${host}:${port}/dns-query?x=1`,
  address: "127.0.0.1",
});

describe.each(VERSIONS)("a query over HTTPS with HTTP/%s", (version) => {
  it("posts the question and reads the answer", async () => {
    let seen: unknown = null;
    const port = await https(version, (query, request, response) => {
      seen = {
        method: request.method,
        url: request.url,
        type: request.headers["content-type"],
        accept: request.headers.accept,
        host: request.headers.host ?? request.headers[":authority"],
        version: request.httpVersion,
        id: query.readUInt16BE(0),
      };
      answer(query, request, response);
    });
    expect(await ask(doh(port))).toMatchObject({
      outcome: "answer",
      transport: "doh",
      server: `https://dns.test:${port}/dns-query?x=1`,
      addresses: ["192.0.2.1"],
    });
    expect(seen).toEqual({
      method: "POST",
      url: "/dns-query?x=1",
      type: "application/dns-message",
      accept: "application/dns-message",
      host: `dns.test:${port}`,
      version: version === "2" ? "2.0" : "1.1",
      id: 0,
    });
  });

  it.each([302, 404, 503])("is http-failed with status %i, whatever the body", async (status) => {
    const port = await https(version, (query, _request, response) => {
      response.writeHead(status, { ...DNS, location: "https://elsewhere.test/" }).end(good(query));
    });
    expect(await ask(doh(port))).toMatchObject({ outcome: "http-failed", errno: `HTTP_${status}`, addresses: [] });
  });

  it("is http-failed with a page instead of a message", async () => {
    const port = await https(version, (query, _request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(good(query));
    });
    expect(await ask(doh(port))).toMatchObject({ outcome: "http-failed", errno: "ERR_CONTENT_TYPE" });
    const typeless = await https(version, (query, _request, response) => response.writeHead(200).end(good(query)));
    expect((await ask(doh(typeless))).errno).toBe("ERR_CONTENT_TYPE");
  });

  it.each<[string, (query: Buffer) => Buffer, number]>([
    ["a broken message", (query) => good(query).subarray(0, -1), 0],
    ["no message", () => Buffer.alloc(0), 1],
    ["an unreadable one", (query) => query.subarray(0, 5), 0],
    ["another's answer", (query) => replyTo(query, { questions: [{ name: "x.example", type: "A" }] }), 1],
    ["more than a message can hold", (query) => Buffer.concat([good(query), Buffer.alloc(70_000)]), 0],
  ])("is malformed with %s", async (_what, make, rejected) => {
    const port = await https(version, (query, _request, response) => response.writeHead(200, DNS).end(make(query)));
    expect(await ask(doh(port))).toMatchObject({ outcome: "malformed", rejectedReplies: rejected });
  });

  it("stops reading a body without an end", async () => {
    const port = await https(version, (_query, _request, response) => {
      response.writeHead(200, DNS);
      const flood = setInterval(() => {
        if (response.destroyed || response.closed) clearInterval(flood);
        else response.write(Buffer.alloc(16_384));
      }, 1);
    });
    expect((await ask(doh(port))).outcome).toBe("malformed");
  });

  it("asks again without EDNS where the server does not know it", async () => {
    const port = await https(version, (query, _request, response) => {
      response.writeHead(200, DNS).end(query.readUInt16BE(10) === 0 ? good(query) : replyTo(query, { rcode: 4 }));
    });
    expect((await ask(doh(port))).outcome).toBe("answer");
  });

  it("is connection-closed when the answer is cut", async () => {
    const port = await https(version, (_query, request) => {
      request.socket.destroy();
      for (const socket of sockets) socket.destroy();
    });
    expect((await ask(doh(port))).outcome).toBe("connection-closed");
  });

  it("is a time-out when nothing comes", async () => {
    const port = await https(version, () => undefined);
    expect(await ask(doh(port), authority.ca, 400)).toMatchObject({ outcome: "timeout", errno: null });
  });

  it("ends when it is called off", async () => {
    const abort = new AbortController();
    const port = await https(version, () => {
      abort.abort();
    });
    const options = { signal: abort.signal, timeoutMs: 20_000, ca: authority.ca };
    expect((await dnsQuery(doh(port), { name: NAME, type: "A" }, options)).outcome).toBe("cancelled");
  });
});

describe("a query over HTTPS", () => {
  it("verifies the certificate against the URL's host, names and addresses", async () => {
    const port = await https("2", answer);
    expect(await ask(doh(port, "other.test"))).toMatchObject({
      outcome: "tls-failed",
      errno: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
    const byAddress = await https("2", answer, addressLeaf);
    expect((await ask(doh(byAddress, "127.0.0.1"))).outcome).toBe("answer");
    expect((await ask(doh(byAddress, "[::1]"))).outcome).toBe("tls-failed");
  });

  it("is http-failed when the server resets the stream", async () => {
    const port = await listen(
      createSecureServer(leaf).on("stream", (stream) => {
        stream.on("error", () => undefined);
        stream.close(2);
      }),
    );
    expect(await ask(doh(port))).toMatchObject({ outcome: "http-failed", errno: "ERR_HTTP2_STREAM_ERROR" });
  });

  it("is http-failed when the server does not speak HTTP", async () => {
    const port = await listen(
      createTlsServer(leaf, (socket) => {
        socket.on("data", () => socket.write("220 mail.test ESMTP\r\n"));
      }),
    );
    expect(await ask(doh(port))).toMatchObject({ outcome: "http-failed", errno: expect.stringMatching(/^HPE_/) });
  });

  it("is an error with nothing sent for anything but an https URL", async () => {
    for (const url of ["http://dns.test/dns-query", "not a url"]) {
      expect(await ask({ transport: "doh", url, address: "127.0.0.1" })).toMatchObject({
        outcome: "error",
        errno: "ERR_INVALID_URL",
      });
    }
    expect(await ask({ transport: "doh", url: "https://dns.test/", address: "dns.test" })).toMatchObject({
      errno: "ERR_INVALID_ADDRESS",
    });
  });

  it("is unreachable when nobody listens", async () => {
    const gone = await tcpServer(() => undefined);
    await gone.close();
    expect(await ask(doh(gone.port))).toMatchObject({ outcome: "unreachable", errno: "ECONNREFUSED" });
  });
});
