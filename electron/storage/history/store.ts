import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { storageFailureOf, syncFolder, writeFileAtomic, type StorageFailure } from "../atomic-file.ts";
import { knownSummaries } from "./known-summaries.ts";
import {
  HISTORY_LIMITS,
  type HistoryEntry,
  type HistoryError,
  type HistoryLimits,
  type HistorySummary,
} from "./entry.ts";

/** How names of entries end: they open like any saved report. */
const SUFFIX = ".goodgateway.json";

/** Letters an id may have; anything else never becomes part of a path. */
const ID_FORM = /^[A-Za-z0-9_-]{1,80}$/u;

/** What a history needs. */
export interface HistoryParts {
  /** Made when the first entry is added. */
  readonly folder: string;
  /** The summary of a stored text; null when it is none of ours (then it is left alone and not listed). */
  readonly summarise: (text: string) => HistorySummary | null;
  readonly limits?: HistoryLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** All check-ups of this person, one file each. Window and terminal may use the same folder at the same time. */
export interface History {
  /** Newest first. Empty when there is none. */
  list(): readonly HistoryEntry[];
  get(id: string): Result<string, HistoryError>;
  /** Adds or replaces, then forgets what is beyond the limits. */
  add(summary: HistorySummary, text: string): Result<void, StorageFailure>;
  /** True when it was there. */
  remove(id: string): Result<boolean, StorageFailure>;
  /** How many were there. */
  removeAll(): Result<number, StorageFailure>;
}

/** Opens a history; nothing is read until it is asked for. */
export function openHistory({ folder, summarise, limits = HISTORY_LIMITS, now }: HistoryParts): History {
  // A file never changes under its name but by replacement, which changes its time: what was read once stays known.
  const known = knownSummaries(folder);
  const pathOf = (id: string): string => join(folder, `${id}${SUFFIX}`);

  const entryOf = (name: string): HistoryEntry | null => {
    const path = join(folder, name);
    try {
      const { size, mtimeMs } = statSync(path);
      const stamp = `${size} ${mtimeMs}`;
      const before = known.get(name, stamp);
      if (before !== undefined) return before.summary === null ? null : { ...before.summary, bytes: size };
      const said = summarise(readFileSync(path, "utf8"));
      // The name decides where an entry is found: a copy under another name is not the entry.
      const summary = said === null || `${said.id}${SUFFIX}` !== name ? null : said;
      known.set(name, { stamp, summary });
      return summary === null ? null : { ...summary, bytes: size };
    } catch {
      // Deleted meanwhile by the other face of the program, or not readable: not an entry now.
      return null;
    }
  };

  const list = (): readonly HistoryEntry[] => {
    const names = namesIn(folder);
    const entries = names.flatMap((name) => entryOf(name) ?? []);
    known.keepOnly(names);
    known.save();
    return entries.sort((a, b) => b.startedAt.localeCompare(a.startedAt) || a.id.localeCompare(b.id));
  };
  const forget = (id: string): Result<boolean, StorageFailure> => (ID_FORM.test(id) ? unlink(pathOf(id)) : ok(false));

  return {
    list,
    get: (id) => (ID_FORM.test(id) ? read(pathOf(id)) : fail("not-found")),
    add: (summary, text) => {
      if (!ID_FORM.test(summary.id)) return fail({ code: "failed", detail: "id" });
      const written = writeFileAtomic(pathOf(summary.id), text);
      if (!written.ok) return written;
      for (const { id } of beyond(list(), limits, now())) forget(id);
      return ok(undefined);
    },
    remove: (id) => {
      const gone = forget(id);
      // Nothing of a deleted entry may stay behind in the summaries.
      known.keepOnly(namesIn(folder));
      known.save();
      return gone;
    },
    removeAll: () => {
      let removed = 0;
      for (const { id } of list()) {
        const gone = forget(id);
        if (!gone.ok) return gone;
        if (gone.value) removed += 1;
      }
      known.keepOnly(namesIn(folder));
      known.save();
      return syncedFolder(folder, removed);
    },
  };
}

/** What is too old, too many or too much, given newest first. The newest entry always stays. */
export function beyond(entries: readonly HistoryEntry[], limits: HistoryLimits, now: number): readonly HistoryEntry[] {
  const oldest = now - limits.days * 24 * 60 * 60 * 1000;
  let bytes = 0;
  return entries.filter((entry, index) => {
    bytes += entry.bytes;
    return index > 0 && (index >= limits.entries || bytes > limits.bytes || Date.parse(entry.startedAt) < oldest);
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(SUFFIX) && !name.startsWith("."));
  } catch {
    // No folder yet: no entries.
    return [];
  }
}

function read(path: string): Result<string, HistoryError> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return fail(error instanceof Error && "code" in error && error.code === "ENOENT" ? "not-found" : "not-readable");
  }
}

function unlink(path: string): Result<boolean, StorageFailure> {
  try {
    unlinkSync(path);
    return ok(true);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return ok(false);
    return fail(storageFailureOf(error));
  }
}

function syncedFolder(folder: string, removed: number): Result<number, StorageFailure> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    syncFolder(folder);
    return ok(removed);
  } catch (error) {
    return fail(storageFailureOf(error));
  }
}
