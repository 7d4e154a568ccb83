import type { HeldLock } from "../storage/machine-lock.ts";
import type { Due } from "./pump.ts";
import type { WatchRecord } from "./record.ts";
import { spreadAt } from "./state/schedule.ts";
import { siteOf } from "./store.ts";

/** A watch that this program knows of and that has not ended. */
export interface Entry {
  record: WatchRecord;
  /** Null: another program does the looking. */
  lock: HeldLock | null;
  running: AbortController | null;
}

/** The watches of this program, and what becomes of all of them when the clock or the program stops. */
export class WatchTable {
  private readonly entries = new Map<string, Entry>();

  get(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  put(record: WatchRecord, lock: HeldLock | null): void {
    this.entries.set(record.id, { record, lock, running: null });
  }

  /** Takes it out; what it holds stays held. */
  take(id: string): Entry | undefined {
    const entry = this.entries.get(id);
    this.entries.delete(id);
    return entry;
  }

  records(): readonly WatchRecord[] {
    return [...this.entries.values()].map(({ record }) => record);
  }

  /** Does this program do the looking? */
  isOurs(id: string): boolean {
    return this.get(id)?.lock != null;
  }

  /** The running watch of this page. */
  ofSite(site: string): WatchRecord | undefined {
    return this.records().find(({ url, endedAt }) => endedAt === null && siteOf(url) === site);
  }

  /** Those whose looks are this program's to take. */
  due(): readonly Due[] {
    return [...this.entries.values()].flatMap(({ record, lock }) =>
      lock === null || record.endedAt !== null
        ? []
        : [{ id: record.id, host: new URL(record.url).hostname, at: record.nextAt }],
    );
  }

  /** Everything that is overdue gets a moment of its own. */
  spread(now: number, random: () => number): void {
    const overdue = [...this.entries.values()].filter(({ record }) => record.nextAt <= now);
    for (const [index, entry] of overdue.entries()) {
      entry.record = { ...entry.record, nextAt: spreadAt(now, index, random()) };
    }
  }

  /** The clock was set back by so many ms: what was planned comes as soon as it would have. */
  shift(ms: number): void {
    for (const entry of this.entries.values()) entry.record = { ...entry.record, nextAt: entry.record.nextAt - ms };
  }

  /** Gives up the looks under way. */
  abort(): void {
    for (const { running } of this.entries.values()) running?.abort();
  }

  /** Takes one out, gives its look up, and lets other programs have it. */
  async letGo(id: string): Promise<void> {
    const entry = this.take(id);
    entry?.running?.abort();
    await entry?.lock?.release();
  }

  /** The same with all of them. */
  async letAllGo(): Promise<void> {
    await Promise.all([...this.entries.keys()].map((id) => this.letGo(id)));
  }
}
