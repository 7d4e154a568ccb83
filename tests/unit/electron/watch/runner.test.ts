import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WatchEvent, WatchNews, WatchView } from "../../../../shared/model/watch.ts";
import { parseTarget } from "../../../../electron/engine/target.ts";
import { targetOfUrl } from "../../../../electron/watch/live-place.ts";
import { WatchRunner } from "../../../../electron/watch/runner.ts";
import { openWatchStore } from "../../../../electron/watch/store.ts";
import { watchedSites } from "../../../../electron/watch/watched-sites.ts";
import { BAD_GATEWAY, FINE, startFlakySite, type FlakySite } from "./flaky-site.ts";
import { skippingClock, type SkippingClock } from "./skipping-clock.ts";
import { loopbackPlace } from "./still-machine.ts";

let home: string;
let sites: FlakySite[];
let made: Made[];

interface Made {
  readonly runner: WatchRunner;
  readonly skipping: SkippingClock;
  readonly news: WatchNews[];
  readonly errors: unknown[];
  readonly seen: Map<string, WatchView>;
  add(url: string, change?: { readonly keepOn?: boolean; readonly down?: boolean }): Promise<WatchView>;
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-runner-"));
  sites = [];
  made = [];
});

afterEach(async () => {
  for (const { runner, skipping } of made) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    await runner.close();
    skipping.close();
  }
  await Promise.all(sites.map((one) => one.close()));
  await rm(home, { recursive: true, force: true });
});

async function site(host?: string, answerAfterMs = 0): Promise<FlakySite> {
  const started = await startFlakySite(host, answerAfterMs);
  sites.push(started);
  return started;
}

function make(face: "window" | "terminal" = "window", random = (): number => 0.5): Made {
  const skipping = skippingClock(loopbackPlace());
  const news: WatchNews[] = [];
  const errors: unknown[] = [];
  const seen = new Map<string, WatchView>();
  const onEvent = (event: WatchEvent): void => {
    if (event.kind !== "changed") return;
    seen.set(event.watch.id, event.watch);
    if (event.news !== null) news.push(event.news);
  };
  const report = (error: unknown): void => void errors.push(error);
  const { clock, place } = skipping;
  const store = openWatchStore(home);
  const runner = new WatchRunner({ place, store, face, targetOf: targetOfUrl, onEvent, report, clock, random });
  const one: Made = {
    runner,
    skipping,
    news,
    errors,
    seen,
    add: async (url, { keepOn = true, down = false } = {}) => {
      const target = parseTarget(url);
      if (!target.ok) throw new Error(target.error);
      const added = await runner.add({ target: target.value, down, privateMode: false, keepOn });
      if (!added.ok) throw new Error(added.error.code);
      return added.value;
    },
  };
  made.push(one);
  return one;
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > 30_000) throw new Error(`never: ${what}`);
    // oxlint-disable-next-line no-await-in-loop -- waiting is the point
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

function times(view: WatchView | undefined): readonly number[] {
  return (view?.looks ?? []).map(({ at }) => Date.parse(at));
}

describe("a watch over a site that flaps, dies and comes back", () => {
  it("names the flapping once, says down, and tells of the recovery within 20 s of the first good answer", async () => {
    const flaky = await site();
    const { add, news, seen, errors } = make();
    const { id } = await add(flaky.url);
    const looks = (): number => seen.get(id)?.total.looks ?? 0;
    for (let round = 0; round < 40 && news.every(({ kind }) => kind !== "flapping"); round += 1) {
      flaky.mood = round % 2 === 0 ? BAD_GATEWAY : FINE;
      const before = looks();
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      await until(() => looks() > before, "a look");
    }
    expect(news.map(({ kind }) => kind)).toContain("flapping");
    await flaky.die();
    await until(() => news.some(({ kind }) => kind === "down"), "down");
    await flaky.revive();
    flaky.mood = FINE;
    await until(() => news.at(-1)?.kind === "back", "back");
    const { at, firstGoodAt } = news.at(-1) ?? { at: "", firstGoodAt: null };
    expect(Date.parse(at) - Date.parse(firstGoodAt ?? "")).toBeLessThanOrEqual(20_000);
    expect(news.filter(({ kind }) => kind === "flapping")).toHaveLength(1);
    expect(seen.get(id)?.looks.at(-4)?.code).toBe("connect-refused");
    expect(errors).toEqual([]);
  });
});

