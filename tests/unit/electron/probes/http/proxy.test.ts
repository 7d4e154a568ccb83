import { type Socket, connect } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { type Trust, makeTrust } from "../../../../../electron/probes/tls/system-trust.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { type TestServer, listen, rawServer } from "../test-servers.ts";
import { type TestCertificates, makeCertificates } from "../tls/test-certificates.ts";
import { type Asked, ask, behaving, saying, tracked } from "./http-harness.ts";

let certs: TestCertificates;
let trust: Trust;

beforeAll(() => {
  certs = makeCertificates();
  trust = makeTrust({ bundled: [], system: [certs.ca], extra: [] });
}, 60_000);

/** A small CONNECT proxy that leads every tunnel to one loopback port. */
async function tunnelTo(
  port: number,
  greeting = "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n",
): Promise<TestServer> {
  return behaving((socket: Socket) => {
    const far = connect(port, "127.0.0.1", () => {
      socket.write(greeting);
      socket.pipe(far).pipe(socket);
    });
    far.on("error", () => socket.destroy());
    socket.on("close", () => far.destroy());
  });
}

async function site(pair: keyof TestCertificates & ("good" | "expired")): Promise<TestServer> {
  const server = createTlsServer({ ...certs[pair], ALPNProtocols: ["http/1.1"] }, (socket) => {
    socket.on("error", () => undefined);
    socket.on("data", () =>
      socket.end("HTTP/1.1 503 Service Unavailable\r\nServer: site\r\nContent-Length: 4\r\n\r\nbusy"),
    );
  });
  server.on("tlsClientError", () => undefined);
  return tracked(await listen(server));
}

async function through(proxyPort: number, asked: Asked & { readonly url?: string } = {}): Promise<HttpExchange> {
  return ask(0, {
    ...asked,
    request: {
      url: asked.url ?? "https://site.test/",
      addresses: ["192.0.2.1"],
      proxy: { host: "127.0.0.1", port: proxyPort },
      ...asked.request,
    },
    deps: { trust: () => trust, ...asked.deps },
  });
}

describe("plain http through a proxy", () => {
  test("asks for the whole address and never looks the site up", async () => {
    const proxy = await saying(
      "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
    );
    const seen = await through(proxy.port, { url: "http://site.test:8080/a?b" });
    expect(seen).toMatchObject({
      outcome: "response",
      status: 407,
      address: null,
      family: null,
      proxy: `127.0.0.1:${proxy.port}`,
    });
    expect(seen.timings.lookup).toBeNull();
    expect(proxy.received()).toMatch(/^GET http:\/\/site\.test:8080\/a\?b HTTP\/1\.1\r\nhost: site\.test:8080\r\n/);
    expect(proxy.received()).not.toMatch(/proxy-authorization/i);
  });
});

describe("https through a proxy", () => {
  test("goes through a tunnel and tells the site's answer, not the proxy's", async () => {
    const origin = await site("good");
    const proxy = await tunnelTo(origin.port);
    const seen = await through(proxy.port);
    expect(seen).toMatchObject({ outcome: "response", status: 503, bodySample: "busy", address: null });
    expect(seen.headers).not.toContainEqual(["via", "1.1 proxy"]);
    expect(seen.tls).toMatchObject({ outcome: "trusted", serverName: "site.test" });
    expect(proxy.received()).toMatch(/^CONNECT site\.test:443 HTTP\/1\.1\r\nhost: site\.test:443\r\n/);
  });

  test("does not trust the tunnel more than any other way", async () => {
    const origin = await site("expired");
    const proxy = await tunnelTo(origin.port);
    expect(await through(proxy.port)).toMatchObject({ outcome: "tls-failed", tls: { outcome: "expired" } });
  });

  test("keeps the status, headers and page of a refusal", async () => {
    const proxy = await saying(
      "HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_CONNECT_FAIL 111\r\nContent-Length: 30\r\n\r\nThe requested URL",
    );
    const seen = await through(proxy.port);
    expect(seen).toMatchObject({
      outcome: "proxy-tunnel-refused",
      status: 503,
      bodySample: "The requested URL",
      tls: null,
    });
    expect(seen.headers).toContainEqual(["x-squid-error", "ERR_CONNECT_FAIL 111"]);
  });

  test("writes an IPv6 literal with brackets", async () => {
    const proxy = await saying("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    await through(proxy.port, { url: "https://[2001:db8::1]:8443/" });
    expect(proxy.received()).toMatch(/^CONNECT \[2001:db8::1\]:8443 HTTP\/1\.1\r\n/);
  });

  test.each([
    ["hangs up", "", "EMPTY_REPLY"],
    ["speaks something else", "SSH-2.0-x\r\n", "NOT_HTTP"],
  ])("cannot use a proxy that %s", async (_name, text, errno) => {
    const proxy = await saying(text);
    expect(await through(proxy.port)).toMatchObject({ outcome: "proxy-connect-failed", errno, status: null });
  });

  test("does not wait for ever for a silent proxy, and can be called off", async () => {
    const proxy = await behaving(() => undefined);
    const late = await through(proxy.port, { options: { timeoutMs: 150 } });
    expect(late).toMatchObject({ outcome: "proxy-connect-failed", errno: "HEADERS_TIMEOUT" });
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 60);
    expect((await through(proxy.port, { options: { signal: controller.signal } })).outcome).toBe("cancelled");
  });
});

describe("a proxy that cannot be reached", () => {
  test("is told apart from a site that cannot", async () => {
    const gone = await rawServer(() => undefined);
    await gone.close();
    expect(await through(gone.port)).toMatchObject({ outcome: "proxy-connect-failed", errno: "ECONNREFUSED" });
  });

  test("because its name is not known says so", async () => {
    const seen = await through(3128, { request: { proxy: { host: "proxy.test", port: 3128 } } });
    expect(seen).toMatchObject({ outcome: "proxy-connect-failed", errno: "DNS_FAILED", proxy: "proxy.test:3128" });
  });
});
