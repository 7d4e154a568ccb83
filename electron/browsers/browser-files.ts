import { constants } from "node:fs";
import { lstat, open, readdir, readFile, readlink, realpath } from "node:fs/promises";

/** What lies at a path. `denied`: something may be there, but this user may not look (macOS guards Safari's folders so). */
export type FileKind = "file" | "folder" | "link" | "other" | "absent" | "denied";

/** The file tree browsers are read from; tests give trees of other systems. Paths are absolute. Nothing here rejects. */
export interface BrowserFiles {
  kind(path: string): Promise<FileKind>;
  /** Text of a regular file of at most `maxBytes`; null when there is none or it may not be read. */
  readText(path: string, maxBytes?: number): Promise<string | null>;
  /** Names in a folder, sorted; empty when there is none or it may not be read. */
  list(path: string): Promise<readonly string[]>;
  /** What a link says, whether or not that exists; null when it is none. */
  linkTarget(path: string): Promise<string | null>;
  /** The file behind all links; null when there is none. */
  realPath(path: string): Promise<string | null>;
  /** Whether another program holds a file so that it cannot be opened for writing (Windows). */
  held(path: string): Promise<"held" | "free" | "absent" | "unknown">;
  /** Size of one file in bytes, and its number on its disk; null when there is none. Links are not followed. */
  stat(path: string): Promise<{ readonly bytes: number; readonly inode: number } | null>;
}

/** Preferences of a profile with hundreds of sites reach some MB. */
const PROFILE_FILE_BYTES = 24 * 1024 * 1024;

/** The files of this machine. */
export const realBrowserFiles: BrowserFiles = {
  kind: async (path) => {
    try {
      const entry = await lstat(path);
      if (entry.isSymbolicLink()) return "link";
      if (entry.isDirectory()) return "folder";
      return entry.isFile() ? "file" : "other";
    } catch (error) {
      return refusesLooks(error) ? "denied" : "absent";
    }
  },
  readText: async (path, maxBytes = PROFILE_FILE_BYTES) => {
    try {
      const entry = await lstat(path);
      // Not a pipe or a device, on which a read would wait for ever.
      if (entry.size > maxBytes || !(entry.isFile() || entry.isSymbolicLink())) return null;
      if (entry.isSymbolicLink()) return await readLinked(path, maxBytes);
      return await readFile(path, "utf8");
    } catch {
      return null;
    }
  },
  list: async (path) => {
    const names = await readdir(path).catch(() => []);
    return names.toSorted((a, b) => a.localeCompare(b, "en"));
  },
  linkTarget: (path) => readlink(path).catch(() => null),
  realPath: (path) => realpath(path).catch(() => null),
  held: async (path) => {
    try {
      const file = await open(path, constants.O_RDWR);
      await file.close();
      return "free";
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT" || code === "ENOTDIR") return "absent";
      // A sharing violation: libuv says EBUSY.
      return code === "EBUSY" ? "held" : "unknown";
    }
  },
  stat: async (path) => {
    const entry = await lstat(path).catch(() => null);
    return entry === null ? null : { bytes: entry.size, inode: entry.ino };
  },
};

/** A settings file that is a link (dotfiles in a repository of the person's own). */
async function readLinked(path: string, maxBytes: number): Promise<string | null> {
  const target = await lstat(await realpath(path));
  return target.isFile() && target.size <= maxBytes ? readFile(path, "utf8") : null;
}

function refusesLooks(error: unknown): boolean {
  // macOS answers EPERM, not EACCES, where privacy settings forbid the folder.
  return ["EACCES", "EPERM"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
