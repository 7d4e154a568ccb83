import { prepare } from "../../../electron/probes/dns/asked.ts";
import { readReply } from "../../../electron/probes/dns/read-reply.ts";
import type { Line } from "../lib/campaign.ts";
import { ID } from "./seeds.ts";

const NAME = "www.example.com";
/** Longest chain of pointers that fits where a pointer can lead (14 bits, two octets each). */
const CHAIN = 8_191;
/** One name; the whole message may hold thousands, for which see {@link manyRecords}. ms. */
const LONGEST_MS = 1;
const LONGEST_MANY_MS = 50;

/** Pointers to everywhere, chains of all lengths, rings, and thousands of records that share one long chain. */
export function compression(short: boolean): readonly Line[] {
  const one: (readonly [string, Buffer])[] = [
    ...everyTarget(512),
    ...chains(short ? 64 : 1),
    ...rings(64),
    ["a pointer to itself", withNames([pointer(33)])],
  ];
  const many: (readonly [string, Buffer])[] = [
    ["records on one chain", manyRecords(CHAIN / 2)],
    ["records on a short chain", manyRecords(100)],
  ];
  const slow = [...one.map(timed(LONGEST_MS)), ...many.map(timed(LONGEST_MANY_MS))].filter((text) => text !== null);
  for (const line of slow.slice(0, 10)) process.stdout.write(`${line}\n`);
  return [
    {
      what: "compression",
      figures: `${one.length + many.length} messages, ${slow.length} slow (over ${LONGEST_MS} ms; ${LONGEST_MANY_MS} ms where a whole message is full of them)`,
      holds: slow.length === 0,
    },
  ];
}

function timed(limitMs: number): (item: readonly [string, Buffer]) => string | null {
  const asked = prepare({ name: NAME, type: "A" });
  if (asked === null) throw new Error("not askable");
  return ([what, message]) => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const started = performance.now();
      const read = readReply(message, asked, { id: ID, edns: true, datagram: false });
      if (read.kind === "reply" && read.content.addresses.length > 0) throw new Error(`${what}: an address came out`);
      return performance.now() - started;
    });
    const least = Math.min(...times);
    return least > limitMs ? `SLOW ${what}: ${least.toFixed(2)} ms` : null;
  };
}

/** Behind a name: a record of a type that nobody reads, without data. Sound, so the reading goes on behind it. */
const OTHER_RECORD = Buffer.from([0, 99, 0, 1, 0, 0, 0, 60, 0, 0]);

/** Header, our question (33 octets together), then answers whose names are the given octets. */
function withNames(names: readonly Buffer[], tail = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(ID, 0);
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(Math.min(names.length, 65_535), 6);
  const labels = NAME.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
  const question = Buffer.concat([...labels, Buffer.from([0, 0, 1, 0, 1])]);
  const rest = Buffer.from([0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 66]);
  return Buffer.concat([header, question, ...names.flatMap((name) => [name, rest]), tail]);
}

function pointer(target: number): Buffer {
  return Buffer.from([0xc0 | (target >> 8), target & 0xff]);
}

/** The answer's name points to every place; only places behind our own name or at it would be ours. */
function everyTarget(limit: number): readonly (readonly [string, Buffer])[] {
  const tail = Buffer.alloc(limit, 0x41);
  return Array.from({ length: limit }, (_, target) => target)
    .filter((target) => target !== 12)
    .map((target) => [`a pointer to ${target}`, withNames([pointer(target)], tail)] as const);
}

/** A chain of pointers, each to the one before, in the data of a record of another type; the answer's name is its end. */
function chainMessage(length: number): Buffer {
  const data = Buffer.concat(
    Array.from({ length }, (_, index) => pointer(index === 0 ? 12 : firstAt + 2 * (index - 1))),
  );
  const record = Buffer.from([0, 0, 10, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 0xff]);
  const message = withNames([]);
  message.writeUInt16BE(2, 6);
  const answer = Buffer.concat([pointer(firstAt + 2 * (length - 1)), OTHER_RECORD]);
  return Buffer.concat([message, record, data, answer]);
}

/** Where the data of the first record begins: header 12, question 21, record's head 11. */
const firstAt = 12 + 21 + 11;

function chains(step: number): readonly (readonly [string, Buffer])[] {
  const last = CHAIN - Math.ceil(firstAt / 2);
  const lengths = Array.from({ length: Math.floor(last / step) }, (_, index) => 1 + index * step);
  return [...lengths, last].map((length) => [`a chain of ${length}`, chainMessage(length)] as const);
}

/** Rings of pointers of every size, entered from the answer's name. */
function rings(limit: number): readonly (readonly [string, Buffer])[] {
  return Array.from({ length: limit }, (_, index) => {
    const size = index + 1;
    const at = 33 + 2 + 14;
    const ring = Buffer.concat(Array.from({ length: size }, (__, place) => pointer(at + 2 * ((place + 1) % size))));
    return [`a ring of ${size}`, withNames([pointer(at)], ring)] as const;
  });
}

/** As many records as fit, each with a name at the end of one long chain. */
function manyRecords(length: number): Buffer {
  const chain = chainMessage(Math.floor(length));
  const end = firstAt + 2 * (Math.floor(length) - 1);
  const record = Buffer.concat([pointer(end), OTHER_RECORD]);
  const count = Math.floor((65_535 - chain.length) / record.length);
  const message = Buffer.concat([chain, ...Array.from({ length: count }, () => record)]);
  message.writeUInt16BE(count + 2, 6);
  return message;
}
