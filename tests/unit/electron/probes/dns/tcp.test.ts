import { afterEach, describe, expect, it } from "vitest";
import type { DnsObservation } from "../../../../../shared/model/facts/dns-facts.ts";
import { dnsQuery } from "../../../../../electron/probes/dns/dns-query.ts";
import { createFrameReader, frameOf } from "../../../../../electron/probes/dns/frame-reader.ts";
import { a, answerFrames, framed, live, nothingLeft, replyTo, tcpServer, type Responder } from "./fake-dns-server.ts";

const NAME = "www.example";
const good = (query: Buffer): Buffer => replyTo(query, { answers: [a(NAME, "192.0.2.1")] });

type Server = Awaited<ReturnType<typeof tcpServer>>;
const opened: Server[] = [];
afterEach(async () => {
  // Our side closes every connection by itself, whatever the outcome.
  await nothingLeft(() => opened.reduce((sum, one) => sum + one.connections.size, 0));
  await Promise.all(opened.splice(0).map(async (one) => one.close()));
});

async function server(onConnection: Parameters<typeof tcpServer>[0]): Promise<number> {
  const made = await tcpServer(onConnection);
  opened.push(made);
  return made.port;
}

const answering = async (respond: Responder): Promise<number> => server(answerFrames(respond));

async function ask(port: number, timeoutMs = 20_000): Promise<DnsObservation> {
  return dnsQuery(
    { transport: "tcp", address: "127.0.0.1", port },
    { name: NAME, type: "A" },
    { ...live(), timeoutMs },
  );
}

describe("a query over TCP", () => {
  it("gives the answer", async () => {
    const port = await answering((query) => [framed(good(query))]);
    expect(await ask(port)).toMatchObject({
      outcome: "answer",
      transport: "tcp",
      addresses: ["192.0.2.1"],
      usedTcp: false,
      server: `127.0.0.1:${port}`,
    });
  });

  it("puts an answer together that comes octet by octet", async () => {
    const port = await server((socket) => {
      answerFrames((query) => {
        const octets = [...framed(good(query))];
        const drip = setInterval(() => {
          const octet = octets.shift();
          if (octet === undefined || socket.destroyed) clearInterval(drip);
          else socket.write(Buffer.from([octet]));
        }, 1);
        return [];
      })(socket);
    });
    expect((await ask(port)).outcome).toBe("answer");
  });

  it("counts foreign messages in front of the answer", async () => {
    const port = await answering((query) => [
      Buffer.concat([framed(replyTo(query, { id: query.readUInt16BE(0) ^ 1 })), framed(query), framed(good(query))]),
    ]);
    expect(await ask(port)).toMatchObject({ outcome: "answer", rejectedReplies: 2 });
  });

  it("gives up on a peer that sends nothing but foreign messages", async () => {
    const port = await answering((query) => Array.from({ length: 100 }, () => framed(query)));
    expect(await ask(port)).toMatchObject({ outcome: "malformed", rejectedReplies: 16 });
  });

  it("does not look at what is pipelined behind the answer", async () => {
    const port = await answering((query) => [
      Buffer.concat([framed(good(query)), framed(Buffer.alloc(99, 0xff)), framed(query)]),
    ]);
    expect(await ask(port)).toMatchObject({ outcome: "answer", rejectedReplies: 0 });
  });

  it("reads an answer of the largest size", async () => {
    const answers = Array.from({ length: 1_900 }, (_, at) => a(NAME, `10.1.${at >> 8}.${at & 255}`));
    const port = await answering((query) => [framed(replyTo(query, { answers }))]);
    expect((await ask(port)).addresses).toHaveLength(256);
  });

  it.each<[string, (query: Buffer) => Buffer]>([
    ["a broken answer", (query) => framed(good(query).subarray(0, -1))],
    ["our id and no more", (query) => framed(query.subarray(0, 2))],
  ])("is malformed with %s", async (_what, make) => {
    const port = await answering((query) => [make(query)]);
    expect((await ask(port)).outcome).toBe("malformed");
  });

  it.each<[string, (query: Buffer) => Buffer]>([
    ["before the first octet", () => Buffer.alloc(0)],
    ["inside the length", () => Buffer.from([0])],
    ["inside the message", (query) => framed(good(query)).subarray(0, 20)],
    ["behind an empty message", () => Buffer.from([0, 0])],
  ])("is connection-closed when it is cut %s", async (_what, make) => {
    const port = await server((socket) => {
      socket.on("data", (chunk: Buffer) => socket.end(make(chunk.subarray(2))));
    });
    expect(await ask(port)).toMatchObject({ outcome: "connection-closed", errno: null, rcode: null });
  });

  it("is connection-closed with the error's name when it is reset", async () => {
    const port = await server((socket) => {
      socket.on("data", () => socket.resetAndDestroy());
    });
    expect(await ask(port)).toMatchObject({ outcome: "connection-closed", errno: "ECONNRESET" });
  });

  it("is unreachable when nobody listens", async () => {
    const made = await tcpServer(() => undefined);
    await made.close();
    expect(await ask(made.port)).toMatchObject({ outcome: "unreachable", errno: "ECONNREFUSED" });
  });

  it("is a time-out when nothing comes", async () => {
    const port = await server((socket) => {
      socket.resume();
    });
    expect(await ask(port, 200)).toMatchObject({ outcome: "timeout", errno: null });
  });

  it("ends when it is called off half way", async () => {
    const abort = new AbortController();
    const port = await server((socket) => {
      socket.on("data", () => {
        socket.write(Buffer.from([0, 50, 1]));
        abort.abort();
      });
    });
    const target = { transport: "tcp", address: "127.0.0.1", port } as const;
    const observation = await dnsQuery(target, { name: NAME, type: "A" }, { signal: abort.signal, timeoutMs: 20_000 });
    expect(observation.outcome).toBe("cancelled");
  });
});

describe("the frame reader", () => {
  it("gives whole messages in order, however the stream is cut", () => {
    const messages = [Buffer.from("one"), Buffer.alloc(0), Buffer.alloc(700, 7), Buffer.from("four")];
    const stream = Buffer.concat(messages.map(frameOf));
    for (const size of [1, 2, 3, 5, 64, 701, stream.length]) {
      const reader = createFrameReader();
      const got: Buffer[] = [];
      for (let at = 0; at < stream.length; at += size) got.push(...reader.push(stream.subarray(at, at + size)));
      expect(got.filter((message) => message.length > 0)).toEqual(messages.filter((message) => message.length > 0));
    }
  });
});
