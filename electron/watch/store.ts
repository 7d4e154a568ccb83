import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { storageFailureOf, writeFileAtomic, type StorageFailure } from "../storage/atomic-file.ts";
import { lockAddress, takeLock, type HeldLock } from "../storage/machine-lock.ts";
import { watchesFile, type WatchesFile, type WatchRecord } from "./record.ts";

/** Ended watches that are kept for reports and the list. */
const MOST_ENDED = 50;

/** The other face holds the file for milliseconds; after this it hangs (tries x pause = 3 s). */
const LOCK_TRIES = 60;
const LOCK_PAUSE_MS = 50;

/** What two watches of the same page have in common, whatever scheme was typed. */
export function siteOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
}

/** The watch of this page that has not ended; null when there is none. */
export function runningOf({ watches }: WatchesFile, url: string): WatchRecord | null {
  return watches.find((one) => one.endedAt === null && siteOf(one.url) === siteOf(url)) ?? null;
}

/** Why the watches could not be kept. `newer-version`: a newer GoodGateway wrote them, and they are left alone. */
export type StoreFailure = StorageFailure | { readonly code: "busy" | "newer-version"; readonly detail: string };

/** All watches of this person, shared by window and terminal. */
export interface WatchStore {
  /** The file as it is now; empty when there is none or it cannot be read (a change then says why). */
  read(): WatchesFile;
  /** Reads, changes and writes as one step, also against other programs. The change may be asked twice. */
  update(change: (file: WatchesFile) => WatchesFile): Promise<Result<WatchesFile, StoreFailure>>;
  /** The right to look at this address; null while another program of this person has it. */
  claim(url: string): Promise<Result<HeldLock | null, StoreFailure>>;
}

const NOTHING: WatchesFile = { version: 1, background: "ask", watches: [] };

/** Opens the store in the folder of all data; nothing is made until something is written. */
export function openWatchStore(dataFolder: string): WatchStore {
  const path = join(dataFolder, "watches.json");
  const lockName = (what: string): string => {
    // Locks hold for the whole machine; each person (and each test) has a data folder of its own.
    const own = createHash("sha256").update(`${dataFolder}\n${what}`).digest("hex").slice(0, 20);
    return lockAddress(`watch-${own}`, dataFolder);
  };
  const makeFolder = (): void => {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  };
  // A file changes only by replacement, which changes its time: what was read or written once stays known.
  let known: { readonly stamp: string; readonly file: ReadFile } | null = null;
  const read = (): ReadFile => {
    const stamp = stampOf(path);
    if (known?.stamp !== stamp) known = { stamp, file: readWatches(path) };
    return known.file;
  };
  return {
    read: () => {
      try {
        return read().file ?? NOTHING;
      } catch {
        return NOTHING;
      }
    },
    update: async (change) => {
      let lock: HeldLock | null = null;
      try {
        makeFolder();
        lock = await patiently(lockName("file"));
        if (lock === null) return fail({ code: "busy", detail: "" });
        const { file, damaged } = read();
        if (file === null) return fail({ code: "newer-version", detail: "" });
        if (damaged) renameSync(path, `${path}.damaged`);
        const next = forgetOld(change(file));
        const written = writeFileAtomic(path, `${JSON.stringify(next)}\n`);
        if (!written.ok) return written;
        known = { stamp: stampOf(path), file: { file: next, damaged: false } };
        return ok(next);
      } catch (error) {
        return fail(storageFailureOf(error));
      } finally {
        await lock?.release();
      }
    },
    claim: async (url) => {
      try {
        makeFolder();
        return ok(await takeLock(lockName(siteOf(url))));
      } catch (error) {
        return fail(storageFailureOf(error));
      }
    },
  };
}

interface ReadFile {
  /** Null: written by a newer version. */
  readonly file: WatchesFile | null;
  /** Something is there that is no list of watches. */
  readonly damaged: boolean;
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

function readWatches(path: string): ReadFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { file: NOTHING, damaged: false };
    throw error;
  }
  const json = parseJson(text);
  const parsed = watchesFile.safeParse(json);
  if (parsed.success) return { file: parsed.data, damaged: false };
  const newer = z.object({ version: z.number().min(2) }).safeParse(json).success;
  return newer ? { file: null, damaged: false } : { file: NOTHING, damaged: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON at all: damaged, like JSON of another form
  }
}

/** Running watches all stay; of ended ones the newest. */
function forgetOld(file: WatchesFile): WatchesFile {
  const ended = file.watches
    .filter(({ endedAt }) => endedAt !== null)
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  const old = new Set(ended.slice(MOST_ENDED).map(({ id }) => id));
  return old.size === 0 ? file : { ...file, watches: file.watches.filter(({ id }) => !old.has(id)) };
}

async function patiently(address: string): Promise<HeldLock | null> {
  for (let left = LOCK_TRIES; left > 0; left -= 1) {
    // One try after the other: that is the waiting.
    // oxlint-disable-next-line no-await-in-loop
    const lock = await takeLock(address);
    if (lock !== null) return lock;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
  return null;
}
