import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Target } from "../../shared/model/target.ts";
import type { WatchBackground, WatchEvent, WatchNews, Watches, WatchView } from "../../shared/model/watch.ts";
import type { HeldLock } from "../storage/machine-lock.ts";
import { MACHINE_CLOCK, type WatchClock } from "./clock.ts";
import { Keeper } from "./keeper.ts";
import { createLook } from "./look.ts";
import { createNear } from "./near.ts";
import { takeTurn, type TurnParts } from "./one-turn.ts";
import { createProxyBook, type Place } from "./place.ts";
import { createPump, type Pump } from "./pump.ts";
import { viewOf, type WatchRecord } from "./record.ts";
import { spreadAt } from "./schedule.ts";
import { firstMemory } from "./memory.ts";
import { siteOf, type StoreFailure, type WatchStore } from "./store.ts";

/** What a runner is made of. */
export interface RunnerParts {
  readonly place: Place;
  readonly store: WatchStore;
  readonly face: "window" | "terminal";
  readonly targetOf: (url: string) => Target;
  readonly onEvent: (event: WatchEvent) => void;
  /** Hears of what could not be kept or broke; nothing of it ends a watch. */
  readonly report: (error: unknown) => void;
  readonly clock?: WatchClock;
  /** 0 to 1. */
  readonly random?: () => number;
}

/** A site to watch. */
export interface WatchOrder {
  readonly target: Target;
  /** A check-up has just seen it fail for reasons of its own. */
  readonly down: boolean;
  readonly privateMode: boolean;
  readonly keepOn: boolean;
}

/** Why a watch could not begin. `elsewhere`: another program of this person watches the page (told to a terminal only). */
export type AddFailure = StoreFailure | { readonly code: "elsewhere"; readonly detail: string };

/** How long a site that is back is watched still, to see whether it holds (ms). */
const HOLDS_MS = 10 * 60_000;
/** Other programs' watches are looked for this often (ms). */
const LOOK_ROUND_MS = 30_000;
/** A look can be asked for out of turn, but not more often than this (ms). */
const BY_HAND_MS = 30_000;

interface Entry {
  record: WatchRecord;
  /** Null: another program does the looking. */
  lock: HeldLock | null;
  running: AbortController | null;
}