describe("politeness", () => {
  it("never asks before the time the site wished for", async () => {
    const busy = await site();
    busy.mood = { kind: "page", status: 503, body: "busy", headers: { "retry-after": "1800" } };
    const { add, seen } = make();
    const { id } = await add(busy.url);
    await until(() => (seen.get(id)?.total.looks ?? 0) >= 3, "three looks");
    const at = times(seen.get(id));
    for (const [index, time] of at.slice(1).entries())
      expect(time - (at[index] ?? 0)).toBeGreaterThanOrEqual(1_800_000);
    expect(seen.get(id)?.retryAfterUntil).not.toBeNull();
    expect(made[0]?.runner.lookNow(id)).toBe(false);
  });

  it("never asks one host twice at the same time, and at most three hosts", async () => {
    const hosts = ["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"];
    const slow = await Promise.all(hosts.map((host) => site(host, 30)));
    const { add, runner } = make();
    await Promise.all(slow.flatMap(({ url }) => [add(`${url}a`), add(`${url}b`), add(`${url}c`)]));
    await until(() => runner.list().watches.every(({ total }) => total.looks >= 2), "two looks at each");
    for (const one of slow) expect(one.mostAtOnce()).toBe(1);
    expect(runner.list().watches).toHaveLength(15);
  });

  it("watches a page once, however often it is asked for", async () => {
    const one = await site();
    const { add, runner } = make();
    const [first, second] = [await add(one.url), await add(one.url)];
    expect(second.id).toBe(first.id);
    expect(runner.list().watches).toHaveLength(1);
  });

  it("comes out of a sleep without a burst", async () => {
    const hosts = Array.from({ length: 12 }, (_, index) => `127.0.1.${index + 1}`);
    const many = await Promise.all(hosts.map((host) => site(host)));
    const { add, skipping, runner } = make();
    await Promise.all(many.map(({ url }) => add(url)));
    await until(() => runner.list().watches.every(({ state }) => state === "up"), "all up");
    const before = new Map(runner.list().watches.map(({ id, total }) => [id, total.looks]));
    const woke = skipping.clock.now() + 8 * 3_600_000;
    skipping.jump(8 * 3_600_000);
    await until(
      () => runner.list().watches.every(({ id, total }) => total.looks > (before.get(id) ?? 0)),
      "a look each",
    );
    const first = runner
      .list()
      .watches.map(({ looks }) => Math.min(...looks.map(({ at }) => Date.parse(at)).filter((at) => at >= woke)));
    // Never more than three within any second.
    const perSecond = first.map((at) => first.filter((other) => Math.abs(other - at) < 500).length);
    expect(Math.max(...perSecond)).toBeLessThanOrEqual(3);
    expect(Math.max(...first) - woke).toBeLessThan(120_000);
  });
});

describe("a person's word", () => {
  it("brings a look out of turn, but never twice within half a minute", async () => {
    const one = await site();
    const { add, runner, skipping, seen } = make();
    const { id } = await add(one.url);
    await until(() => seen.get(id)?.state === "up", "up");
    expect(runner.lookNow(id)).toBe(false);
    expect(runner.lookNow("0000000000000000")).toBe(false);
    runner.suspend();
    skipping.jump(31_000);
    const before = one.visits.length;
    expect(runner.lookNow(id)).toBe(true);
    runner.wake();
    await until(() => one.visits.length > before, "a look");
  });

  it("asleep nothing is asked; awake it goes on", async () => {
    const one = await site();
    const { add, runner, skipping, seen } = make();
    const { id } = await add(one.url);
    await until(() => seen.get(id)?.state === "up", "up");
    runner.suspend();
    const before = one.visits.length;
    skipping.jump(3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.visits).toHaveLength(before);
    runner.wake();
    await until(() => one.visits.length > before, "a look");
  });

  it("is heard from another program, too: a watch that was ended or taken off the list there ends here", async () => {
    const down = await site();
    const fine = await site("127.0.0.2");
    const looker = make();
    const [first, second] = [await looker.add(down.url), await looker.add(fine.url)];
    const other = make("terminal");
    expect(await other.runner.stop(first.id)).toBe(true);
    expect(await other.runner.remove(second.id)).toBe(true);
    await until(() => looker.seen.get(first.id)?.endedAt !== null, "the end");
    await until(() => looker.runner.list().watches.every(({ endedAt }) => endedAt !== null), "nothing runs");
    expect(looker.runner.list().watches.map(({ id }) => id)).toEqual([first.id]);
    const asked = [...down.visits, ...fine.visits].length;
    looker.skipping.jump(600_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...down.visits, ...fine.visits]).toHaveLength(asked);
  });

  it("keeps a watch on that would end when the site is back", async () => {
    const one = await site();
    const { add, runner, seen } = make();
    const { id } = await add(one.url, { keepOn: false, down: true });
    expect(await runner.setKeepOn(id, true)).toBe(true);
    await until(() => (seen.get(id)?.total.looks ?? 0) >= 16, "looks beyond ten minutes");
    expect(seen.get(id)?.endedAt).toBeNull();
    expect(await runner.stop(id)).toBe(true);
    expect(await runner.setKeepOn(id, false)).toBe(false);
  });
});

