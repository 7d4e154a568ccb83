import { createSocket } from "node:dgram";
import { afterEach, describe, expect, it } from "vitest";
import type { DnsObservation } from "../../../../../shared/model/facts/dns-facts.ts";
import { dnsQuery } from "../../../../../electron/probes/dns/dns-query.ts";
import type { DnsQuestion, DnsServer } from "../../../../../electron/probes/probes.ts";
import {
  a,
  answerFrames,
  framed,
  live,
  nothingLeft,
  opt,
  replyTo,
  tcpServer,
  udpServer,
  type FakeServer,
  type FakeUdpServer,
  type ReplyParts,
  type Responder,
} from "./fake-dns-server.ts";

const NAME = "www.example";
const ADDRESS = "192.0.2.1";
const QUESTION: DnsQuestion = { name: NAME, type: "A" };
const good = (query: Buffer): Buffer => replyTo(query, { answers: [a(NAME, ADDRESS)] });

const opened: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (one) => one.close()));
  // Whatever a query opened is closed again with it.
  await nothingLeft(
    () => process.getActiveResourcesInfo().filter((name) => name.startsWith("UDP") || name.startsWith("TCPS")).length,
  );
});

async function server(respond: Responder): Promise<FakeUdpServer> {
  const made = await udpServer(respond);
  opened.push(made);
  return made;
}

async function ask(port: number, timeoutMs?: number, question = QUESTION): Promise<DnsObservation> {
  const target: DnsServer = { transport: "udp", address: "127.0.0.1", port };
  return dnsQuery(target, question, { ...live(), ...(timeoutMs === undefined ? {} : { timeoutMs }) });
}