/** Watches any number of sites, as long as its program runs. */
export class WatchRunner {
  private readonly parts: RunnerParts;
  private readonly clock: WatchClock;
  private readonly random: () => number;
  private readonly entries = new Map<string, Entry>();
  private readonly lifetime = new AbortController();
  private readonly turnParts: TurnParts;
  private readonly pump: Pump;
  private readonly keeper: Keeper;
  private readonly turns = new Set<Promise<void>>();
  private lastRound = 0;

  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.clock = parts.clock ?? MACHINE_CLOCK;
    this.random = parts.random ?? Math.random;
    const now = (): number => this.clock.now();
    const proxies = createProxyBook(parts.place.machine, now);
    const look = createLook(parts.place, proxies, now);
    const near = createNear(parts.place, now);
    const { targetOf } = parts;
    const { random } = this;
    this.turnParts = { look, near, proxies, targetOf, now, random, lifetime: this.lifetime.signal };
    this.keeper = new Keeper(parts.store, this.clock, parts.report, (record) => this.onKept(record));
    this.pump = createPump({
      clock: this.clock,
      waiting: () => this.waiting(),
      turn: (id) => (id === ROUND ? this.goRound() : this.track(this.takeTurn(id))),
      onSlept: () => this.spread(),
      onSetBack: (ms) => this.shift(ms),
    });
  }

  /** Takes up what was being watched when the program ended last. */
  async start(): Promise<void> {
    await this.goRound();
    this.spread();
    this.pump.go();
  }

  /** All watches, other programs' included. */
  list(): Watches {
    const file = this.parts.store.read();
    const own = [...this.entries.values()].map(({ record }) => record);
    const others = file.watches.filter(({ id }) => !this.entries.has(id));
    const all = [...own, ...others].toSorted(
      (a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || b.startedAt - a.startedAt,
    );
    return { watches: all.map((record) => this.view(record)), background: file.background };
  }

  /** Begins a watch. A page that is being watched already is not watched twice: its watch is given. */
  async add({ target, down, privateMode, keepOn }: WatchOrder): Promise<Result<WatchView, AddFailure>> {
    const site = siteOf(target.url);
    const running = [...this.entries.values()].find(
      ({ record }) => record.endedAt === null && siteOf(record.url) === site,
    );
    if (running !== undefined) return ok(this.view(running.record));
    const claimed = await this.parts.store.claim(target.url);
    if (!claimed.ok) return claimed;
    const lock = claimed.value;
    if (lock === null && this.parts.face === "terminal") return fail({ code: "elsewhere", detail: "" });
    const at = this.clock.now();
    const theirs = lock === null ? this.theirs(site) : null;
    const fresh: WatchRecord = {
      id: randomBytes(8).toString("hex"),
      url: target.url,
      displayHost: target.displayHost,
      schemeOpen: target.schemeGuessed,
      face: this.parts.face,
      privateMode,
      keepOn,
      startedAt: at,
      endedAt: null,
      end: null,
      memory: firstMemory(at, down),
      looks: [],
      total: { looks: 0, good: 0 },
      news: [],
      nextAt: at,
      notBefore: null,
      held: null,
    };
    // A wait in a terminal that the window wants as well becomes the window's when the terminal ends.
    const record = theirs === null ? fresh : { ...theirs, face: this.parts.face };
    this.entries.set(record.id, { record, lock, running: null });
    this.keeper.put(record, theirs === null ? "new" : "given");
    const kept = await this.keeper.flush();
    if (!kept.ok) {
      this.entries.delete(record.id);
      await lock?.release();
      return kept;
    }
    this.tell(record, null);
    this.pump.go();
    return ok(this.view(record));
  }

  /** Ends a watch; false when it is not running. */
  async stop(id: string): Promise<boolean> {
    const record = this.entries.get(id)?.record ?? this.parts.store.read().watches.find((one) => one.id === id);
    if (record === undefined || record.endedAt !== null) return false;
    await this.end(record, "stopped");
    return true;
  }

  /** Ends and forgets a watch; false when there is none. */
  async remove(id: string): Promise<boolean> {
    await this.letGo(id);
    const removed = await this.keeper.remove(id);
    if (removed) this.parts.onEvent({ kind: "removed", id });
    return removed;
  }

  /** Looks out of turn; false when the site was looked at a moment ago or asked to be left alone. */
  lookNow(id: string): boolean {
    const entry = this.entries.get(id);
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
    const entry = this.entries.get(id);
    if (entry === undefined || entry.record.endedAt !== null) return false;
    entry.record = { ...entry.record, keepOn };
    this.keeper.put(entry.record, "given");
    const { ok: kept } = await this.keeper.flush();
    this.tell(entry.record, null);
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
    for (const { running } of this.entries.values()) running?.abort();
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
    for (const { running } of this.entries.values()) running?.abort();
    await Promise.all(this.turns);
    const kept = await this.keeper.flush();
    if (!kept.ok) this.parts.report(new Error(`the watches could not be kept: ${kept.error.code}`));
    this.keeper.close();
    await Promise.all([...this.entries.values()].flatMap(({ lock }) => (lock === null ? [] : [lock.release()])));
    this.entries.clear();
  }

  private view(record: WatchRecord): WatchView {
    const entry = this.entries.get(record.id);
    const elsewhere = record.endedAt === null && (entry === undefined || entry.lock === null);
    return viewOf(record, this.clock.now(), elsewhere);
  }

  private theirs(site: string): WatchRecord | null {
    const { watches } = this.parts.store.read();
    return watches.find(({ url, endedAt }) => endedAt === null && siteOf(url) === site) ?? null;
  }

  private waiting() {
    const own = [...this.entries.values()].flatMap(({ record, lock }) =>
      lock === null || record.endedAt !== null
        ? []
        : [{ id: record.id, host: new URL(record.url).hostname, at: record.nextAt }],
    );
    return this.parts.face === "window"
      ? [...own, { id: ROUND, host: ROUND, at: this.lastRound + LOOK_ROUND_MS }]
      : own;
  }

  private track(turn: Promise<void>): Promise<void> {
    const tracked = turn.catch(this.parts.report).finally(() => this.turns.delete(tracked));
    this.turns.add(tracked);
    return tracked;
  }

  private async takeTurn(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    const running = new AbortController();
    entry.running = running;
    const signal = AbortSignal.any([running.signal, this.lifetime.signal]);
    try {
      const turned = await takeTurn(entry.record, this.turnParts, signal);
      // Ended or removed meanwhile, or put to sleep: what was seen counts for nothing.
      if (turned === null || signal.aborted || this.entries.get(id) !== entry) return this.again(entry);
      // What the person changed meanwhile stays changed.
      entry.record = { ...turned.record, keepOn: entry.record.keepOn };
      this.keeper.put(entry.record, "seen");
      const news = turned.news === null ? null : (this.view(entry.record).news.at(-1) ?? null);
      if (news !== null) await this.keeper.flush();
      this.tell(entry.record, news);
      if (this.isOver(entry.record)) await this.end(entry.record, "back");
    } catch (error) {
      // A bug of ours must not turn into a look every moment.
      entry.record = { ...entry.record, nextAt: this.clock.now() + BY_HAND_MS };
      this.parts.report(error);
    } finally {
      entry.running = null;
    }
  }

  /** A turn that came to nothing has its turn again, not at once. */
  private again(entry: Entry): void {
    entry.record = {
      ...entry.record,
      nextAt: Math.max(entry.record.nextAt, spreadAt(this.clock.now(), 0, this.random())),
    };
  }

  private isOver({ keepOn, face, memory, news }: WatchRecord): boolean {
    const last = news.at(-1)?.kind;
    if (keepOn || memory.state !== "up" || last === undefined || last === "down" || last === "flapping") return false;
    return face === "terminal" || this.clock.now() - memory.since >= HOLDS_MS;
  }

  private async end(record: WatchRecord, end: NonNullable<WatchRecord["end"]>): Promise<void> {
    const ended = { ...record, end, endedAt: this.clock.now() };
    const entry = this.entries.get(record.id);
    this.entries.delete(record.id);
    entry?.running?.abort();
    this.keeper.put(ended, "given");
    const kept = await this.keeper.flush();
    if (!kept.ok) this.parts.report(new Error(`the end of a watch could not be kept: ${kept.error.code}`));
    await entry?.lock?.release();
    this.tell(ended, null);
  }

  private async letGo(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.entries.delete(id);
    entry.running?.abort();
    await entry.lock?.release();
  }

  private tell(record: WatchRecord, news: WatchNews | null): void {
    try {
      this.parts.onEvent({ kind: "changed", watch: this.view(record), news });
    } catch (error) {
      this.parts.report(error);
    }
  }

  /** Everything that is overdue gets a moment of its own. */
  private spread(): void {
    const now = this.clock.now();
    const overdue = [...this.entries.values()].filter(({ record }) => record.nextAt <= now);
    for (const [index, entry] of overdue.entries()) {
      entry.record = { ...entry.record, nextAt: spreadAt(now, index, this.random()) };
    }
    this.turnParts.proxies.forget();
  }

  private shift(ms: number): void {
    for (const entry of this.entries.values()) entry.record = { ...entry.record, nextAt: entry.record.nextAt - ms };
    this.lastRound -= ms;
  }

  /** The other face changed or ended a watch of ours, or it has vanished from the file. */
  private onKept(record: WatchRecord | { readonly gone: string }): void {
    const id = "gone" in record ? record.gone : record.id;
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    if ("gone" in record) {
      void this.letGo(id).catch(this.parts.report);
      this.parts.onEvent({ kind: "removed", id });
      return;
    }
    entry.record = { ...entry.record, keepOn: record.keepOn, face: record.face };
    if (record.endedAt === null) return;
    void this.letGo(id).catch(this.parts.report);
    this.tell(record, null);
  }

  /** Watches of other programs: shows what they see, and takes over what nobody looks at any more. */
  private async goRound(): Promise<void> {
    this.lastRound = this.clock.now();
    if (this.parts.face === "terminal") return;
    for (const record of this.parts.store.read().watches) {
      const entry = this.entries.get(record.id);
      if (entry !== undefined && entry.lock !== null) continue;
      if (record.endedAt !== null && entry === undefined) continue;
      // oxlint-disable-next-line no-await-in-loop -- a handful, and each answers at once
      await this.meet(record, entry);
    }
  }

  private async meet(record: WatchRecord, entry: Entry | undefined): Promise<void> {
    if (record.endedAt !== null) {
      this.entries.delete(record.id);
      return this.tell(record, null);
    }
    const claimed = await this.parts.store.claim(record.url);
    const lock = claimed.ok ? claimed.value : null;
    if (lock !== null && record.face === "terminal") {
      // Its program went away without a word.
      await lock.release();
      return this.end(record, "interrupted");
    }
    this.entries.set(record.id, { record, lock, running: null });
    const isNew = entry === undefined || entry.record.total.looks !== record.total.looks;
    const hasNews = entry !== undefined && entry.record.news.at(-1)?.at !== record.news.at(-1)?.at;
    if (lock !== null || isNew) this.tell(record, hasNews ? (this.view(record).news.at(-1) ?? null) : null);
  }
}

/** The pump's name for the look at other programs' watches; no watch is called so. */
const ROUND = "round";
