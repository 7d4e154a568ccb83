import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaultsOf, contrastFaultsOf, sizeFaultsOf } from "./support/accessibility.ts";
import { layoutFaultsOf, notMirroredIn, vanishedIn, withLongWords } from "./support/layout.ts";
import { launch } from "./support/launch.ts";
import { sizeOf, type Size } from "./support/window-size.ts";
import { fillHistory, TOUR } from "./support/tour.ts";
import { goHome, walkIn, type Walk } from "./support/walk.ts";

/**
 * Every screen in the real window, in every dress that people need: both schemes, more contrast, forced colours, the
 * smallest width, double zoom, longer words, and from right to left.
 */
let home = "";
let walk: Walk;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-e2e-screens-"));
  await fillHistory(home);
  walk = walkIn(await launch({ home }));
  // Colours must be there when they are looked at, not on their way.
  await walk.page.emulateMedia({ reducedMotion: "reduce" });
});

afterAll(async () => {
  await walk.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const USUAL: Size = { width: 1000, height: 800, zoom: 1 };
const NARROW: Size = { width: 320, height: 640, zoom: 1 };
const ZOOMED: Size = { width: 1000, height: 800, zoom: 2 };

/** What is wrong with the screen that is open, each with the dress it is wrong in. */
async function faultsOf({ app, page }: Walk): Promise<readonly string[]> {
  const faults: string[] = [];
  const note = (dress: string, found: readonly string[]): void =>
    void faults.push(...found.map((fault) => `${dress}: ${fault}`));
  const layout = async (dress: string): Promise<void> => {
    const { sideways, small, clipped } = await layoutFaultsOf(page);
    note(`${dress}, sideways`, sideways);
    note(`${dress}, small target`, small);
    note(`${dress}, clipped`, clipped);
  };
  note("light", await accessibilityFaultsOf(page));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await accessibilityFaultsOf(page));
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  note("more contrast", await contrastFaultsOf(page));
  await page.emulateMedia({ contrast: "no-preference" });
  note("forced colours", await vanishedIn(page, async () => page.emulateMedia({ forcedColors: "active" })));
  note("forced colours", await contrastFaultsOf(page));
  await page.emulateMedia({ forcedColors: "none" });
  note("right to left", await notMirroredIn(page));
  await layout("usual");
  await withLongWords(page, async () => layout("long words"));
  await sizeOf(app, page, ZOOMED);
  await layout("double zoom");
  await sizeOf(app, page, NARROW);
  await layout("narrow");
  await withLongWords(page, async () => layout("narrow and long words"));
  note("narrow", await sizeFaultsOf(page));
  await sizeOf(app, page, USUAL);
  return faults;
}

it.each(Object.entries(TOUR))("the screen %s loses nobody", async (_screen, views) => {
  await goHome(walk);
  const found: string[] = [];
  for (const [name, go] of views) {
    // One look after the other: there is one window.
    // oxlint-disable-next-line no-await-in-loop
    await go(walk);
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await faultsOf(walk)).map((fault) => `${name}, ${fault}`));
  }
  expect(found).toEqual([]);
  expect(walk.complaints).toEqual([]);
});
