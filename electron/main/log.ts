import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { inspect } from "node:util";
import { inert } from "../../shared/lib/terminal-text.ts";

/** Where what goes wrong is kept, for the person who is asked to send it. */
export interface Log {
  info(text: string): void;
  error(text: string, cause: unknown): void;
}

/** A full file is put aside as `.old` and a new one begun: at most two of these stay on the disk. Bytes. */
const FULL = 512 * 1024;

/**
 * A log file, and stderr for whoever started the app from a terminal. Written at once: the next moment may be a crash.
 * A disk that refuses is said on stderr; there is no other place left to say it.
 */
export function fileLog(file: string, stderr: (text: string) => void): Log {
  const write = (level: string, text: string): void => {
    const line = `${new Date().toISOString()} ${level} ${text}\n`;
    try {
      makeRoom(file);
      appendFileSync(file, line, { mode: 0o600 });
    } catch (error) {
      stderr(`the log cannot be written: ${String(error)}\n`);
    }
  };
  return {
    info: (text) => write("info", text),
    error: (text, cause) => {
      write("error", `${text}: ${traceOf(cause)}`);
      const whole = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
      stderr(`goodgateway: ${text}: ${inert(whole)}\n`);
    },
  };
}

/**
 * What of an error may lie in a file that people are asked to send: its kind, its code and where it came from. Its
 * message is left out: systems and libraries put names, addresses and paths of this person into it. Paths begin at the
 * program's own folder.
 */
function traceOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code =
    "code" in cause && typeof cause.code === "string" && /^[A-Z0-9_]{2,40}$/u.test(cause.code) ? ` ${cause.code}` : "";
  const kind = /^[A-Za-z]{1,40}$/u.test(cause.name) ? cause.name : "Error";
  return [`${kind}${code}`, ...framesOf(cause.stack ?? "")].join("\n");
}

/** A frame of the engine's own form, with the file's folders outside the program left out. */
const FRAME =
  /^\s{4}at (?:(?<what>[\w.<> []{1,80}\]?) \()?(?:\S*?\/)?(?<where>(?:node:[\w/]+|(?:out|electron|tests|node_modules)\/[\w./@-]+):\d+:\d+)\)?$/u;

function framesOf(stack: string): readonly string[] {
  return stack.split("\n").flatMap((line) => {
    const found = FRAME.exec(line)?.groups;
    if (found === undefined) return [];
    const { what, where = "" } = found;
    return [what === undefined ? `    at ${where}` : `    at ${what} (${where})`];
  });
}

function makeRoom(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= FULL) renameSync(file, `${file}.old`);
}
