import { PassThrough, Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { errnoOf } from "../errno.ts";
import { AnswerFault } from "./answer-fault.ts";
import { withNarrowWindow } from "./brotli-window.ts";
import { type ResponseHead, listOf } from "./response-head.ts";

/** Layers of compression undone: real answers have one; each further one multiplies what a bomb costs. */
const LAYER_LIMIT = 2;

/** What we offer and undo. */
export const ACCEPT_ENCODING = "gzip, deflate, br";

const KNOWN = new Set(["gzip", "x-gzip", "deflate", "br"]);

/** Flushing after every write lets a page that was cut short show what had arrived. */
const FLUSH = { flush: constants.Z_SYNC_FLUSH };

/** `deflate` should be zlib's format (RFC 9110, 8.4.1.2), but some servers send it bare; the first byte tells. */
function inflateFor(first: Buffer): Transform {
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(FLUSH) : createInflateRaw(FLUSH);
}

function decoderFor(encoding: string, first: Buffer): Transform {
  if (encoding === "br") return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH });
  return encoding === "deflate" ? inflateFor(first) : createGunzip(FLUSH);
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** One layer. An empty body has no layers: HEAD-like answers carry the header alone. */
async function* decodeLayer(encoding: string, sent: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const source = encoding === "br" ? withNarrowWindow(sent) : sent;
  const first = await source.next();
  if (first.done === true) return;
  const decoder = decoderFor(encoding, first.value);
  const input = Readable.from(startingWith(first.value, source));
  // A plain pipe, so that a broken framing lets the decoder hand out what it has before the fault is told.
  const fault: { error: unknown } = { error: null };
  input.once("error", (error) => {
    fault.error = error;
    decoder.end();
  });
  const output = new PassThrough();
  decoder.once("error", (error) => {
    fault.error ??= new AnswerFault("bad-encoding", errnoOf(error));
    output.end();
  });
  input.pipe(decoder).pipe(output);
  try {
    for await (const piece of output) if (Buffer.isBuffer(piece)) yield piece;
  } finally {
    input.destroy();
    decoder.destroy();
    output.destroy();
  }
  if (fault.error !== null) throw fault.error;
}

/**
 * The decoded body, piece by piece: nothing is ever held as a whole, so the reader decides how much of a bomb it takes.
 * Encodings we do not know are handed on as they are. Throws {@link AnswerFault} `bad-encoding` for broken data.
 */
export function decodeContent(head: ResponseHead, source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const layers = listOf(head.headers, "content-encoding").filter((encoding) => encoding !== "identity");
  if (!layers.every((encoding) => KNOWN.has(encoding))) return source;
  if (layers.length > LAYER_LIMIT) throw new AnswerFault("bad-encoding", "TOO_MANY_ENCODINGS");
  // Applied in the order listed, so undone from the last.
  return layers.reduceRight((inner, encoding) => decodeLayer(encoding, inner), source);
}
