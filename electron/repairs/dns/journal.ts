import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../../../shared/lib/result.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import { UNFINISHED, writeFileAtomic, type StorageFailure } from "../../storage/atomic-file.ts";
import { dnsChangeSchema } from "./change-schema.ts";

/** Version of the record's form; a record of another version is not understood. */
const VERSION = 1;

/** Closed changes that are kept: what stood before them is "last known good". */
export const KEPT_CHANGES = 20;

/** The durable record of DNS changes: one file each, whole or not there at all. */
export interface DnsJournal {
  /** Every readable change, newest first. Damaged records are moved aside and counted. */
  list(): { readonly changes: readonly DnsChange[]; readonly damaged: number };
  /** Keeps a change; it is on the disk when this returns ok. */
  write(change: DnsChange): Result<void, StorageFailure>;
}

/** Is this change still open: may something of it stand in the system unconfirmed? */
export function isOpen(change: DnsChange): boolean {
  return change.state !== "undone" && (change.state !== "committed" || change.restoring);
}

/** The journal in one folder. */
export function dnsJournal(folder: string): DnsJournal {
  return {
    list: () => {
      const read = namesIn(folder).map((name) => readRecord(join(folder, name)));
      const changes = read.flatMap((change) => change ?? []).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
      return { changes, damaged: read.length - changes.length };
    },
    write: (change) => {
      const written = writeFileAtomic(join(folder, `${change.id}.json`), recordOf(change));
      if (written.ok && !isOpen(change)) forgetOld(folder);
      return written;
    },
  };
}

function recordOf(change: DnsChange): string {
  return `${JSON.stringify({ version: VERSION, sha256: checksum(change), change }, null, 1)}\n`;
}

function checksum(change: unknown): string {
  return createHash("sha256").update(JSON.stringify(change)).digest("hex");
}

function namesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    // No folder yet: nothing was ever changed.
    return [];
  }
  for (const name of names) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
  return names.filter((name) => /^[0-9a-f]{32}\.json$/.test(name));
}

function readRecord(path: string): DnsChange | null {
  const text = attempt(() => readFileSync(path, "utf8"));
  // A disk that cannot be read now may be read later: only what was read and is wrong goes out of the way.
  if (text === null) return null;
  const change = parseRecord(text);
  if (change === null) attempt(() => renameSync(path, `${path}.damaged`));
  return change;
}

function parseRecord(text: string): DnsChange | null {
  const record = attempt((): unknown => JSON.parse(text));
  if (typeof record !== "object" || record === null || !("change" in record) || !("sha256" in record)) return null;
  // What is nested too deep to be written again has no checksum, and is none of ours.
  const sum = attempt(() => checksum(record.change));
  if (!("version" in record) || record.version !== VERSION || sum === null || record.sha256 !== sum) return null;
  const parsed = dnsChangeSchema.safeParse(record.change);
  return parsed.success ? parsed.data : null;
}

function forgetOld(folder: string): void {
  const closed = namesIn(folder)
    .flatMap((name) => readRecord(join(folder, name)) ?? [])
    .filter((change) => !isOpen(change))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  for (const { id } of closed.slice(KEPT_CHANGES)) rmSync(join(folder, `${id}.json`), { force: true });
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
