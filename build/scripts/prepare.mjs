// Plain Node and nothing else: this runs before node_modules exists.
import { readFile } from "node:fs/promises";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { isStarted, say } from "./lib/say.mjs";

/**
 * Package folder -> version.
 * @param {string} text a lock file
 * @returns {Map<string, { version: string, optional: boolean }>}
 */
function packagesOf(text) {
  /** @type {{ packages?: Record<string, { version?: string, optional?: boolean }> }} */
  const lock = JSON.parse(text);
  const rows = Object.entries(lock.packages ?? {}).filter(([folder]) => folder !== "");
  return new Map(
    rows.map(([folder, entry]) => [folder, { version: entry.version ?? "", optional: entry.optional === true }]),
  );
}

/**
 * Why what is installed does not fit the lock file; null when it does.
 * @param {string | null} installed npm's own record inside node_modules; null when there is none
 * @param {string} lock
 */
export function staleReason(installed, lock) {
  if (installed === null) return "node_modules is missing";
  const have = packagesOf(installed);
  for (const [folder, { version, optional }] of packagesOf(lock)) {
    const found = have.get(folder);
    // Optional packages of other platforms are in the lock and rightly not on the disk.
    if (found === undefined && !optional) return `${folder} is missing`;
    if (found !== undefined && found.version !== version) return `${folder} is ${found.version}, not ${version}`;
  }
  return null;
}

/** Installs the dependencies when they are missing or stale. Throws when npm could not. */
export async function prepare() {
  const record = await readFile(at("node_modules", ".package-lock.json"), "utf8").catch(() => null);
  const reason = staleReason(record, await readFile(at("package-lock.json"), "utf8"));
  if (reason === null) return;
  say(`installing the dependencies (${reason}): this takes up to a minute the first time`);
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { output: "to-stderr" });
  if (code !== 0) throw new Error(`npm ci ended with ${code}`);
}

if (isStarted(import.meta.filename)) {
  await prepare().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
