import type { Keeper } from "../keeper.ts";
import { takeTurn, type TurnParts } from "./one-turn.ts";
import type { WatchRecord } from "../record.ts";
import { spreadAt } from "../state/schedule.ts";
import type { Entry, WatchTable } from "../table.ts";

/** What looking needs. */
export interface LookingParts {
  readonly table: WatchTable;
  readonly keeper: Keeper;
  readonly turn: TurnParts;
  readonly report: (error: unknown) => void;
  /** A look was taken in; `isNews`: it changed something that people are told. */
  readonly onSeen: (record: WatchRecord, isNews: boolean) => Promise<void>;
}

/** After a bug of ours a watch rests for so long (ms): it must not turn into a look every moment. */
const AFTER_BUG_MS = 30_000;

/** Gives watches their turns and puts what comes of them into the table. */
export class Looking {
  private readonly parts: LookingParts;
  private readonly underWay = new Set<Promise<void>>();

  constructor(parts: LookingParts) {
    this.parts = parts;
  }

  /** One turn of a watch. Never rejects. */
  take(id: string): Promise<void> {
    const entry = this.parts.table.get(id);
    return entry === undefined ? Promise.resolve() : this.track(this.turnOf(id, entry));
  }

  /** Anything else that the end has to wait for. Never rejects. */
  track(work: Promise<void>): Promise<void> {
    const tracked = work.catch(this.parts.report).finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
    return tracked;
  }

  /** Nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async turnOf(id: string, entry: Entry): Promise<void> {
    const { table, keeper, turn, report, onSeen } = this.parts;
    const running = new AbortController();
    entry.running = running;
    const signal = AbortSignal.any([running.signal, turn.lifetime]);
    try {
      const turned = await takeTurn(entry.record, turn, signal);
      // Ended or removed meanwhile, or put to sleep: what was seen counts for nothing.
      if (turned === null || signal.aborted || table.get(id) !== entry) return this.again(entry);
      // What the person changed meanwhile stays changed.
      entry.record = { ...turned.record, keepOn: entry.record.keepOn };
      keeper.put(entry.record, "seen");
      if (turned.news !== null) await keeper.flush();
      await onSeen(entry.record, turned.news !== null);
    } catch (error) {
      entry.record = { ...entry.record, nextAt: turn.now() + AFTER_BUG_MS };
      report(error);
    } finally {
      entry.running = null;
    }
  }

  /** A turn that came to nothing has its turn again, not at once. */
  private again(entry: Entry): void {
    const { now, random } = this.parts.turn;
    entry.record = { ...entry.record, nextAt: Math.max(entry.record.nextAt, spreadAt(now(), 0, random())) };
  }
}
