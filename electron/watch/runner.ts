import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { WatchBackground, Watches, WatchView } from "../../shared/model/watch.ts";
import { beginning, isOver, type WatchOrder } from "./beginning.ts";
import { MACHINE_CLOCK, type WatchClock } from "./clock.ts";
import { Keeper } from "./keeper.ts";
import { createLook } from "./look/look.ts";
import { Looking } from "./look/looking.ts";
import { createNear } from "./look/near.ts";
import { createProxyBook, type ProxyBook } from "./place.ts";
import { createPump, type Pump } from "./pump.ts";
import { inListOrder, viewOf, type WatchRecord } from "./record.ts";
import { goRound } from "./round.ts";
import type { AddFailure, RunnerParts } from "./runner-parts.ts";
import { runningOf, siteOf, type StoreFailure } from "./store.ts";
import { WatchTable } from "./table.ts";

/** Other programs' watches are looked for this often (ms). */
const LOOK_ROUND_MS = 30_000;
/** A look can be asked for out of turn, but not more often than this (ms). */
const BY_HAND_MS = 30_000;

/** Watches any number of sites, as long as its program runs. */
export class WatchRunner {
  private readonly parts: RunnerParts;
  private readonly clock: WatchClock;
  private readonly random: () => number;
  private readonly table = new WatchTable();
  private readonly lifetime = new AbortController();
  private readonly proxies: ProxyBook;
  private readonly pump: Pump;
  private readonly keeper: Keeper;
  private readonly looking: Looking;
  private lastRound = 0;

  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.clock = parts.clock ?? MACHINE_CLOCK;
    this.random = parts.random ?? Math.random;
    const now = (): number => this.clock.now();
    this.proxies = createProxyBook(parts.place.machine, now);
    this.keeper = new Keeper(parts.store, this.clock, parts.report, (record) => this.onKept(record));
    this.looking = new Looking({
      table: this.table,
      keeper: this.keeper,
      turn: {
        look: createLook(parts.place, this.proxies, now),
        near: createNear(parts.place, now),
        proxies: this.proxies,
        targetOf: parts.targetOf,
        now,
        random: this.random,
        lifetime: this.lifetime.signal,
      },
      report: parts.report,
      onSeen: (record, isNews) => this.onSeen(record, isNews),
    });
    this.pump = createPump({
      clock: this.clock,
      waiting: () => this.waiting(),
      turn: (id) => (id === ROUND ? this.looking.track(this.round()) : this.looking.take(id)),
      onSlept: () => this.spread(),
      onSetBack: (ms) => {
        this.table.shift(ms);
        this.lastRound -= ms;
      },
    });
  }

  /** Takes up what was being watched when the program ended last. */
  async start(): Promise<void> {
    await this.round();
    this.spread();
    this.pump.go();
  }

  /** All watches, other programs' included. */
  list(): Watches {
    const file = this.parts.store.read();
    const others = file.watches.filter(({ id }) => this.table.get(id) === undefined);
    return {
      watches: [...this.table.records(), ...others].toSorted(inListOrder).map((record) => this.view(record)),
      background: file.background,
    };
  }

  /** Begins a watch. A page that is being watched already is not watched twice: its watch is given. */
  async add(order: WatchOrder): Promise<Result<WatchView, AddFailure>> {
    const { url } = order.target;
    const running = this.table.ofSite(siteOf(url));
    if (running !== undefined) return ok(this.view(running));
    const claimed = await this.parts.store.claim(url);
    if (!claimed.ok) return claimed;
    const lock = claimed.value;
    const { face } = this.parts;
    if (lock === null && face === "terminal") return fail({ code: "elsewhere", detail: "" });
    const theirs = lock === null ? runningOf(this.parts.store.read(), url) : null;
    // A wait in a terminal that the window wants as well becomes the window's when the terminal ends.
    const record = theirs === null ? beginning(order, face, this.clock.now()) : { ...theirs, face };
    this.table.put(record, lock);
    this.keeper.put(record, theirs === null ? "new" : "given");
    const kept = await this.keeper.flush();
    if (!kept.ok) {
      await this.table.letGo(record.id);
      return kept;
    }
    this.tell(record, false);
    this.pump.go();
    return ok(this.view(record));
  }

  /** Ends a watch; false when it is not running. */
  async stop(id: string): Promise<boolean> {
    const record = this.table.get(id)?.record ?? this.parts.store.read().watches.find((one) => one.id === id);
    if (record === undefined || record.endedAt !== null) return false;
    await this.end(record, "stopped");
    return true;
  }

  /** Ends and forgets a watch; false when there is none. */
  async remove(id: string): Promise<boolean> {
    await this.table.letGo(id);
    const removed = await this.keeper.remove(id);
    if (removed) this.parts.onEvent({ kind: "removed", id });
    return removed;
  }

  /** Looks out of turn; false when the site was looked at a moment ago or asked to be left alone. */
  lookNow(id: string): boolean {
    const entry = this.table.get(id);
    const now = this.clock.now();
    if (entry === undefined || entry.lock === null || entry.running !== null) return false;
    const { memory, notBefore } = entry.record;
    if (now - (memory.lastAt ?? 0) < BY_HAND_MS || (notBefore ?? 0) > now) return false;
    entry.record = { ...entry.record, nextAt: now };
    this.pump.poke();
    return true;
  }

  /** Goes on when the site is back, or does not; false when there is no such watch. */
  async setKeepOn(id: string, keepOn: boolean): Promise<boolean> {
    const entry = this.table.get(id);
    if (entry === undefined || entry.record.endedAt !== null) return false;
    entry.record = { ...entry.record, keepOn };
    this.keeper.put(entry.record, "given");
    const { ok: kept } = await this.keeper.flush();
    this.tell(entry.record, false);
    return kept;
  }

  /** Whether watching goes on when the window is closed. */
  async setBackground(background: WatchBackground): Promise<Result<unknown, StoreFailure>> {
    const kept = await this.parts.store.update((file) => ({ ...file, background }));
    if (kept.ok) this.parts.onEvent({ kind: "background", background });
    return kept;
  }

  /** The computer goes to sleep: looks under way are given up, and count for nothing. */
  suspend(): void {
    this.pump.pause();
    this.table.abort();
  }

  /** The computer is awake again. */
  wake(): void {
    this.spread();
    this.pump.go();
  }

  /** Ends all looking, keeps everything, and lets other programs have it. */
  async close(): Promise<void> {
    this.pump.close();
    this.lifetime.abort();
    this.table.abort();
    await this.looking.settled();
    const kept = await this.keeper.flush();
    if (!kept.ok) this.parts.report(new Error(`the watches could not be kept: ${kept.error.code}`));
    this.keeper.close();
    await this.table.letAllGo();
  }

  private view(record: WatchRecord): WatchView {
    return viewOf(record, this.clock.now(), record.endedAt === null && !this.table.isOurs(record.id));
  }

  private waiting() {
    const round = { id: ROUND, host: ROUND, at: this.lastRound + LOOK_ROUND_MS };
    return this.parts.face === "window" ? [...this.table.due(), round] : this.table.due();
  }

  private async onSeen(record: WatchRecord, isNews: boolean): Promise<void> {
    this.tell(record, isNews);
    if (isOver(record, this.clock.now())) await this.end(record, "back");
  }

  private async end(record: WatchRecord, end: NonNullable<WatchRecord["end"]>): Promise<void> {
    const ended = { ...record, end, endedAt: this.clock.now() };
    const entry = this.table.take(record.id);
    entry?.running?.abort();
    this.keeper.put(ended, "given");
    const kept = await this.keeper.flush();
    if (!kept.ok) this.parts.report(new Error(`the end of a watch could not be kept: ${kept.error.code}`));
    await entry?.lock?.release();
    this.tell(ended, false);
  }

  /** `isNews`: its newest news have just happened. */
  private tell(record: WatchRecord, isNews: boolean): void {
    try {
      const watch = this.view(record);
      this.parts.onEvent({ kind: "changed", watch, news: isNews ? (watch.news.at(-1) ?? null) : null });
    } catch (error) {
      this.parts.report(error);
    }
  }

  private spread(): void {
    this.table.spread(this.clock.now(), this.random);
    this.proxies.forget();
  }

  /** The other face changed or ended a watch of ours, or it has vanished from the file. */
  private onKept(record: WatchRecord | { readonly gone: string }): void {
    const id = "gone" in record ? record.gone : record.id;
    const entry = this.table.get(id);
    if (entry === undefined) return;
    if ("gone" in record) {
      void this.table.letGo(id).catch(this.parts.report);
      this.parts.onEvent({ kind: "removed", id });
      return;
    }
    entry.record = { ...entry.record, keepOn: record.keepOn, face: record.face };
    if (record.endedAt === null) return;
    void this.table.letGo(id).catch(this.parts.report);
    this.tell(record, false);
  }

  private async round(): Promise<void> {
    this.lastRound = this.clock.now();
    if (this.parts.face === "terminal") return;
    await goRound({
      store: this.parts.store,
      table: this.table,
      tell: (record, isNews) => this.tell(record, isNews),
      interrupted: (record) => this.end(record, "interrupted"),
    });
  }
}

/** The pump's name for the look at other programs' watches; no watch is called so. */
const ROUND = "round";
