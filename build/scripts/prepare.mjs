// Plain Node and nothing else: this runs before node_modules exists.
import { readFile } from "node:fs/promises";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { isStarted, say } from "./lib/say.mjs";

/** What npm says it put into node_modules, or null. */
async function installed() {
  return readFile(at("node_modules", ".package-lock.json"), "utf8").then(
    (text) => packagesOf(text),
    () => null,
  );
}

/**
 * Package folder -> version and integrity.
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

/** Why node_modules does not fit the lock file; null when it does. */
export async function staleReason() {
  const have = await installed();
  if (have === null) return "node_modules is missing";
  const wanted = packagesOf(await readFile(at("package-lock.json"), "utf8"));
  for (const [folder, { version, optional }] of wanted) {
    const found = have.get(folder);
    // Optional packages of other platforms are in the lock and rightly not on the disk.
    if (found === undefined && !optional) return `${folder} is missing`;
    if (found !== undefined && found.version !== version) return `${folder} is ${found.version}, not ${version}`;
  }
  return null;
}

/** Installs the dependencies when they are missing or stale. Throws when npm could not. */
export async function prepare() {
  const reason = await staleReason();
  if (reason === null) return;
  say(`installing the dependencies (${reason})`);
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { output: "to-stderr" });
  if (code !== 0) throw new Error(`npm ci ended with ${code}`);
}

if (isStarted(import.meta.filename)) {
  await prepare().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
