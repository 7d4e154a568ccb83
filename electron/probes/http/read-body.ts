import { createHash } from "node:crypto";
import { BODY_SAMPLE_LIMIT } from "../../../shared/model/facts/http-facts.ts";
import { elapsedMs } from "../deadline.ts";
import { LIMITS } from "../limits.ts";
import { AnswerFault } from "./answer-fault.ts";
import type { Budget } from "./budget.ts";
import type { ByteReader } from "./byte-reader.ts";
import { sampleText } from "./charset.ts";
import { decodeContent } from "./content-decoding.ts";
import type { ExchangeDraft } from "./exchange-draft.ts";
import type { ResponseHead } from "./response-head.ts";

/** Bytes kept for the sample: no charset needs more than four a character. */
const SAMPLE_BYTES = BODY_SAMPLE_LIMIT * 4;

/** Hex digits of the hash kept (64 bits: no two answers of one check-up meet by chance). */
const HASH_DIGITS = 16;

/** A body that still moved this recently when the time was up was slow, not stuck, ms. */
const MOVING_MS = 1_000;

/** Where a body comes from. */
export interface BodySource {
  readonly reader: ByteReader;
  /** The bytes as framed, still compressed. */
  readonly framed: AsyncGenerator<Buffer>;
}

/**
 * Was it our own time limit, and not the server's silence, that ended the reading? Large pages on slow lines and event
 * streams never end in our time, and are no fault of the site.
 */
function wasOnlySlow(fault: unknown, reader: ByteReader, budget: Budget): boolean {
  const timedOut = fault instanceof AnswerFault && fault.outcome === "body-timeout";
  return timedOut && budget.spent() && elapsedMs(reader.lastArrivalAt) < MOVING_MS;
}

/**
 * Reads, decodes and hashes a body up to `LIMITS.httpBodyBytes` decoded bytes; what was read is in the draft whatever
 * happens. A body that was still arriving when the time was up counts as truncated. Throws {@link AnswerFault}.
 */
export async function readBody(
  source: BodySource,
  head: ResponseHead,
  { draft, budget }: { readonly draft: ExchangeDraft; readonly budget: Budget },
): Promise<void> {
  const hash = createHash("sha256");
  const sample: Buffer[] = [];
  let sampled = 0;
  let bytes = 0;
  let truncated = false;
  try {
    for await (const piece of decodeContent(head, source.framed)) {
      const taken = piece.subarray(0, LIMITS.httpBodyBytes - bytes);
      hash.update(taken);
      bytes += taken.length;
      if (sampled < SAMPLE_BYTES) sample.push(Buffer.from(taken.subarray(0, SAMPLE_BYTES - sampled)));
      sampled = Math.min(SAMPLE_BYTES, sampled + taken.length);
      truncated = taken.length < piece.length;
      if (truncated) break;
    }
  } catch (error) {
    if (!wasOnlySlow(error, source.reader, budget)) throw error;
    truncated = true;
  } finally {
    draft.body = {
      sample: sampleText(Buffer.concat(sample), head.headers),
      bytes,
      truncated,
      hash: bytes === 0 ? null : hash.digest("hex").slice(0, HASH_DIGITS),
    };
  }
}
