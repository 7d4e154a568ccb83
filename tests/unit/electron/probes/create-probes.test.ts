import { type Socket as UdpSocket, createSocket } from "node:dgram";
import { createServer as createTlsServer } from "node:tls";
import packet from "dns-packet";
import { afterEach, describe, expect, test } from "vitest";
import { createProbes, lookupBy, userAgentOf } from "../../../../electron/probes/create-probes.ts";
import { type TestServer, answering, listen } from "./test-servers.ts";
import { makeCertificates } from "./tls/test-certificates.ts";

const signal = new AbortController().signal;
const servers: TestServer[] = [];
let dns: UdpSocket | null = null;

afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.close()));
  dns?.close();
  dns = null;
});

/** A DNS server that knows one address for every name. */
async function dnsServer(): Promise<number> {
  const socket = createSocket("udp4");
  dns = socket;
  socket.on("message", (bytes, peer) => {
    const query = packet.decode(bytes);
    const [question] = query.questions ?? [];
    if (question === undefined) return;
    const answers =
      question.type === "A" ? [{ type: "A" as const, name: question.name, ttl: 60, data: "127.0.0.1" }] : [];
    const flags = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE;
    socket.send(
      packet.encode({ type: "response", id: query.id ?? 0, flags, questions: [question], answers }),
      peer.port,
      peer.address,
    );
  });
  await new Promise<void>((resolve) => {
    socket.bind(0, "127.0.0.1", resolve);
  });
  return socket.address().port;
}

describe("createProbes", () => {
  test("makes all five probes and says who asks", async () => {
    const server = await answering((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    servers.push(server);
    const probes = createProbes({ userAgent: userAgentOf("1.2.3") });
    const url = `http://127.0.0.1:${server.port}/`;
    const seen = await probes.httpRequest({ method: "GET", url, addresses: [], proxy: null }, { signal });
    expect(seen.outcome).toBe("response");
    expect(server.received()).toContain("user-agent: GoodGateway/1.2.3 (network check)\r\n");
    expect((await probes.tcpConnect("127.0.0.1", server.port, { signal })).outcome).toBe("connected");
    const tls = await probes.tlsHandshake(
      { address: "127.0.0.1", port: server.port, serverName: null },
      { signal, timeoutMs: 300 },
    );
    expect(tls.outcome).not.toBe("trusted");
    expect((await probes.systemLookup("localhost", { signal })).outcome).toBe("answer");
  });

  test("asks the servers it is given in place of the system, also for requests", async () => {
    const server = await answering((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    servers.push(server);
    const port = await dnsServer();
    const probes = createProbes({ systemServers: [{ transport: "udp", address: "127.0.0.1", port }] });
    const found = await probes.systemLookup("made-up.test", { signal });
    expect(found).toMatchObject({ outcome: "answer", addresses: ["127.0.0.1"] });
    const answer = await probes.dnsQuery(
      { transport: "udp", address: "127.0.0.1", port },
      { name: "x.test", type: "A" },
      { signal },
    );
    expect(answer.outcome).toBe("answer");
    const url = `http://made-up.test:${server.port}/`;
    const seen = await probes.httpRequest({ method: "GET", url, addresses: [], proxy: null }, { signal });
    expect(seen).toMatchObject({ outcome: "response", address: "127.0.0.1" });
    expect(server.received()).toContain("user-agent: GoodGateway (network check)\r\n");
  });
});

describe("createProbes in the practice network", () => {
  const url = "http://www.site.test/";

  test.each([
    ["dropped", "connect-timeout"],
    ["refused", "connect-refused"],
    ["unreachable", "connect-unreachable"],
  ] as const)("lets a place be %s", async (where, outcome) => {
    const probes = createProbes({ dial: () => where });
    const request = { method: "GET", url, addresses: ["23.45.67.10"], proxy: null } as const;
    expect(await probes.httpRequest(request, { signal, timeoutMs: 200 })).toMatchObject({ outcome });
  });

  test("leads to a loopback port, tells the address that was asked for and trusts the network's own authority", async () => {
    const certs = makeCertificates();
    const server = createTlsServer(certs.good, (socket) => {
      socket.on("error", () => undefined);
      socket.on("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    });
    server.on("tlsClientError", () => undefined);
    const { port, close } = await listen(server);
    const dial = (): { address: string; port: number } => ({ address: "127.0.0.1", port });
    const request = { method: "GET", url: "https://site.test/", addresses: ["23.45.67.10"], proxy: null } as const;
    const own = await createProbes({ dial, extraRoots: [certs.ca] }).httpRequest(request, { signal });
    expect(own).toMatchObject({
      outcome: "response",
      address: "23.45.67.10",
      tls: { address: "23.45.67.10", port: 443 },
    });
    const peer = { address: "23.45.67.10", port: 443, serverName: "site.test" };
    const strange = await createProbes({ dial }).tlsHandshake(peer, { signal });
    expect(strange).toMatchObject({ address: "23.45.67.10", outcome: "untrusted-root", root: "none" });
    await close();
  }, 60_000);
});

test("lookupBy turns a failed look-up into no addresses", async () => {
  const lookup = lookupBy(async (name) =>
    Promise.resolve({ name, outcome: "not-found", addresses: [], errno: "EAI_NONAME", ms: 1 }),
  );
  expect(await lookup("x.test", signal)).toEqual([]);
});
