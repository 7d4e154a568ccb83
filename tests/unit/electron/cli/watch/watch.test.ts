import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchCommand } from "../../../../../electron/cli/watch/watch.ts";
import type { Place } from "../../../../../electron/watch/place.ts";
import { openWatchStore } from "../../../../../electron/watch/store.ts";
import { BAD_GATEWAY, FINE, startFlakySite, type FlakySite } from "../../watch/flaky-site.ts";
import { skippingClock, type SkippingClock } from "../../watch/skipping-clock.ts";
import { loopbackPlace } from "../../watch/still-machine.ts";
import { fakeTerminal, type FakeTerminal } from "../terminal/fake-terminal.ts";

let home: string;
let site: FlakySite;
let clocks: SkippingClock[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-watch-"));
  site = await startFlakySite();
  clocks = [];
});

afterEach(async () => {
  for (const clock of clocks) clock.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

function terminal(): FakeTerminal {
  return fakeTerminal({ env: { GOODGATEWAY_HOME: home } });
}

interface Wish {
  readonly place?: Place;
  readonly interrupt?: AbortSignal;
}

function watch(
  words: readonly string[],
  at: FakeTerminal,
  { place = loopbackPlace(), interrupt }: Wish = {},
): Promise<number> {
  const skipping = skippingClock(place);
  clocks.push(skipping);
  const parts = { place: skipping.place, clock: skipping.clock, random: () => 0.5 };
  return watchCommand([...words], at, interrupt === undefined ? parts : { ...parts, interrupt });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    // oxlint-disable-next-line no-await-in-loop -- waiting is the point
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Document {
  readonly schemaVersion: number;
  readonly outcome: string;
  readonly back: boolean;
  readonly fineSince: string;
  readonly toldAt: string;
  readonly downSince: string;
  readonly looks: readonly { readonly code: string; readonly status: number | null }[];
}

describe("watch in the terminal", () => {
  it("waits until the site is back, tells each look in a line, and ends with 0", async () => {
    site.mood = BAD_GATEWAY;
    const at = terminal();
    const ended = watch([site.url], at);
    await until(() => at.written.out.includes("It is down"));
    site.mood = FINE;
    expect(await ended).toBe(0);
    expect(at.written.err).toBe("");
    expect(at.written.out).toMatch(/^Watching http:\/\/127\.0\.0\.1:\d+\/: about once a minute/u);
    expect(
      at.written.out.match(/^\d\d:\d\d:\d\d {2}502 {2}The site's gateway cannot reach the site/gmu)?.length,
    ).toBeGreaterThanOrEqual(3);
    expect(at.written.out.match(/^\d\d:\d\d:\d\d {2}200 {2}Fine/gmu)).toHaveLength(3);
    expect(at.written.out).toMatch(
      /It is back: three looks in a row were fine\. Fine since .*\n3 of \d+ looks were fine\.\n$/u,
    );
  });

  it("prints one JSON document and nothing else with --json", async () => {
    site.mood = BAD_GATEWAY;
    const at = terminal();
    const ended = watch(["--json", site.url], at);
    await until(() => site.visits.length >= 5);
    site.mood = FINE;
    expect(await ended).toBe(0);
    const document = JSON.parse(at.written.out) as Document;
    expect(document).toMatchObject({ schemaVersion: 1, outcome: "back", back: true, url: site.url });
    expect(document.looks.filter(({ code }) => code === "good")).toHaveLength(3);
    expect(Date.parse(document.toldAt) - Date.parse(document.fineSince)).toBeLessThanOrEqual(20_000);
    expect(Date.parse(document.downSince)).toBeLessThan(Date.parse(document.fineSince));
  });

  it("says at the third look that a site works that was never down", async () => {
    const at = terminal();
    expect(await watch([site.url], at)).toBe(0);
    expect(site.visits).toHaveLength(3);
    expect(at.written.out).toContain("It answers well");
  });

  it("ends with 130 and a last line at Ctrl-C", async () => {
    site.mood = BAD_GATEWAY;
    const at = terminal();
    const ctrlC = new AbortController();
    const ended = watch([site.url], at, { interrupt: ctrlC.signal });
    await until(() => at.written.out.includes("502"));
    ctrlC.abort();
    expect(await ended).toBe(130);
    expect(at.written.out).toMatch(
      /Stopped before it was back\. 0 of \d+ looks? (?:was|were) fine\. Watched since [\d:]+\. Last state: (?:looking|down), since [\d:]+\.\n$/u,
    );
  });

  it("prints one JSON object a line with --events: looks and news as they happen, the document last", async () => {
    site.mood = BAD_GATEWAY;
    const at = terminal();
    const ended = watch(["--events", site.url], at);
    await until(() => at.written.out.includes('"kind":"down"'));
    site.mood = FINE;
    expect(await ended).toBe(0);
    const lines = at.written.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const document = lines.at(-1);
    const events = lines.slice(0, -1);
    expect(events[0]).toMatchObject({ event: "started", url: site.url, following: false });
    const looks = events.filter(({ event }) => event === "look");
    expect(looks).toHaveLength(site.visits.length);
    expect(looks[0]).toMatchObject({ code: "gateway-error", status: 502, state: "new", retryAfterUntil: null });
    expect(Date.parse(String(looks[0]?.["nextAt"]))).toBeGreaterThan(Date.parse(String(looks[0]?.["at"])));
    expect(events.filter(({ event }) => event === "news").map(({ kind }) => kind)).toEqual(["down", "back"]);
    expect(document).toMatchObject({ schemaVersion: 1, outcome: "back", back: true });
    expect(document).not.toHaveProperty("event");
  });

  it("says until when the site asks to be left alone, once, with the day when that is tomorrow", async () => {
    site.mood = { kind: "page", status: 503, body: "busy", headers: { "retry-after": "999999999" } };
    const at = terminal();
    const ctrlC = new AbortController();
    const ended = watch([site.url], at, { interrupt: ctrlC.signal });
    await until(() => at.written.out.includes("asks to be left alone"));
    ctrlC.abort();
    expect(await ended).toBe(130);
    // A wish beyond all measure counts as one day.
    expect(at.written.out).toMatch(/The site asks to be left alone until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\./u);
    expect(at.written.out.match(/asks to be left alone/gu)).toHaveLength(1);
    expect(site.visits).toHaveLength(1);
  });

  it("says so when this computer has no network, and counts nothing against the site", async () => {
    const place = loopbackPlace();
    let linked = false;
    const machine = {
      ...place.machine,
      interfaces: async (signal: AbortSignal) => {
        const reading = await place.machine.interfaces(signal);
        return reading.ok ? { ok: true as const, value: linked ? reading.value : [] } : reading;
      },
    };
    const probes = {
      ...place.probes,
      systemLookup: async (name: string) =>
        linked
          ? { name, outcome: "answer" as const, addresses: ["127.0.0.1"], errno: null, ms: 1 }
          : { name, outcome: "temporary-failure" as const, addresses: [], errno: "EAI_AGAIN", ms: 1 },
    };
    const at = terminal();
    const url = site.url.replace("127.0.0.1", "shop.example");
    const ended = watch([url], at, { place: { ...place, machine, probes } });
    await until(() => at.written.out.includes("Paused: This computer is not connected to any network."));
    expect(site.visits).toHaveLength(0);
    linked = true;
    expect(await ended).toBe(0);
    expect(at.written.out).toContain("The way out works again");
    expect(at.written.out).toContain("3 of 3 looks were fine");
  });

  it("keeps its looks in the file that the window reads, and marks the end", async () => {
    expect(await watch([site.url], terminal())).toBe(0);
    const file = JSON.parse(await readFile(join(home, "watches.json"), "utf8")) as { watches: unknown[] };
    expect(file.watches).toHaveLength(1);
    const [record] = openWatchStore(home).read().watches;
    expect(record).toMatchObject({ url: site.url, face: "terminal", end: "back", total: { looks: 3, good: 3 } });
  });

  it("does not ask the site twice when another GoodGateway watches it: it follows", async () => {
    site.mood = BAD_GATEWAY;
    const first = terminal();
    const second = terminal();
    const ends = [watch([site.url], first)];
    await until(() => first.written.out.includes("502"));
    ends.push(watch([site.url], second));
    await until(() => second.written.out.includes("502"));
    expect(second.written.out).toContain("is watching");
    const asked = site.visits.length;
    await until(() => site.visits.length >= asked + 2);
    site.mood = FINE;
    // The first ends at the third good look; the second, left alone, sees for itself.
    expect(await Promise.all(ends)).toEqual([0, 0]);
    expect(site.mostAtOnce()).toBe(1);
  });

  it.each([
    [[], "watch takes one address"],
    [["a.example", "b.example"], "watch takes one address"],
    [["--slowly", "a.example"], "Unknown option"],
    [["--json", "--events", "a.example"], "Choose one of --json and --events"],
    [["not an address"], "An address has no spaces"],
    [["--practice", "nothing"], "There is no practice scenario"],
  ])("refuses %j with a sentence and 2", async (words, sentence) => {
    const at = terminal();
    expect(await watch(words, at)).toBe(2);
    expect(at.written.err).toContain(sentence);
    expect(at.written.out).toBe("");
  });

  it("watches a fault of the practice network", async () => {
    const at = terminal();
    const ctrlC = new AbortController();
    const ended = watch(["--practice", "gateway-dead-origin"], at, { interrupt: ctrlC.signal });
    await until(() => at.written.out.includes("502"));
    ctrlC.abort();
    expect(await ended).toBe(130);
    expect(at.written.out).toContain("The site's gateway cannot reach the site");
  });

  it("says when the watch cannot be kept", async () => {
    await writeFile(join(home, "file"), "no folder");
    const at = fakeTerminal({ env: { GOODGATEWAY_HOME: join(home, "file", "below") } });
    expect(await watch([site.url], at)).toBe(74);
    expect(at.written.err).toContain("cannot be kept");
    expect(site.visits).toHaveLength(0);
  });
});
