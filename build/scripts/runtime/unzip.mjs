import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, symlink, readFile, rm } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

// Record signatures and field places: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Longest end record: 22 bytes and a comment of up to 65,535. */
const END_SEARCH = 22 + 65_535;

/** @typedef {{ name: string, method: number, packed: number, size: number, mode: number, offset: number }} Entry */

/**
 * Unpacks a zip file (no Zip64, no encryption) with the modes and links it holds, so that no `unzip` program is needed.
 * Refuses names that lead out of the folder.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} place where an entry goes inside the folder; null leaves it out
 */
export async function unzip(archive, folder, place) {
  const file = await open(archive, "r");
  try {
    for (const entry of await entriesOf(file)) {
      const name = place(entry.name);
      if (name === null || entry.name.endsWith("/")) continue;
      const target = normalize(join(folder, name));
      if (!target.startsWith(folder + sep)) throw new Error(`the archive holds a bad name: ${entry.name}`);
      await mkdir(dirname(target), { recursive: true });
      await writeEntry(file, archive, entry, target);
    }
  } finally {
    await file.close();
  }
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(file) {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - END_SEARCH), Math.min(size, END_SEARCH));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error("not a zip file");
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new Error("the zip file's directory is damaged");
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {string} archive
 * @param {Entry} entry
 * @param {string} target
 */
async function writeEntry(file, archive, entry, target) {
  const local = await read(file, entry.offset, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw new Error(`the zip file is damaged at ${entry.name}`);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const out = createWriteStream(target, { mode: (entry.mode & 0o777) === 0 ? 0o644 : entry.mode & 0o777 });
  if (entry.packed > 0) {
    const packed = createReadStream(archive, { start, end: start + entry.packed - 1 });
    if (entry.method === 8) await pipeline(packed, createInflateRaw(), out);
    else if (entry.method === 0) await pipeline(packed, out);
    else throw new Error(`the zip file packs ${entry.name} in a way we do not know (${entry.method})`);
  } else await new Promise((resolve) => out.end(() => resolve(undefined)));
  if (out.bytesWritten !== entry.size) throw new Error(`the zip file is damaged at ${entry.name}`);
  if ((entry.mode & 0o170000) === 0o120000) {
    // A link is stored as a file that holds where it points.
    const to = await readFile(target, "utf8");
    if (to.startsWith("/") || to.includes("..")) throw new Error(`the archive holds a bad link: ${entry.name}`);
    await rm(target);
    await symlink(to, target);
  }
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function read(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error("the zip file ends too early");
  return buffer;
}
