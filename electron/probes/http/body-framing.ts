import { AnswerFault } from "./answer-fault.ts";
import type { ByteReader, ReadLimit } from "./byte-reader.ts";
import { type ResponseHead, listOf } from "./response-head.ts";

/** How the end of a body is told (RFC 9112, 6.3). */
export type Framing =
  | { readonly kind: "none" }
  | { readonly kind: "length"; readonly bytes: number }
  | { readonly kind: "chunked" }
  | { readonly kind: "until-close" };

/** Longest chunk-size or trailer line: nobody sends more than a few characters. */
const LINE_BYTES = 8 * 1024;

/** Trailer lines read; they are thrown away. */
const TRAILER_LINES = 100;

/**
 * The framing of an answer. As in browsers, chunked wins over a length (RFC 9112, 6.1), and is unknown to HTTP/1.0.
 * Two different lengths make the answer unreadable; one that is no number is ignored.
 */
export function framingOf(head: ResponseHead, method: "GET" | "HEAD" | "CONNECT"): Framing {
  const { status, headers, httpVersion } = head;
  if (method === "HEAD" || status < 200 || status === 204 || status === 304) return { kind: "none" };
  if (httpVersion === "1.1" && listOf(headers, "transfer-encoding").at(-1) === "chunked") return { kind: "chunked" };
  const lengths = new Set(listOf(headers, "content-length").filter((value) => /^\d{1,15}$/.test(value)));
  if (lengths.size > 1) throw new AnswerFault("bad-encoding", "CONTENT_LENGTH_CONFLICT");
  const [length] = lengths;
  return length === undefined ? { kind: "until-close" } : { kind: "length", bytes: Number(length) };
}

async function* readLength(reader: ByteReader, bytes: number, limit: () => ReadLimit): AsyncGenerator<Buffer> {
  let left = bytes;
  while (left > 0) {
    const piece = await reader.read(limit());
    if (piece === null) throw new AnswerFault("cut-short");
    if (piece.length > left) reader.unread(piece.subarray(left));
    yield piece.subarray(0, left);
    left -= Math.min(left, piece.length);
  }
}

/** One line without its end; null at the end of the stream. */
async function readLine(reader: ByteReader, limit: () => ReadLimit): Promise<string | null> {
  let line = Buffer.alloc(0);
  for (;;) {
    const piece = await reader.read(limit());
    if (piece === null) return null;
    const end = piece.indexOf(10);
    line = Buffer.concat([line, end === -1 ? piece : piece.subarray(0, end)]);
    if (line.length > LINE_BYTES) throw new AnswerFault("bad-encoding", "CHUNK_LINE_TOO_LONG");
    if (end === -1) continue;
    reader.unread(piece.subarray(end + 1));
    return line.toString("latin1").replace(/\r$/, "");
  }
}

async function skipTrailers(reader: ByteReader, limit: () => ReadLimit): Promise<void> {
  for (let lines = 0; lines < TRAILER_LINES; lines += 1) {
    const line = await readLine(reader, limit);
    // Closing right after the last chunk is taken for its end, as browsers do.
    if (line === null || line === "") return;
  }
}

async function* readChunked(reader: ByteReader, limit: () => ReadLimit): AsyncGenerator<Buffer> {
  for (;;) {
    const line = await readLine(reader, limit);
    if (line === null) throw new AnswerFault("cut-short");
    const size = /^[ \t]*([0-9a-fA-F]{1,12})[ \t]*(?:;.*)?$/.exec(line)?.[1];
    if (size === undefined) throw new AnswerFault("bad-encoding", "INVALID_CHUNK_SIZE");
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) {
      await skipTrailers(reader, limit);
      return;
    }
    yield* readLength(reader, bytes, limit);
    const end = await readLine(reader, limit);
    if (end === null) throw new AnswerFault("cut-short");
    if (end !== "") throw new AnswerFault("bad-encoding", "INVALID_CHUNK_END");
  }
}

async function* readUntilClose(reader: ByteReader, limit: () => ReadLimit): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = await reader.read(limit());
    if (piece === null) return;
    yield piece;
  }
}

/** The body's bytes as sent (still compressed), piece by piece. Throws {@link AnswerFault} where the framing breaks. */
export async function* readFramed(
  reader: ByteReader,
  framing: Framing,
  limit: () => ReadLimit,
): AsyncGenerator<Buffer> {
  if (framing.kind === "length") yield* readLength(reader, framing.bytes, limit);
  if (framing.kind === "chunked") yield* readChunked(reader, limit);
  if (framing.kind === "until-close") yield* readUntilClose(reader, limit);
}
