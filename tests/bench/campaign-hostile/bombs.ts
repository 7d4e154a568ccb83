import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";

/** Decoded size of a bomb: four hundred times what is read of a body. */
const DECODED = 200 * 1024 * 1024;

const fastBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Small on the wire, large when opened. Made once. */
export function makeBombs(): Readonly<
  Record<"gzip" | "deflate" | "br" | "twice" | "tenfold" | "thousandfold", Buffer>
> {
  const zeros = Buffer.alloc(DECODED);
  const gzip = gzipSync(zeros, { level: 9 });
  return {
    gzip,
    deflate: deflateSync(zeros, { level: 9 }),
    br: brotliCompressSync(zeros, fastBrotli),
    twice: gzipSync(gzip, { level: 9 }),
    tenfold: nested(gzip, 9),
    thousandfold: nested(Buffer.from("x"), 1_000),
  };
}

function nested(core: Buffer, layers: number): Buffer {
  let result = core;
  for (let left = layers; left > 0; left -= 1) result = gzipSync(result);
  return result;
}
