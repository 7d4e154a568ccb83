import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./support/launch.ts";
import { fillHistory, TOUR } from "./support/tour.ts";
import { goHome, walkIn, type Walk } from "./support/walk.ts";
import { sizeOf, type Size } from "./support/window-size.ts";

/**
 * Pictures of every screen, for README.md, for the gallery beside them, and for a look before a release:
 * `npx tsx tests/e2e/screenshots.ts FOLDER [LOOK,LOOK...] [VIEW,VIEW...]`. Looks: light, dark, narrow, zoom-200.
 */
const [folder = "build/resources/screenshots", looks = "light,dark,narrow,zoom-200", views = ""] =
  process.argv.slice(2);

interface Look {
  readonly colorScheme: "light" | "dark";
  readonly size: Size;
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: { colorScheme: "light", size: { width: 1100, height: 800, zoom: 1 } },
  dark: { colorScheme: "dark", size: { width: 1100, height: 800, zoom: 1 } },
  narrow: { colorScheme: "light", size: { width: 340, height: 780, zoom: 1 } },
  "zoom-200": { colorScheme: "light", size: { width: 1100, height: 800, zoom: 2 } },
};

async function picture({ app, page }: Walk, view: string, look: string): Promise<void> {
  const chosen = LOOKS[look];
  if (chosen === undefined) throw new Error(`there is no look ${look}`);
  await page.emulateMedia({ colorScheme: chosen.colorScheme });
  await sizeOf(app, page, chosen.size);
  for (const frame of await page.locator("iframe").all()) await frame.contentFrame().locator("h1").waitFor();
  // The window's picture is that of a moment ago.
  await page.waitForTimeout(300);
  // The page's own screenshot shows only a quarter at zoom 2; the window's picture is what a person sees.
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString("base64") ?? "";
  });
  await writeFile(join(folder, `${view}-${look}.png`), Buffer.from(base64, "base64"));
}

await mkdir(folder, { recursive: true });
const home = await mkdtemp(join(tmpdir(), "gg-screens-"));
await fillHistory(home);
const walk = walkIn(await launch({ home }));
await walk.page.emulateMedia({ reducedMotion: "reduce" });
for (const screen of Object.values(TOUR)) {
  await goHome(walk);
  for (const [view, go] of screen) {
    await sizeOf(walk.app, walk.page, { width: 1100, height: 800, zoom: 1 });
    await go(walk);
    if (views !== "" && !views.split(",").includes(view)) continue;
    for (const look of looks.split(",")) await picture(walk, view, look);
  }
}
await walk.stop();
await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
