import { decode, encode, type Answer, type DecodedPacket } from "dns-packet";
import { createSocket, type RemoteInfo } from "node:dgram";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { vi } from "vitest";

/** What a fake server makes of one query: the messages to send back, in order. None: silence. */
export type Responder = (query: Buffer, count: number) => readonly Buffer[];

export interface FakeServer {
  readonly port: number;
  /** Every query that came, in order. */
  readonly queries: Buffer[];
  close(): Promise<void>;
}

export interface FakeUdpServer extends FakeServer {
  /** Source ports of the queries, in order. */
  readonly ports: number[];
  readonly send: (message: Buffer, to: RemoteInfo) => void;
}

/** A DNS server over UDP on loopback. */
export async function udpServer(respond: Responder, address = "127.0.0.1"): Promise<FakeUdpServer> {
  const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
  const queries: Buffer[] = [];
  const ports: number[] = [];
  const send = (message: Buffer, to: RemoteInfo): void => {
    socket.send(message, to.port, to.address);
  };
  socket.on("message", (query, from) => {
    queries.push(query);
    ports.push(from.port);
    for (const reply of respond(query, queries.length)) send(reply, from);
  });
  await new Promise<void>((resolve) => {
    socket.bind(0, address, resolve);
  });
  return {
    port: socket.address().port,
    queries,
    ports,
    send,
    close: async () => new Promise((resolve) => void socket.close(resolve)),
  };
}

/** Any TCP server on loopback; `onConnection` gets every connection. */
export async function tcpServer(
  onConnection: (socket: Socket) => void,
  port = 0,
): Promise<FakeServer & { readonly connections: Set<Socket> }> {
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
    socket.on("error", () => socket.destroy());
    onConnection(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    queries: [],
    connections,
    close: async () =>
      new Promise((resolve) => {
        for (const socket of connections) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** A message with its length in front. */
export function framed(message: Buffer): Buffer {
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16BE(message.length);
  return Buffer.concat([prefix, message]);
}

/** Answers framed queries on a stream by `respond`; what it returns is written as it is. */
export function answerFrames(respond: Responder): (socket: Socket) => void {
  return (socket) => {
    let buffered = Buffer.alloc(0);
    let count = 0;
    socket.on("data", (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
        const length = buffered.readUInt16BE(0);
        count += 1;
        for (const reply of respond(buffered.subarray(2, 2 + length), count)) socket.write(reply);
        buffered = buffered.subarray(2 + length);
      }
    });
  };
}

export interface ReplyParts {
  readonly rcode?: number;
  readonly answers?: readonly Answer[];
  readonly authorities?: readonly Answer[];
  readonly additionals?: readonly Answer[];
  /** Header bits to set besides QR and RCODE. */
  readonly flags?: number;
  readonly id?: number;
  readonly questions?: DecodedPacket["questions"];
}

/** A reply to a query as a correct server would write it, with what `parts` changes. */
export function replyTo(query: Buffer, parts: ReplyParts = {}): Buffer {
  const asked = decode(query);
  return encode({
    type: "response",
    id: parts.id ?? asked.id ?? 0,
    flags: (parts.flags ?? 0) | (parts.rcode ?? 0),
    questions: parts.questions ?? asked.questions ?? [],
    answers: [...(parts.answers ?? [])],
    authorities: [...(parts.authorities ?? [])],
    additionals: [...(parts.additionals ?? [])],
  });
}

/** Name of the first question of a query. */
export function nameOf(query: Buffer): string {
  return decode(query).questions?.[0]?.name ?? "";
}

/** Type of the first question of a query. */
export function typeOf(query: Buffer): string {
  return decode(query).questions?.[0]?.type ?? "";
}

export function a(name: string, data: string, ttl = 300): Answer {
  return { type: "A", name, data, ttl };
}

export function aaaa(name: string, data: string, ttl = 300): Answer {
  return { type: "AAAA", name, data, ttl };
}

export function cname(name: string, data: string, ttl = 300): Answer {
  return { type: "CNAME", name, data, ttl };
}

/** An OPT record with extended errors (RFC 8914) and upper RCODE bits. */
export function opt(errors: readonly { code: number; text: string }[] = [], extendedRcode = 0): Answer {
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize: 1_232,
    extendedRcode,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: errors.map(({ code, text }) => {
      const head = Buffer.alloc(2);
      head.writeUInt16BE(code);
      // The typings know no option 15.
      return { code: 15 as 12, data: Buffer.concat([head, Buffer.from(text)]) };
    }),
  };
}

export const live = (): { readonly signal: AbortSignal } => ({ signal: new AbortController().signal });

/** Waits until nothing is left of what `leftovers` counts; fails a test that leaks. */
export async function nothingLeft(leftovers: () => number): Promise<void> {
  await vi.waitFor(
    () => {
      if (leftovers() > 0) throw new Error(`${leftovers()} left open`);
    },
    { timeout: 5_000, interval: 20 },
  );
}
