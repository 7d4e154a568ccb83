import { realpathSync } from "node:fs";

/**
 * One line for the person, on stderr: stdout belongs to the program that was asked for.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`goodgateway: ${text}\n`);
}

/**
 * The reason inside a caught value, as one line.
 * @param {unknown} error
 */
export function reasonOf(error) {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

/**
 * True when this file is the one that was started, not imported. Node gives a module's real path, but the started
 * file's path as it was named, which may lead through a link.
 * @param {string} file `import.meta.filename`
 */
export function isStarted(file) {
  const named = process.argv[1];
  return named !== undefined && realpathSync(named) === file;
}
