import { readWireName, type WireName } from "./wire-name.ts";

/** Fixed part of a message (RFC 1035, 4.1.1). */
const HEADER_OCTETS = 12;

/** What can be told of a message before its records are looked at. */
export interface MessageHead {
  readonly id: number;
  /** QR bit: a reply, not a query. */
  readonly isReply: boolean;
  /** 0 is a standard query. */
  readonly opcode: number;
  readonly truncated: boolean;
  /** The four bits of the header; EDNS can extend them. */
  readonly rcode: number;
  readonly questions: number;
  /** The first question; null when there is none or it cannot be read. */
  readonly question: { readonly name: WireName; readonly type: number; readonly class: number } | null;
  /** Records of all three sections, as the header claims. */
  readonly records: number;
}

/** Reads header and question; null when the message is shorter than a header. */
export function readHead(message: Buffer): MessageHead | null {
  if (message.length < HEADER_OCTETS) return null;
  const questions = message.readUInt16BE(4);
  const name = questions > 0 ? readWireName(message, HEADER_OCTETS) : null;
  const readable = name !== null && name.next + 4 <= message.length;
  const flags = message.readUInt16BE(2);
  return {
    id: message.readUInt16BE(0),
    isReply: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 0xf,
    truncated: (flags & 0x0200) !== 0,
    rcode: flags & 0xf,
    questions,
    question: readable
      ? { name, type: message.readUInt16BE(name.next), class: message.readUInt16BE(name.next + 2) }
      : null,
    records: message.readUInt16BE(6) + message.readUInt16BE(8) + message.readUInt16BE(10),
  };
}

const TYPE = { A: 1, NS: 2, CNAME: 5, SOA: 6, TXT: 16, AAAA: 28, OPT: 41 } as const;

/** Type NULL (RFC 1035, 3.3.10): its data is any octets, so a decoder takes it as it is. */
const NULL_TYPE = 10;

/** The types whose data is read. */
const READ_TYPES: ReadonlySet<number> = new Set(Object.values(TYPE));

/**
 * A copy that is safe to hand to the decoder; null when a record the header counts lies outside the message, a name
 * cannot be read, or data of the types we read has not the length and inner structure it must have. The decoder trusts
 * lengths and follows pointers without a bound, so records of all other types are turned into NULL: an odd signature
 * cannot spoil a good answer, and nothing is decoded that was not checked. Octets behind the last record are let pass
 * (some resolvers pad).
 */
export function soundCopy(message: Buffer, head: MessageHead): Buffer | null {
  const copy = Buffer.from(message);
  let at = HEADER_OCTETS;
  for (let index = 0; index < head.questions; index += 1) {
    const name = readWireName(message, at);
    if (name === null || name.next + 4 > message.length) return null;
    at = name.next + 4;
  }
  for (let index = 0; index < head.records; index += 1) {
    const name = readWireName(message, at);
    if (name === null || name.next + 10 > message.length) return null;
    const type = message.readUInt16BE(name.next);
    const start = name.next + 10;
    const end = start + message.readUInt16BE(name.next + 8);
    if (end > message.length || !isSoundData(message, type, start, end)) return null;
    // A pointer may lead into these two octets; the checked original and the copy would then disagree, but the decoder
    // still only meets a name of another spelling or throws.
    if (!READ_TYPES.has(type)) copy.writeUInt16BE(NULL_TYPE, name.next);
    at = end;
  }
  return copy;
}

function isSoundData(message: Buffer, type: number, start: number, end: number): boolean {
  switch (type) {
    case TYPE.A:
      return end - start === 4;
    case TYPE.AAAA:
      return end - start === 16;
    case TYPE.NS:
    case TYPE.CNAME:
      return endOfName(message, start) === end;
    case TYPE.SOA: {
      const mailbox = endOfName(message, start);
      const numbers = mailbox === null ? null : endOfName(message, mailbox);
      return numbers !== null && numbers + 20 === end;
    }
    case TYPE.TXT:
      return fillsExactly(message, { start, end, lengthOctets: 1, skip: 0 });
    case TYPE.OPT:
      return fillsExactly(message, { start, end, lengthOctets: 2, skip: 2 });
    default:
      return true;
  }
}

/** Offset behind the name at `offset`; null when there is no readable name. */
function endOfName(message: Buffer, offset: number): number | null {
  return readWireName(message, offset)?.next ?? null;
}

/** True when items of [skipped octets][length][that many octets] fill the range without rest (TXT strings, options). */
function fillsExactly(
  message: Buffer,
  range: { readonly start: number; readonly end: number; readonly lengthOctets: 1 | 2; readonly skip: number },
): boolean {
  let at = range.start;
  while (at < range.end) {
    const data = at + range.skip + range.lengthOctets;
    if (data > range.end) return false;
    at = data + message.readUIntBE(at + range.skip, range.lengthOctets);
  }
  return at === range.end;
}