describe("what is kept", () => {
  it("survives the end of the program: the next one goes on where it was", async () => {
    const down = await site();
    down.mood = BAD_GATEWAY;
    const first = make();
    await first.add(down.url);
    await until(() => first.news.some(({ kind }) => kind === "down"), "down");
    await first.runner.close();
    const second = make();
    await second.runner.start();
    const [view] = second.runner.list().watches;
    expect(view).toMatchObject({ state: "down", url: down.url });
    expect(view?.total.looks).toBeGreaterThanOrEqual(3);
    down.mood = FINE;
    await until(() => second.news.some(({ kind }) => kind === "back"), "back");
  });

  it("goes to the report as it was seen, and ends with the person's word", async () => {
    const fine = await site();
    const { add, runner, news, seen } = make();
    const { id } = await add(fine.url);
    await until(() => news.some(({ kind }) => kind === "works"), "works");
    expect(await runner.stop(id)).toBe(true);
    expect(await runner.stop(id)).toBe(false);
    expect(seen.get(id)?.end).toBe("stopped");
    const [kept] = watchedSites(home);
    expect(kept?.url).toBe(fine.url);
    expect(kept?.endedAt).not.toBeNull();
    expect(kept?.looks.slice(0, 3)).toMatchObject([
      { outcome: "good", status: 200 },
      { outcome: "good", status: 200 },
      { outcome: "good", status: 200 },
    ]);
    expect(await runner.remove(id)).toBe(true);
    expect(watchedSites(home)).toEqual([]);
  });

  it("ends by itself when a site that came back has held for ten minutes", async () => {
    const fine = await site();
    const { add, seen } = make();
    const { id } = await add(fine.url, { keepOn: false, down: true });
    await until(() => seen.get(id)?.end === "back", "the end");
    const at = times(seen.get(id));
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(10 * 60_000);
  });

  it("is shared: a wait in a terminal is shown in the window, which takes no look of its own", async () => {
    const down = await site();
    down.mood = BAD_GATEWAY;
    const terminal = make("terminal");
    const window = make("window");
    await terminal.add(down.url);
    await until(() => terminal.news.length > 0, "down");
    await window.runner.start();
    await until(() => window.runner.list().watches.length === 1, "it is listed");
    expect(window.runner.list().watches[0]).toMatchObject({ elsewhere: true, url: down.url });
    expect(down.mostAtOnce()).toBe(1);
  });

  it("marks a wait whose terminal went away without a word", async () => {
    const down = await site();
    down.mood = BAD_GATEWAY;
    const terminal = make("terminal");
    await terminal.add(down.url);
    await until(() => terminal.news.length > 0, "down");
    await terminal.runner.close();
    const window = make("window");
    await window.runner.start();
    expect(window.runner.list().watches[0]).toMatchObject({ end: "interrupted" });
  });

  it("remembers whether watching goes on without the window", async () => {
    const { runner } = make();
    expect(runner.list().background).toBe("ask");
    await runner.setBackground("yes");
    expect(openWatchStore(home).read().background).toBe("yes");
  });

  it("sets a damaged list aside and leaves a newer one alone", async () => {
    const fine = await site();
    await writeFile(join(home, "watches.json"), "{half");
    await make().add(fine.url);
    expect(openWatchStore(home).read().watches).toHaveLength(1);
    const other = await mkdtemp(join(tmpdir(), "gg-newer-"));
    await writeFile(join(other, "watches.json"), '{"version":2}');
    const refused = await openWatchStore(other).update((file) => file);
    expect(refused).toMatchObject({ ok: false, error: { code: "newer-version" } });
    await rm(other, { recursive: true });
  });
});
