import type { WatchRecord } from "./record.ts";
import type { WatchStore } from "./store.ts";
import type { Entry, WatchTable } from "./table.ts";

/** What the round needs. */
export interface RoundParts {
  readonly store: WatchStore;
  readonly table: WatchTable;
  /** Tells of a watch; its newest news too when that is new here. */
  readonly tell: (record: WatchRecord, isNews: boolean) => void;
  /** Ends the watch of a program that went away without a word. */
  readonly interrupted: (record: WatchRecord) => Promise<void>;
}

/** Watches of other programs: shows what they see, and takes over what nobody looks at any more. */
export async function goRound(parts: RoundParts): Promise<void> {
  const { store, table } = parts;
  for (const record of store.read().watches) {
    const entry = table.get(record.id);
    if (entry !== undefined && entry.lock !== null) continue;
    if (record.endedAt !== null && entry === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- a handful, and each answers at once
    await meet(record, entry, parts);
  }
}

async function meet(
  record: WatchRecord,
  entry: Entry | undefined,
  { store, table, tell, interrupted }: RoundParts,
): Promise<void> {
  if (record.endedAt !== null) {
    table.take(record.id);
    tell(record, false);
    return;
  }
  const claimed = await store.claim(record.url);
  const lock = claimed.ok ? claimed.value : null;
  if (lock !== null && record.face === "terminal") {
    await lock.release();
    await interrupted(record);
    return;
  }
  table.put(record, lock);
  const isNew = entry === undefined || entry.record.total.looks !== record.total.looks;
  const hasNews = entry !== undefined && entry.record.news.at(-1)?.at !== record.news.at(-1)?.at;
  if (lock !== null || isNew) tell(record, hasNews);
}
