import { open, readdir, stat } from "node:fs/promises";
import { fail, ok } from "../../shared/lib/result.ts";
import { decodeOutput } from "./decode.ts";
import type { Reading, ReadingError } from "./machine.ts";

/** Small files of the system, read only. A root other than "" puts a folder in place of `/` (tests). */
export interface SystemFiles {
  /** The text of a regular file of at most `maxBytes`; null when there is no such file. */
  readText(path: string, maxBytes?: number): Reading<string | null>;
  /** Names in a folder; empty when there is none. */
  list(path: string): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
}

/** More than any settings file of a system holds (a long hosts file has about 2 MB of names). */
const SETTINGS_FILE_BYTES = 256 * 1024;

/** The files of this machine. */
export function systemFiles(root = ""): SystemFiles {
  return {
    readText: (path, maxBytes = SETTINGS_FILE_BYTES) => readText(root + path, maxBytes),
    list: (path) => readdir(root + path).catch(() => []),
    exists: (path) =>
      stat(root + path).then(
        () => true,
        () => false,
      ),
  };
}

async function readText(path: string, maxBytes: number): Reading<string | null> {
  let file;
  try {
    file = await open(path, "r");
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR" ? ok(null) : fail(errorOf(code));
  }
  try {
    const { bytes, more } = await readUpTo(file, maxBytes);
    return more ? fail({ code: "unexpected-output", detail: "file too large" }) : ok(decodeOutput(bytes));
  } catch (error) {
    return fail(errorOf(codeOf(error)));
  } finally {
    await file.close();
  }
}

/** Files in /proc and /sys say that they have no size, so reading goes on until the end comes. */
async function readUpTo(
  file: { read(buffer: Buffer): Promise<{ readonly bytesRead: number }> },
  maxBytes: number,
): Promise<{ readonly bytes: Buffer; readonly more: boolean }> {
  const parts: Buffer[] = [];
  for (let total = 0; total <= maxBytes;) {
    const part = Buffer.alloc(64 * 1024);
    // One read after the other: the next one begins where this one ended.
    // oxlint-disable-next-line no-await-in-loop
    const { bytesRead } = await file.read(part);
    if (bytesRead === 0) return { bytes: Buffer.concat(parts), more: false };
    parts.push(part.subarray(0, bytesRead));
    total += bytesRead;
  }
  return { bytes: Buffer.alloc(0), more: true };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function errorOf(code: string): ReadingError {
  if (code === "EACCES" || code === "EPERM") return { code: "not-permitted", detail: code };
  return { code: "unexpected-output", detail: code };
}
