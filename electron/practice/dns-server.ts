import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { decode, encode, type Answer, type Packet } from "dns-packet";
import type { ResolverBehaviour, ZoneEntry } from "./scenario.ts";

/** A running DNS server of the practice network. */
export interface PracticeDns {
  readonly port: number;
  close(): Promise<void>;
}

type Zone = Readonly<Record<string, ZoneEntry>>;

/** Seconds; long enough that nobody asks twice within one check-up. */
const TTL = 300;

/** Starts one resolver on loopback (UDP) that behaves as told. */
export async function startDns(zone: Zone, behaviour: ResolverBehaviour): Promise<PracticeDns> {
  const socket = createSocket("udp4");
  const timers = new Set<NodeJS.Timeout>();
  socket.on("message", (bytes, peer) => {
    if (behaviour.kind === "silent") return;
    const reply = replyTo(bytes, zone, behaviour);
    if (reply === null) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        socket.send(reply, peer.port, peer.address);
      },
      behaviour.kind === "honest" ? (behaviour.delayMs ?? 0) : 0,
    );
    timers.add(timer);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { port: socket.address().port, close: () => closeAll(socket, timers) };
}

async function closeAll(socket: Socket, timers: ReadonlySet<NodeJS.Timeout>): Promise<void> {
  for (const timer of timers) clearTimeout(timer);
  const closed = once(socket, "close");
  socket.close();
  await closed;
}

/** The reply's bytes; null for what is not a query. */
function replyTo(bytes: Buffer, zone: Zone, behaviour: ResolverBehaviour): Buffer | null {
  let query: Packet;
  try {
    query = decode(bytes);
  } catch {
    return null;
  }
  const question = query.questions?.[0];
  if (query.type !== "query" || question === undefined) return null;
  const { rcode, addresses, blocked } = answerFor(question.name.toLowerCase(), question.type, zone, behaviour);
  const type = question.type === "AAAA" ? "AAAA" : "A";
  const answers: Answer[] = addresses.map((data) => ({ type, name: question.name, ttl: TTL, class: "IN", data }));
  return encode({
    type: "response",
    id: query.id ?? 0,
    // RD and RA: it is a recursive resolver. The low four bits are the RCODE (RFC 1035, 4.1.1).
    flags: 0x0100 | 0x0080 | rcode,
    questions: [question],
    answers,
    additionals: blocked ? [extendedErrorBlocked()] : [],
  });
}

interface Reply {
  readonly rcode: number;
  readonly addresses: readonly string[];
  readonly blocked: boolean;
}

const NOERROR = 0;
const SERVFAIL = 2;
const NXDOMAIN = 3;

function answerFor(name: string, type: string, zone: Zone, behaviour: ResolverBehaviour): Reply {
  return ownAnswer(name, type === "A", behaviour) ?? honestAnswer(zone[name], type);
}

const EMPTY: Reply = { rcode: NOERROR, addresses: [], blocked: false };

/** What a misbehaving resolver says by itself; null where it answers honestly. */
function ownAnswer(name: string, wantsV4: boolean, behaviour: ResolverBehaviour): Reply | null {
  const only = (address: string): Reply => (wantsV4 ? { ...EMPTY, addresses: [address] } : EMPTY);
  switch (behaviour.kind) {
    case "failing":
      return { ...EMPTY, rcode: SERVFAIL };
    case "hijack":
      return only(behaviour.address);
    case "filter":
      return behaviour.names.includes(name)
        ? { ...EMPTY, addresses: [wantsV4 ? "0.0.0.0" : "::"], blocked: true }
        : null;
    case "stale": {
      const old = behaviour.old[name];
      return old === undefined ? null : only(old);
    }
    case "honest":
    case "silent":
      return null;
  }
}

function honestAnswer(entry: ZoneEntry | undefined, type: string): Reply {
  if (entry === undefined) return { ...EMPTY, rcode: NXDOMAIN };
  if (entry.failing === true) return { ...EMPTY, rcode: SERVFAIL };
  if (type === "A") return { ...EMPTY, addresses: entry.a ?? [] };
  return type === "AAAA" ? { ...EMPTY, addresses: entry.aaaa ?? [] } : EMPTY;
}

/** An OPT record with the extended error "Blocked" (RFC 8914: option 15, info code 15). */
function extendedErrorBlocked(): Answer {
  const data = Buffer.concat([Buffer.from([0, 15]), Buffer.from("blocked by the filter you set up", "utf8")]);
  // dns-packet takes any option by code and data; its types only know the named ones.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [{ code: 15, data }],
  } as unknown as Answer;
}
