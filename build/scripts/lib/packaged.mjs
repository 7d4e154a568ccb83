// What `npm run package` made, read back from the disk: its fuses and its sizes, each beside what is wanted.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fusesFor } from "../../config/fuses.mjs";
import { at } from "./paths.mjs";

/**
 * One line of a table. `ok` is null where there is no bar.
 * @typedef {{ cells: readonly string[], ok: boolean | null }} Row
 * @typedef {{ folder: string, program: string, resources: string, platform: NodeJS.Platform }} Packaged
 */

const MIB = 1024 * 1024;
/** Bytes. The first two are promises of the project; the last is a fence against a forgotten folder. */
const BARS = { asar: 4 * MIB, firstChunk: 250 * 1024, unpacked: 420 * MIB };
/** How an enabled fuse reads in the program's file: the digit 1. */
const ENABLED = "1".codePointAt(0);

/**
 * The unpacked program in dist/; null when only installers were made.
 * @param {string} [dist]
 * @returns {Promise<Packaged | null>}
 */
export async function findPackaged(dist = at("dist")) {
  for (const name of await readdir(dist).catch(() => [])) {
    const folder = join(dist, name);
    if (/^linux.*-unpacked$/u.test(name))
      return { folder, program: join(folder, "goodgateway"), resources: join(folder, "resources"), platform: "linux" };
    if (/^win.*-unpacked$/u.test(name))
      return {
        folder,
        program: join(folder, "GoodGateway.exe"),
        resources: join(folder, "resources"),
        platform: "win32",
      };
    if (name.startsWith("mac")) {
      const app = join(folder, "GoodGateway.app");
      return { folder: app, program: app, resources: join(app, "Contents", "Resources"), platform: "darwin" };
    }
  }
  return null;
}

/**
 * Every fuse as it is in the binary, beside what it should be.
 * @param {Packaged} packaged
 * @returns {Promise<readonly Row[]>}
 */
export async function fuseRows({ program, platform }) {
  const { FuseV1Options, getCurrentFuseWire } = await import("@electron/fuses");
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)));
  const places = new Map(Object.entries(FuseV1Options));
  return fusesFor(platform).map(({ fuse, on, why }) => {
    const found = wire.get(String(places.get(fuse))) === ENABLED;
    return { cells: [fuse, word(on), word(found), why], ok: found === on };
  });
}

/**
 * What lies on the disk, beside the bars it must keep below, and the biggest files.
 * @param {Packaged} packaged
 * @returns {Promise<readonly Row[]>}
 */
export async function sizeRows({ folder, resources }) {
  const files = await filesOf(folder);
  const asar = (await stat(join(resources, "app.asar"))).size;
  const chunk = await firstChunk(at("out", "renderer"));
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  const biggest = files.toSorted((one, other) => other.size - one.size).slice(0, 6);
  return [
    measured("app.asar", asar, BARS.asar),
    measured("the window's first chunk, gzip", chunk, BARS.firstChunk),
    measured(`the whole program, unpacked (${files.length} files)`, whole, BARS.unpacked),
    ...biggest.map(({ name, size }) => ({ cells: [`  ${name}`, readable(size), ""], ok: null })),
  ];
}

/**
 * The rows under their heads, in columns, the last column saying whether the bar holds.
 * @param {readonly string[]} heads @param {readonly Row[]} rows
 */
export function table(heads, rows) {
  const all = [[...heads, ""], ...rows.map(({ cells, ok }) => [...cells, ok === null ? "" : ok ? "ok" : "WRONG"])];
  const widths = heads.map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? "").length)));
  return all
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {string} what @param {number} size @param {number} bar @returns {Row} */
function measured(what, size, bar) {
  return { cells: [what, readable(size), `at most ${readable(bar)}`], ok: size <= bar };
}

/** @param {number} bytes */
function readable(bytes) {
  return bytes < MIB ? `${(bytes / 1024).toFixed(0)} KiB` : `${(bytes / MIB).toFixed(1)} MiB`;
}

/** @param {boolean} on */
function word(on) {
  return on ? "on" : "off";
}

/**
 * What the page itself names, and with it what is loaded before anything is seen. Bytes, gzip.
 * @param {string} folder
 */
async function firstChunk(folder) {
  const page = await readFile(join(folder, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/gu)].map((match) => match[1] ?? "");
  const sizes = await Promise.all(
    scripts.map(async (script) => gzipSync(await readFile(join(folder, script)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {string} folder @returns {Promise<readonly { name: string, size: number }[]>} */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { name: path.slice(folder.length + 1), size: (await stat(path)).size };
      }),
  );
}
