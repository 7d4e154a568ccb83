import { randomBytes } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../../../electron/probes/limits.ts";
import { WINDOW_BITS, narrowFirstByte, withNarrowWindow } from "../../../../../electron/probes/http/brotli-window.ts";
import { ask, saying } from "./http-harness.ts";

const ALL_WINDOWS = Array.from({ length: 15 }, (_, index) => 10 + index);

/** Repeats itself from far away, so that copies reach back as far as the window lets them. */
function farReaching(): Buffer {
  const block = randomBytes(200 * 1024);
  return Buffer.concat([block, randomBytes(100 * 1024), block, randomBytes(50 * 1024), block]);
}

function packed(page: Buffer, windowBits: number): Buffer {
  return brotliCompressSync(page, {
    params: { [constants.BROTLI_PARAM_LGWIN]: windowBits, [constants.BROTLI_PARAM_QUALITY]: 5 },
  });
}

async function* pieces(...all: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of all) yield await Promise.resolve(piece);
}

async function narrowed(...all: readonly Buffer[]): Promise<readonly Buffer[]> {
  const seen: Buffer[] = [];
  for await (const piece of withNarrowWindow(pieces(...all))) seen.push(piece);
  return seen;
}

describe("the window of a brotli stream", () => {
  test("holds all that is read of a body, and not twice as much more", () => {
    expect(2 ** WINDOW_BITS - 16).toBeGreaterThanOrEqual(LIMITS.httpBodyBytes);
    expect(2 ** (WINDOW_BITS - 1) - 16).toBeLessThan(LIMITS.httpBodyBytes);
  });

  test.each(ALL_WINDOWS.filter((bits) => bits > WINDOW_BITS))("of %i bits is cut down to ours", (bits) => {
    const ours = packed(Buffer.from("a page"), WINDOW_BITS)[0] ?? 0;
    const theirs = packed(Buffer.from("a page"), bits)[0] ?? 0;
    expect(theirs & 0x0f).not.toBe(ours & 0x0f);
    expect(narrowFirstByte(theirs) & 0x0f).toBe(ours & 0x0f);
    expect(narrowFirstByte(theirs) & 0xf0).toBe(theirs & 0xf0);
  });

  test.each(ALL_WINDOWS.filter((bits) => bits <= WINDOW_BITS))("of %i bits stays as it is", (bits) => {
    const first = packed(Buffer.from("a page"), bits)[0] ?? 0;
    expect(narrowFirstByte(first)).toBe(first);
  });

  test.each(ALL_WINDOWS)("of %i bits gives the same page as before", async (bits) => {
    const page = farReaching();
    const stream = Buffer.concat(await narrowed(packed(page, bits)));
    expect(brotliDecompressSync(stream).equals(page)).toBe(true);
  });

  test("is looked for in the first byte of all, whatever piece it comes in", async () => {
    const page = farReaching();
    const stream = packed(page, 24);
    const seen = await narrowed(
      Buffer.alloc(0),
      stream.subarray(0, 1),
      stream.subarray(1, 9_000),
      stream.subarray(9_000),
    );
    expect(brotliDecompressSync(Buffer.concat(seen)).equals(page)).toBe(true);
    expect(Buffer.concat(seen).subarray(1).equals(stream.subarray(1))).toBe(true);
    expect(Math.max(...seen.map(({ length }) => length))).toBeLessThanOrEqual(4 * 1024);
  });

  test("does not change what is read of a page that goes on behind it", async () => {
    const start = farReaching();
    const page = Buffer.concat([start, start, start, start]);
    const plain = `HTTP/1.1 200 OK\r\nContent-Length: ${page.length}\r\n\r\n`;
    const body = packed(page, 24);
    const small = `HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: ${body.length}\r\n\r\n`;
    const asItIs = await ask((await saying(plain, page)).port);
    const asBrotli = await ask((await saying(small, body)).port);
    expect(page.length).toBeGreaterThan(2 ** (WINDOW_BITS + 1));
    expect(asBrotli).toMatchObject({ outcome: "response", bodyTruncated: true, bodyBytes: LIMITS.httpBodyBytes });
    expect(asBrotli.bodyHash).toBe(asItIs.bodyHash);
  });
});

describe("many brotli bombs at once", () => {
  test("cost little memory each", async () => {
    const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 24 },
    });
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: ${bomb.length}\r\n\r\n`;
    const { port } = await saying(head, bomb);
    await ask(port);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const sampler = setInterval(() => void (peak = Math.max(peak, process.memoryUsage().rss)), 2);
    const seen = await Promise.all(
      Array.from({ length: 25 }, async () => ask(port, { options: { signal: new AbortController().signal } })),
    );
    clearInterval(sampler);
    expect(seen.every(({ bodyBytes }) => bodyBytes === LIMITS.httpBodyBytes)).toBe(true);
    // Windows as wide as the sender wishes come to some 400 MiB here.
    expect(peak - before).toBeLessThan(96 * 1024 * 1024);
  });
});
