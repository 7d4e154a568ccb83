import { ok } from "../../../shared/lib/result.ts";
import type { WatchNewsKind } from "../../../shared/model/watch.ts";
import { parseTarget } from "../../../electron/engine/target.ts";
import { targetOfUrl } from "../../../electron/watch/live-place.ts";
import type { WatchesFile } from "../../../electron/watch/record.ts";
import { WatchRunner } from "../../../electron/watch/runner.ts";
import type { WatchStore } from "../../../electron/watch/store.ts";
import { madeUpWorld, type SiteAnswer } from "./made-up-world.ts";
import { siteLife, spellAt, type Spell, type SpellKind } from "./site-life.ts";
import { chanceOf, VirtualClock } from "./virtual-clock.ts";

/** What was told, and what was true then. */
export interface Told {
  readonly kind: WatchNewsKind;
  readonly at: number;
  readonly firstGoodAt: number | null;
  readonly truth: SpellKind;
}

/** How a simulated life was seen. Times in ms. */
export interface Simulated {
  readonly hours: number;
  readonly visits: number;
  readonly told: readonly Told[];
  /** "Back" or "works" while the site was not. */
  readonly falseBacks: readonly Told[];
  /** Of recoveries that followed a "down": from the site's first good answer since its last failed one to the news. */
  readonly afterDown: readonly number[];
  /** Of the other true "back": how long the site had answered well by then. */
  readonly afterUnsteady: readonly number[];
  /** Outages that were seen as down and ended in a quarter of an hour of health at least. */
  readonly recoveries: number;
  /** Of those, the ones nobody was told about before the next trouble. */
  readonly missed: readonly Spell[];
  readonly errors: readonly unknown[];
}

const START = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;

/** Watches a made-up site for so many hours of its time. `flapping`: share of its troubles, 0 to 1. */
export async function simulate(seed: number, hours: number, flapping?: number): Promise<Simulated> {
  const chance = chanceOf(seed);
  const clock = new VirtualClock(START);
  const spells = siteLife(START, hours * HOUR, chance, flapping);
  const world = madeUpWorld(spells, clock, chance);
  const told: Told[] = [];
  const errors: unknown[] = [];
  const runner = new WatchRunner({
    place: world.place,
    store: storeInMemory(),
    face: "window",
    targetOf: targetOfUrl,
    clock,
    random: chance,
    report: (error) => errors.push(error),
    onEvent: (event) => {
      if (event.kind !== "changed" || event.news === null) return;
      const { kind, at, firstGoodAt } = event.news;
      const time = Date.parse(at);
      const good = firstGoodAt === null ? null : Date.parse(firstGoodAt);
      told.push({ kind, at: time, firstGoodAt: good, truth: spellAt(spells, time).kind });
    },
  });
  const target = parseTarget("http://shop.example/");
  if (!target.ok) throw new Error(target.error);
  await runner.start();
  const added = await runner.add({ target: target.value, down: false, privateMode: false, keepOn: true });
  if (!added.ok) throw new Error(added.error.code);
  await clock.runUntil(START + hours * HOUR);
  const closed = runner.close();
  await clock.runUntil(START + hours * HOUR + 60_000);
  await closed;
  return {
    hours,
    visits: world.visits.length,
    ...summary(spells, told, world.answers, START + hours * HOUR),
    told,
    errors,
  };
}

function summary(spells: readonly Spell[], told: readonly Told[], answers: readonly SiteAnswer[], end: number) {
  const good = told.filter(({ kind }) => kind === "back" || kind === "works");
  const trueBacks = good.filter(({ kind, truth }) => kind === "back" && truth === "fine");
  const ofDown = trueBacks.filter(({ at }) => told.findLast((one) => one.at < at)?.kind === "down");
  const recovered = spells.filter(
    (spell) => spell.kind === "fine" && spell.to <= end && spell.to - spell.from >= 15 * 60_000 && wasDown(told, spell),
  );
  return {
    falseBacks: good.filter(({ truth }) => truth !== "fine"),
    afterDown: ofDown.map(({ at }) => at - goodSince(answers, at)),
    afterUnsteady: trueBacks.filter((one) => !ofDown.includes(one)).map(({ at }) => at - goodSince(answers, at)),
    recoveries: recovered.length,
    missed: recovered.filter(
      ({ from, to }) =>
        !told.some(({ kind, at }) => at >= from && at < to && (kind === "back" || kind === "other-page")),
    ),
  };
}

/** The first good answer after the last failed one; what the server sent counts, not what the watch made of it. */
function goodSince(answers: readonly SiteAnswer[], at: number): number {
  const before = answers.filter((one) => one.at <= at);
  const failed = before.findLastIndex(({ good }) => !good);
  return before[failed + 1]?.at ?? at;
}

/** The last thing told before this spell was that the site is down. */
function wasDown(told: readonly Told[], { from }: Spell): boolean {
  return told.findLast(({ at }) => at < from)?.kind === "down";
}

function storeInMemory(): WatchStore {
  let file: WatchesFile = { version: 1, background: "no", watches: [] };
  return {
    read: () => file,
    update: async (change) => {
      file = change(file);
      return ok(file);
    },
    claim: async () => ok({ release: () => Promise.resolve() }),
  };
}
