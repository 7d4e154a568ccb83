import { LIMITS } from "../limits.ts";

/**
 * The window we let a brotli stream have, as the power of two of its bytes: the smallest whose window (2^n - 16, RFC
 * 7932, 9.1) holds all that is read of a body.
 */
export const WINDOW_BITS = Math.ceil(Math.log2(LIMITS.httpBodyBytes + 16));

/** Most that is given to the decoder at once, bytes: what it makes of them is handed out before the next ones. */
const SLICE_BYTES = 4 * 1024;

/**
 * A stream's first byte, its window cut down to {@link WINDOW_BITS}. Windows of 18 to 24 bits are written as a one and
 * three bits that count from 17 (RFC 7932, 9.1), so a smaller one fits in the same place; all others are small already.
 */
export function narrowFirstByte(byte: number): number {
  const isLong = (byte & 0b0001) === 1;
  const bits = 17 + ((byte & 0b1110) >> 1);
  return isLong && bits > WINDOW_BITS ? (byte & ~0b1110) | ((WINDOW_BITS - 17) << 1) : byte;
}

/**
 * The same brotli stream with a window that is no larger than what is read of it. A decoder fills its window before it
 * hands anything out, so the sender would choose how much memory one answer costs: up to 16 MiB, for a few hundred
 * bytes. How far back a copy may reach is the lesser of the window and what was decoded so far (RFC 7932, 4): up to
 * the narrow window's end both streams decode to the same bytes, and nobody reads further. In slices, so that what
 * lies behind that end is seldom looked at while something before it has not been handed out.
 */
export async function* withNarrowWindow(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const piece of source) {
    let from = 0;
    if (isFirst && piece.length > 0) {
      isFirst = false;
      from = 1;
      yield Buffer.of(narrowFirstByte(piece[0] ?? 0));
    }
    for (; from < piece.length; from += SLICE_BYTES) yield piece.subarray(from, from + SLICE_BYTES);
  }
}
