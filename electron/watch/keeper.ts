import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { WatchClock } from "./clock.ts";
import type { WatchRecord } from "./record.ts";
import type { StoreFailure, WatchStore } from "./store.ts";

/** Looks may wait this long before they are on the disk (ms): a crash costs them at most, and disks are spared. */
const KEEP_WITHIN_MS = 10_000;

/** `new`: not in the file yet. `given`: said by the person. `seen`: what a look brought. */
type Why = "new" | "given" | "seen";

/**
 * Writes what changed into the file that all programs share. A watch that is gone from the file was removed by another
 * program and stays gone; what a person said there counts more than what was seen here.
 */
export class Keeper {
  private readonly waiting = new Map<string, { readonly record: WatchRecord; readonly why: Why }>();
  private readonly store: WatchStore;
  private readonly clock: WatchClock;
  private readonly report: (error: unknown) => void;
  private readonly onKept: (record: WatchRecord | { readonly gone: string }) => void;
  private forget: (() => void) | null = null;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    store: WatchStore,
    clock: WatchClock,
    report: (error: unknown) => void,
    onKept: (record: WatchRecord | { readonly gone: string }) => void,
  ) {
    this.store = store;
    this.clock = clock;
    this.report = report;
    this.onKept = onKept;
  }

  /** To be written soon, or with the next flush. */
  put(record: WatchRecord, why: Why): void {
    const before = this.waiting.get(record.id)?.why;
    this.waiting.set(record.id, { record, why: before === "new" || why === "seen" ? (before ?? why) : why });
    this.forget ??= this.clock.after(KEEP_WITHIN_MS, () => {
      this.forget = null;
      void this.flushSoon();
    });
  }

  private async flushSoon(): Promise<void> {
    const kept = await this.flush();
    if (!kept.ok) this.report(new Error(`the watches could not be kept: ${kept.error.code} ${kept.error.detail}`));
  }

  /** Writes now what waits; one after the other. */
  flush(): Promise<Result<void, StoreFailure>> {
    const next = this.writing.then(() => this.write());
    this.writing = next;
    return next;
  }

  /** Takes a watch out of the file; true when it was there. */
  async remove(id: string): Promise<boolean> {
    this.waiting.delete(id);
    await this.writing;
    let there = false;
    const kept = await this.store.update((file) => {
      there = file.watches.some((one) => one.id === id);
      return { ...file, watches: file.watches.filter((one) => one.id !== id) };
    });
    return kept.ok && there;
  }

  close(): void {
    this.forget?.();
    this.forget = null;
  }

  private async write(): Promise<Result<void, StoreFailure>> {
    this.close();
    const batch = new Map(this.waiting);
    if (batch.size === 0) return ok(undefined);
    this.waiting.clear();
    const gone: string[] = [];
    const kept = await this.store.update((file) => {
      gone.length = 0;
      const there = new Set(file.watches.map(({ id }) => id));
      const added = [...batch.values()].flatMap(({ record, why }) => {
        if (there.has(record.id)) return [];
        if (why === "new") return [record];
        gone.push(record.id);
        return [];
      });
      return { ...file, watches: [...file.watches.map((one) => merged(one, batch.get(one.id))), ...added] };
    });
    if (!kept.ok) {
      // Nothing is lost: it waits for the next time, unless something newer waits already.
      for (const [id, one] of batch) if (!this.waiting.has(id)) this.waiting.set(id, one);
      return fail(kept.error);
    }
    for (const id of gone) this.onKept({ gone: id });
    for (const record of kept.value.watches) if (batch.has(record.id)) this.onKept(record);
    return ok(undefined);
  }
}

function merged(
  theirs: WatchRecord,
  ours: { readonly record: WatchRecord; readonly why: Why } | undefined,
): WatchRecord {
  if (ours === undefined) return theirs;
  const { record, why } = ours;
  if (why !== "seen") return record;
  const { face, keepOn, endedAt, end } = theirs;
  return { ...record, face, keepOn, endedAt, end };
}
