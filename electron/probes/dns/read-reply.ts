import { decode, type DecodedPacket } from "dns-packet";
import type { Asked } from "./asked.ts";
import { readHead, soundCopy, type MessageHead } from "./message-guard.ts";
import { readContent, type ReplyContent } from "./reply-content.ts";
import { spells } from "./wire-name.ts";

/** What a message that came in is to us. */
export type ReadReply =
  /** Not an answer to our question (wrong id, a query, another question): thrown away and counted. */
  | { readonly kind: "foreign" }
  /** Carries our id, but its question cannot be read: perhaps a broken resolver, perhaps a guess. */
  | { readonly kind: "unreadable" }
  /** Answers our question, but the rest is broken. */
  | { readonly kind: "malformed" }
  /** Answers our question, cut to fit a datagram: to be asked again over TCP. */
  | { readonly kind: "truncated" }
  /** A server that does not know EDNS: to be asked again without (RFC 6891, 6.2.2). */
  | { readonly kind: "no-edns" }
  | { readonly kind: "reply"; readonly content: ReplyContent };

/** RCODEs a server without EDNS may answer with. */
const FORMERR = 1;
const NOTIMP = 4;

/** How a reply is to be read. */
export interface ReadHow {
  readonly id: number;
  /** We sent EDNS. */
  readonly edns: boolean;
  /** It came in a datagram, so a set TC bit means "ask over TCP". */
  readonly datagram: boolean;
}

/** Judges one message. Never throws, whatever the octets. */
export function readReply(message: Buffer, asked: Asked, how: ReadHow): ReadReply {
  const head = readHead(message);
  if (head === null) {
    return { kind: message.length >= 2 && message.readUInt16BE(0) === how.id ? "unreadable" : "foreign" };
  }
  if (head.id !== how.id || !head.isReply || head.opcode !== 0) return { kind: "foreign" };
  const early = judgeQuestion(head, asked, how);
  if (early !== null) return { kind: early };
  const packet = decodeSound(message, head);
  if (packet === null) return { kind: "malformed" };
  const known = packet.additionals?.some((answer) => answer.type === "OPT") === true;
  if (how.edns && !known && (head.rcode === FORMERR || head.rcode === NOTIMP)) return { kind: "no-edns" };
  return { kind: "reply", content: readContent(packet, asked, head.rcode) };
}

/** What header and question decide already; null when the records must be read. */
function judgeQuestion(head: MessageHead, asked: Asked, how: ReadHow): "foreign" | "unreadable" | "truncated" | null {
  // A server that could not parse the query has no question to repeat; such a reply can only say that it failed.
  if (head.questions === 0) return head.rcode === FORMERR || head.rcode === NOTIMP ? null : "foreign";
  if (head.question === null) return "unreadable";
  const { name, type, class: classCode } = head.question;
  const ours =
    head.questions === 1 && type === asked.typeCode && classCode === asked.classCode && spells(name.labels, asked.name);
  if (!ours) return "foreign";
  return head.truncated && how.datagram ? "truncated" : null;
}

/** The decoded packet; null when the structure is broken or the decoder cannot make sense of it. */
function decodeSound(message: Buffer, head: MessageHead): DecodedPacket | null {
  const copy = soundCopy(message, head);
  if (copy === null) return null;
  try {
    return decode(copy);
  } catch {
    // What the guard does not look into (the inside of single EDNS options) may still be broken.
    return null;
  }
}
