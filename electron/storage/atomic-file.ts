import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../shared/lib/result.ts";

/** Why something could not be kept. */
export interface StorageFailure {
  readonly code: "no-space" | "read-only" | "not-permitted" | "input-output-error" | "failed";
  /** The system's error code; may be empty. */
  readonly detail: string;
}

/** Ends the names of files that are not whole yet; after a crash they may be deleted. */
export const UNFINISHED = ".new";

/**
 * Writes a whole file or none, so that neither a crash nor a power cut leaves half of it: temporary file beside it,
 * disk, rename, folder to disk. Readable by this user alone. Makes missing folders. Synchronous on purpose: the order
 * of these steps is the promise.
 */
export function writeFileAtomic(path: string, bytes: Buffer | string): Result<void, StorageFailure> {
  const temporary = join(dirname(path), `.${basename(path)}${UNFINISHED}`);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(temporary, typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return ok(undefined);
  } catch (error) {
    forget(temporary);
    return fail(storageFailureOf(error));
  }
}

function writeWhole(path: string, bytes: Buffer): void {
  const file = openNew(path);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A file that was not there a moment ago. In a folder that others may write to, somebody could have laid a link of this
 * name that leads to another file of this person, or a pipe that never opens; a crash leaves a plain one.
 */
function openNew(path: string): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    unlinkSync(path);
    return openSync(path, "wx", 0o600);
  }
}

/** Makes names in a folder outlast a power cut. Windows has no such thing and refuses to open a folder. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function forget(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not even made, or the disk refuses everything: the next write replaces it.
  }
}

/** The closed code for an error of the file system. */
export function storageFailureOf(error: unknown): StorageFailure {
  const detail = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (detail) {
    case "ENOSPC":
    case "EDQUOT":
      return { code: "no-space", detail };
    case "EROFS":
      return { code: "read-only", detail };
    case "EACCES":
    case "EPERM":
      return { code: "not-permitted", detail };
    case "EIO":
      return { code: "input-output-error", detail };
    default:
      return { code: "failed", detail };
  }
}
