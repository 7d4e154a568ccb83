import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { at, ROOT } from "./lib/paths.mjs";
import { prerender } from "./lib/prerender.mjs";
import { runTool } from "./lib/run.mjs";
import { isStarted, reasonOf } from "./lib/say.mjs";

/** What the built program is made of. */
const SOURCES = [
  "electron",
  "renderer",
  "shared",
  "build/config",
  "build/scripts/lib/prerender.mjs",
  "package.json",
  "package-lock.json",
];
/** Holds the sources' fingerprint; written after a whole build, so a broken-off one never counts. */
const STAMP_NAME = ".built-from";
const STAMP = at("out", STAMP_NAME);

/**
 * Builds out/ when the sources differ from what it was built from; true when it built. What the build tool says goes to
 * stderr. Throws when the build fails; out/ is then as it was.
 * @param {{ always?: boolean }} [options]
 */
export async function ensureBuild({ always = false } = {}) {
  const print = await fingerprint();
  if (!always && print === (await readFile(STAMP, "utf8").catch(() => null))) return false;
  // Built aside and swapped in whole: a command that runs meanwhile, or a second build, never meets half of it.
  const aside = at("node_modules", ".cache", `build-${process.pid}`);
  try {
    const args = ["build", "-c", "build/config/electron.vite.config.ts", "--logLevel", "warn"];
    const { code } = await runTool("electron-vite/bin/electron-vite.js", args, {
      output: "to-stderr",
      env: { GG_OUT: aside },
    });
    if (code !== 0) throw new Error("the build failed");
    await prerender(aside);
    await writeFile(join(aside, STAMP_NAME), print);
    await swapIn(aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return true;
}

/** @param {string} aside */
async function swapIn(aside) {
  const old = `${aside}-old`;
  for (let tries = 0; tries < 3; tries += 1) {
    await rename(at("out"), old).catch(() => undefined); // there was none
    const done = await rename(aside, at("out")).then(
      () => true,
      () => false, // another build was quicker: out/ is there again
    );
    await rm(old, { recursive: true, force: true });
    if (done) return;
  }
  throw new Error("out/ could not be replaced; is another build running?");
}

/** Names, sizes and times of all sources: cheap, and different after any edit or switch of branches. */
export async function fingerprint() {
  const files = (await Promise.all(SOURCES.map((name) => filesOf(join(ROOT, name))))).flat().toSorted();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** @param {string} path @returns {Promise<string[]>} */
async function filesOf(path) {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (isStarted(import.meta.filename)) {
  await ensureBuild({ always: true }).catch((error) => {
    process.stderr.write(`goodgateway: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
}