describe("a query over UDP", () => {
  it("gives the answer with everything it says", async () => {
    const { port, queries } = await server((query) => [
      replyTo(query, {
        answers: [a(NAME, ADDRESS, 42)],
        flags: 1 << 5,
        additionals: [opt([{ code: 3, text: "stale" }])],
      }),
    ]);
    const observation = await ask(port);
    expect(observation).toEqual({
      server: `127.0.0.1:${port}`,
      transport: "udp",
      name: NAME,
      type: "A",
      outcome: "answer",
      rcode: "NOERROR",
      addresses: [ADDRESS],
      records: [],
      cnames: [],
      ttl: 42,
      ede: [{ code: 3, text: "stale" }],
      authenticated: true,
      usedTcp: false,
      rejectedReplies: 0,
      errno: null,
      ms: expect.any(Number) as number,
    });
    expect(queries).toHaveLength(1);
  });

  it("works over IPv6", async () => {
    const made = await udpServer((query) => [good(query)], "::1");
    opened.push(made);
    const observation = await dnsQuery({ transport: "udp", address: "::1", port: made.port }, QUESTION, live());
    expect(observation).toMatchObject({ outcome: "answer", server: `[::1]:${made.port}` });
  });

  it.each([
    [0, "no-data"],
    [2, "servfail"],
    [3, "nxdomain"],
    [5, "refused"],
    [9, "other-rcode"],
  ])("says RCODE %i as %s after one query", async (rcode, outcome) => {
    const { port, queries } = await server((query) => [replyTo(query, { rcode })]);
    expect((await ask(port)).outcome).toBe(outcome);
    expect(queries).toHaveLength(1);
  });

  it("asks again without EDNS where the server does not know it", async () => {
    const { port, queries } = await server((query, count) => [
      count === 1 ? replyTo(query, { rcode: 1, questions: [] }) : good(query),
    ]);
    expect(await ask(port)).toMatchObject({ outcome: "answer", rcode: "NOERROR" });
    expect(queries).toHaveLength(2);
    expect(queries[1]?.readUInt16BE(10)).toBe(0);
  });

  it("is other-rcode when the server answers FORMERR without EDNS too", async () => {
    const { port } = await server((query) => [replyTo(query, { rcode: 1 })]);
    expect(await ask(port)).toMatchObject({ outcome: "other-rcode", rcode: "FORMERR" });
  });

  it("tries a second time from another port and with another id", async () => {
    const { port, queries, ports } = await server((query, count) => (count === 1 ? [] : [good(query)]));
    expect((await ask(port, 4_500)).outcome).toBe("answer");
    expect(new Set(ports).size).toBe(2);
    expect(queries[0]?.readUInt16BE(0)).not.toBe(queries[1]?.readUInt16BE(0));
  });

  it("takes an answer to the first try that comes during the second", async () => {
    let first: Buffer | null = null;
    const { port } = await server((query, count) => {
      if (count === 1) first = query;
      return [];
    });
    const made = opened[0] as FakeUdpServer;
    const answerLate = setInterval(() => {
      if (made.queries.length < 2 || first === null || made.ports[0] === undefined) return;
      clearInterval(answerLate);
      made.send(good(first), { address: "127.0.0.1", port: made.ports[0], family: "IPv4", size: 0 });
    }, 10);
    expect((await ask(port, 4_500)).outcome).toBe("answer");
  });

  it("is a time-out when nothing comes, after two tries", async () => {
    const { port, queries } = await server(() => []);
    const observation = await ask(port, 1_500);
    expect(observation).toMatchObject({ outcome: "timeout", errno: null, rcode: null, rejectedReplies: 0 });
    expect(observation.ms).toBeGreaterThanOrEqual(1_495);
    expect(queries).toHaveLength(2);
  });

  it("is unreachable at once when nobody listens", async () => {
    const made = await udpServer(() => []);
    await made.close();
    const observation = await ask(made.port, 30_000);
    expect(observation).toMatchObject({ outcome: "unreachable", errno: "ECONNREFUSED" });
    expect(observation.ms).toBeLessThan(10_000);
  });

  it.runIf(process.platform === "linux")("is unreachable when this machine refuses to send", async () => {
    const broadcast: DnsServer = { transport: "udp", address: "127.255.255.255", port: 53 };
    expect(await dnsQuery(broadcast, QUESTION, live())).toMatchObject({ outcome: "unreachable", errno: "EACCES" });
  });

  it("is malformed when the answer is broken", async () => {
    const { port } = await server((query) => [good(query).subarray(0, -3)]);
    expect((await ask(port)).outcome).toBe("malformed");
  });

  it("is malformed in the end when only unreadable replies with our id came", async () => {
    const { port } = await server((query) => [query.subarray(0, 8)]);
    expect(await ask(port, 600)).toMatchObject({ outcome: "malformed", errno: null });
  });

  it("ends when it is called off, before and during", async () => {
    const { port, queries } = await server(() => []);
    const target: DnsServer = { transport: "udp", address: "127.0.0.1", port };
    expect((await dnsQuery(target, QUESTION, { signal: AbortSignal.abort() })).outcome).toBe("cancelled");
    expect(queries).toHaveLength(0);
    const abort = new AbortController();
    const pending = dnsQuery(target, QUESTION, { signal: abort.signal, timeoutMs: 60_000 });
    await expect.poll(() => queries.length).toBe(1);
    abort.abort();
    expect(await pending).toMatchObject({ outcome: "cancelled", errno: null });
  });

  it.each<[string, DnsServer, string]>([
    ["a name as address", { transport: "udp", address: "localhost", port: 53 }, "ERR_INVALID_ADDRESS"],
    ["port 0", { transport: "udp", address: "127.0.0.1", port: 0 }, "ERR_SOCKET_BAD_PORT"],
    ["port 70000", { transport: "tcp", address: "127.0.0.1", port: 70_000 }, "ERR_SOCKET_BAD_PORT"],
  ])("is an error with nothing sent for %s", async (_what, target, errno) => {
    expect(await dnsQuery(target, QUESTION, live())).toMatchObject({ outcome: "error", errno });
  });

  it("is an error with nothing sent for a name that cannot be asked for", async () => {
    const { port, queries } = await server((query) => [good(query)]);
    expect(await ask(port, 500, { name: "a..b", type: "A" })).toMatchObject({
      outcome: "error",
      errno: "ERR_INVALID_NAME",
    });
    expect(queries).toHaveLength(0);
  });
});

