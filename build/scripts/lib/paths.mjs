import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../../..");

/**
 * A path inside the project.
 * @param {...string} parts
 */
export function at(...parts) {
  return join(ROOT, ...parts);
}

/** Where things that outlive a clone are kept: the desktop runtime. Outside the project so that fresh clones share it. */
export function cacheFolder() {
  const base = process.env["XDG_CACHE_HOME"];
  return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "goodgateway");
}
