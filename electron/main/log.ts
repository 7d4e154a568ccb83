import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { inspect } from "node:util";

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
      const whole = `${text}: ${cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)}`;
      write("error", whole);
      stderr(`goodgateway: ${whole}\n`);
    },
  };
}

function makeRoom(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= FULL) renameSync(file, `${file}.old`);
}