describe("forged replies over UDP", () => {
  const FORGED = "203.0.113.66";
  const forge = (query: Buffer, parts: ReplyParts): Buffer => replyTo(query, { answers: [a(NAME, FORGED)], ...parts });
  const forgeries: readonly [string, (query: Buffer) => Buffer][] = [
    ["wrong id", (query) => forge(query, { id: query.readUInt16BE(0) ^ 1 })],
    ["another name", (query) => forge(query, { questions: [{ name: "www.exampel", type: "A" }] })],
    ["another type", (query) => forge(query, { questions: [{ name: NAME, type: "AAAA" }] })],
    ["another class", (query) => forge(query, { questions: [{ name: NAME, type: "A", class: "CH" }] })],
    ["no question", (query) => forge(query, { questions: [] })],
    ["the query itself", (query) => query],
    ["noise", () => Buffer.from("not a message at all, but longer than a header")],
    ["nothing", () => Buffer.alloc(0)],
  ];

  it.each(forgeries)("with %s are counted and the right one awaited", async (_what, make) => {
    const { port } = await server((query) => [make(query), make(query), good(query)]);
    expect(await ask(port, 20_000)).toMatchObject({ outcome: "answer", addresses: [ADDRESS], rejectedReplies: 2 });
  });

  it.each(forgeries)("with %s alone never become an answer", async (_what, make) => {
    const { port } = await server((query) => [make(query)]);
    const observation = await ask(port, 400);
    expect(observation).toMatchObject({ outcome: "timeout", addresses: [] });
    expect(observation.rejectedReplies).toBeGreaterThan(0);
  });

  it("with a guessed broken question do not end the waiting", async () => {
    const { port } = await server((query) => [query.subarray(0, 12), good(query)]);
    expect(await ask(port, 20_000)).toMatchObject({ outcome: "answer", rejectedReplies: 1 });
  });

  it("from another port or another address never arrive", async () => {
    const otherPort = createSocket("udp4");
    const otherAddress = createSocket("udp4");
    const { port } = await server((query) => {
      const made = opened[0] as FakeUdpServer;
      const to = made.ports.at(-1) ?? 0;
      otherPort.send(forge(query, {}), to, "127.0.0.1");
      otherAddress.send(forge(query, {}), to, "127.0.0.1");
      // The right answer comes well behind the forged ones.
      setTimeout(() => {
        made.send(good(query), { address: "127.0.0.1", port: to, family: "IPv4", size: 0 });
      }, 100);
      return [];
    });
    await new Promise<void>((resolve) => void otherPort.bind(0, "127.0.0.1", resolve));
    await new Promise<void>((resolve) => void otherAddress.bind(port, "127.0.0.2", resolve));
    expect(await ask(port, 20_000)).toMatchObject({ outcome: "answer", addresses: [ADDRESS] });
    otherPort.close();
    otherAddress.close();
  });
});

const cut = (query: Buffer): Buffer => replyTo(query, { flags: 1 << 9 });

async function withTcp(respond: Responder): Promise<number> {
  const { port } = await server((query) => [cut(query)]);
  opened.push(await tcpServer(answerFrames(respond), port));
  return port;
}

describe("a truncated answer", () => {
  it("is asked for over TCP at the same server", async () => {
    const port = await withTcp((query) => [framed(good(query))]);
    expect(await ask(port)).toMatchObject({ outcome: "answer", addresses: [ADDRESS], transport: "udp", usedTcp: true });
  });

  it("gives what TCP gave when that fails", async () => {
    const { port } = await server((query) => [cut(query)]);
    expect(await ask(port)).toMatchObject({ outcome: "unreachable", errno: "ECONNREFUSED", usedTcp: true });
  });

  it("drops EDNS over TCP as well when the server wants that", async () => {
    const port = await withTcp((query) => [framed(replyTo(query, query.readUInt16BE(10) === 0 ? {} : { rcode: 4 }))]);
    expect(await ask(port)).toMatchObject({ outcome: "no-data", usedTcp: true });
  });
});
