import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** Every tar record is a multiple of this (POSIX.1-1988, ustar). */
const BLOCK = 512;

/**
 * Writes one file of a .tgz to the disk without unpacking the rest. Throws when it is not inside.
 * @param {string} archive
 * @param {string} wanted its path inside the archive
 * @param {string} target
 */
export async function extractFromTar(archive, wanted, target) {
  const out = createWriteStream(target);
  let found = false;
  await pipeline(
    createReadStream(archive),
    createGunzip(),
    async function* (source) {
      for await (const part of partsOf(source, wanted)) {
        found = true;
        yield part;
      }
    },
    out,
  );
  if (!found) throw new Error(`${wanted} is not in the archive`);
}

/**
 * @param {AsyncIterable<Buffer>} source
 * @param {string} wanted
 */
async function* partsOf(source, wanted) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  let left = 0; // bytes of the current file still to come
  let padding = 0; // fill-up bytes after it
  let taking = false;
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length > 0) {
      if (left > 0) {
        const part = rest.subarray(0, Math.min(left, rest.length));
        left -= part.length;
        rest = rest.subarray(part.length);
        if (taking) yield part;
      } else if (padding > 0) {
        const skip = Math.min(padding, rest.length);
        padding -= skip;
        rest = rest.subarray(skip);
      } else if (rest.length >= BLOCK) {
        const header = headerOf(rest.subarray(0, BLOCK));
        rest = rest.subarray(BLOCK);
        left = header.size;
        padding = (BLOCK - (header.size % BLOCK)) % BLOCK;
        taking = header.name === wanted;
      } else break;
    }
  }
}

/**
 * Name (bytes 0-99) and size (octal, bytes 124-135) of a ustar header; the closing zero blocks read as size 0.
 * @param {Buffer} block
 */
function headerOf(block) {
  const text = (/** @type {number} */ from, /** @type {number} */ to) =>
    block.toString("utf8", from, to).replace(/\0.*$/s, "").trim();
  return { name: text(0, 100), size: Number.parseInt(text(124, 136) || "0", 8) };
}
