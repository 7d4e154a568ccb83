import { LIMITS } from "../limits.ts";
import { AnswerFault } from "./answer-fault.ts";
import type { ByteReader, ReadLimit } from "./byte-reader.ts";
import { type ResponseHead, parseHead } from "./response-head.ts";

/** Interim answers (RFC 9110, 15.2: 100, 102, 103) skipped before the real one; a stream of them is an attack. */
const INTERIM_LIMIT = 10;

const SIGNATURE = "HTTP/";

/** What a head's reader tells while it reads. */
export interface HeadEvents {
  /** The first byte of anything arrived. */
  readonly onFirstByte: () => void;
  /** What came is not HTTP; its first bytes, as evidence. */
  readonly onNotHttp: (bytes: Buffer) => void;
}

/** Could these bytes become a status line? Blank lines before it are skipped, as browsers do. */
function canBeHttp(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 64).replace(/^[\r\n]+/, "");
  return start.length < SIGNATURE.length ? SIGNATURE.startsWith(start) : start.startsWith(SIGNATURE);
}

/** Fields are bytes (RFC 9110, 5.5): UTF-8 where they fit it (as in addresses of redirects), else ISO 8859-1. */
function headText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

/** Where the head ends and what follows its blank line begins; null when that has not come. */
function headEnd(bytes: Buffer, from: number): { readonly end: number; readonly next: number } | null {
  for (let at = bytes.indexOf(10, from); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { end: at, next: at + 2 };
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { end: at, next: at + 3 };
  }
  return null;
}

async function readOneHead(reader: ByteReader, limit: () => ReadLimit, events: HeadEvents): Promise<ResponseHead> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const piece = await reader.read(limit());
    if (piece === null) {
      if (bytes.length === 0) throw new AnswerFault("empty-reply");
      throw new AnswerFault("cut-short");
    }
    events.onFirstByte();
    const searchFrom = Math.max(0, bytes.length - 3);
    bytes = Buffer.concat([bytes, piece]);
    if (!canBeHttp(bytes)) {
      events.onNotHttp(bytes);
      throw new AnswerFault("not-http");
    }
    const leading = /^[\r\n]*/.exec(bytes.toString("latin1", 0, 64))?.[0].length ?? 0;
    const found = headEnd(bytes, Math.max(searchFrom, leading));
    if ((found?.end ?? bytes.length) > LIMITS.httpHeaderBytes) throw new AnswerFault("error", "HEADERS_TOO_LARGE");
    if (found === null) continue;
    reader.unread(bytes.subarray(found.next));
    const head = parseHead(headText(bytes.subarray(leading, found.end)).replace(/\r$/, ""));
    if (head !== null) return head;
    events.onNotHttp(bytes);
    throw new AnswerFault("not-http");
  }
}

/** The final answer's head; interim ones are skipped. Throws {@link AnswerFault}. */
export async function readHead(reader: ByteReader, limit: () => ReadLimit, events: HeadEvents): Promise<ResponseHead> {
  for (let interim = 0; interim <= INTERIM_LIMIT; interim += 1) {
    const head = await readOneHead(reader, limit, events);
    // 101 ends HTTP on this connection; nobody asked for it, so it is the answer.
    if (head.status >= 200 || head.status === 101) return head;
  }
  throw new AnswerFault("not-http", "TOO_MANY_INTERIM_ANSWERS");
}
