import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { decode, encode, type DecodedPacket } from "dns-packet";
import { dnsQuery } from "../../../electron/probes/dns/dns-query.ts";
import type { Line } from "../lib/campaign.ts";

const NAME = "www.example.com";
const TRUE = "192.0.2.1";
const FORGED = "203.0.113.66";
/** Questions under way at once. */
const AT_ONCE = 40;
/** The true answer comes this much after the forged ones, ms. */
const TRUE_AFTER_MS = 3;

interface Stage {
  /** The server that is asked. */
  readonly server: Socket;
  /** Another port of the same address. */
  readonly otherPort: Socket;
  /** The same port of another address. */
  readonly otherAddress: Socket;
}

type Forge = (asked: DecodedPacket, stage: Stage) => { readonly from: Socket; readonly message: Buffer };

const answer = (name: string) => [{ type: "A" as const, name, data: FORGED, ttl: 60 }];

function reply(asked: DecodedPacket, change: Parameters<typeof encode>[0] = {}): Buffer {
  return encode({
    type: "response",
    id: asked.id ?? 0,
    questions: asked.questions ?? [],
    answers: answer(NAME),
    ...change,
  });
}

/** What somebody who forges answers can get wrong, and what must therefore never be taken. */
const CLASSES: Readonly<Record<string, Forge>> = {
  "another id": (asked, { server }) => ({
    from: server,
    message: reply(asked, { id: ((asked.id ?? 0) + 1) % 65_536 }),
  }),
  "another port": (asked, { otherPort }) => ({ from: otherPort, message: reply(asked) }),
  "another address": (asked, { otherAddress }) => ({ from: otherAddress, message: reply(asked) }),
  "another name asked": (asked, { server }) => ({
    from: server,
    message: reply(asked, { questions: [{ name: "www.example.org", type: "A", class: "IN" }] }),
  }),
  "another type asked": (asked, { server }) => ({
    from: server,
    message: reply(asked, { questions: [{ name: NAME, type: "AAAA", class: "IN" }] }),
  }),
  "a query, no reply": (asked, { server }) => ({ from: server, message: reply(asked, { type: "query" }) }),
  "two questions": (asked, { server }) => ({
    from: server,
    message: reply(asked, {
      questions: [...(asked.questions ?? []), { name: "www.example.org", type: "A", class: "IN" }],
    }),
  }),
  "another operation": (asked, { server }) => {
    const message = reply(asked);
    // Opcode 2, "server status" (RFC 1035, 4.1.1).
    message.writeUInt16BE(message.readUInt16BE(2) | (2 << 11), 2);
    return { from: server, message };
  },
};

/** Forged answers of eight classes, then the true one: none of the forged is taken, and what reached us is counted. */
export async function spoofed(each: number): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [what, forge] of Object.entries(CLASSES)) {
    // One class after the other: each has its own server.
    // oxlint-disable-next-line no-await-in-loop
    lines.push(await oneClass(what, forge, each));
  }
  return lines;
}

async function oneClass(what: string, forge: Forge, each: number): Promise<Line> {
  const server = await bound("127.0.0.1");
  const { port } = server.address();
  const stage: Stage = { server, otherPort: await bound("127.0.0.1"), otherAddress: await bound("127.0.0.2", port) };
  server.on("message", (query: Buffer, from: RemoteInfo) => {
    const asked = decode(query);
    const forged = forge(asked, stage);
    forged.from.send(forged.message, from.port, from.address);
    setTimeout(() => {
      const answers = [{ type: "A" as const, name: NAME, data: TRUE, ttl: 60 }];
      server.send(reply(asked, { answers }), from.port, from.address);
    }, TRUE_AFTER_MS);
  });
  const seen = { taken: 0, right: 0, noticed: 0 };
  let left = each;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      // oxlint-disable-next-line no-await-in-loop -- many of these run side by side
      const { addresses, rejectedReplies } = await dnsQuery(
        { transport: "udp", address: "127.0.0.1", port },
        { name: NAME, type: "A" },
        { signal: new AbortController().signal },
      );
      if (addresses.includes(FORGED)) seen.taken += 1;
      if (addresses.length === 1 && addresses[0] === TRUE) seen.right += 1;
      if (rejectedReplies > 0) seen.noticed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const socket of Object.values(stage)) (socket as Socket).close();
  // From another port or address the kernel lets nothing in: there is nothing to notice.
  const fromElsewhere = what === "another port" || what === "another address";
  const noticed = fromElsewhere ? "not let in" : `${seen.noticed} noticed`;
  return {
    what: `forged: ${what}`,
    figures: `${each} sent, ${seen.taken} taken, ${noticed}, ${seen.right} true answers taken`,
    holds: seen.taken === 0 && seen.right === each && (fromElsewhere || seen.noticed === each),
  };
}

function bound(address: string, port = 0): Promise<Socket> {
  const socket = createSocket("udp4");
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, address, () => resolve(socket));
  });
}
