import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { storageFailureOf, writeFileAtomic, type StorageFailure } from "../../storage/atomic-file.ts";

/** What was written, as read back. */
export interface Saved {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the file as it lies on the disk, hexadecimal: the same as the preview's. */
  readonly sha256: string;
}

/**
 * Writes a rendered report, whole or not at all, readable by this user alone, and reads it back. A device, a pipe or a
 * folder of that name stays what it is: a new file in its place would break it for everybody.
 */
export function saveReport(path: string, bytes: Buffer): Result<Saved, StorageFailure> {
  if (isTaken(path)) return fail({ code: "failed", detail: "not a file" });
  const written = writeFileAtomic(path, bytes);
  if (!written.ok) return written;
  try {
    const back = readFileSync(path);
    return ok({ path, bytes: back.length, sha256: createHash("sha256").update(back).digest("hex") });
  } catch (error) {
    return fail(storageFailureOf(error));
  }
}

function isTaken(path: string): boolean {
  try {
    return !(statSync(path, { throwIfNoEntry: false })?.isFile() ?? true);
  } catch {
    return false; // it cannot even be looked at: the write says why
  }
}
