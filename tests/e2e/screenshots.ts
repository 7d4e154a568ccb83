import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launch, type RunningApp } from "./support/launch.ts";

/** Pictures of every screen for the README and for a look before a release: `npx tsx tests/e2e/screenshots.ts FOLDER`. */
const folder = process.argv[2] ?? "build/resources/screenshots";

interface Look {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const LOOKS: readonly Look[] = [
  { name: "light", colorScheme: "light", width: 1100, height: 800, zoom: 1 },
  { name: "dark", colorScheme: "dark", width: 1100, height: 800, zoom: 1 },
  { name: "narrow", colorScheme: "light", width: 340, height: 780, zoom: 1 },
  { name: "zoom-200", colorScheme: "light", width: 1100, height: 800, zoom: 2 },
];

async function picture(running: RunningApp, look: Look, screen: string): Promise<void> {
  // The page's own screenshot shows only a quarter at zoom 2; the window's picture is what a person sees.
  const base64 = await running.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString("base64") ?? "";
  });
  await writeFile(join(folder, `${screen}-${look.name}.png`), Buffer.from(base64, "base64"));
}

async function practise(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: title }).first().click();
}

async function takeAll(look: Look): Promise<void> {
  const running = await launch({ colorScheme: look.colorScheme });
  const { app, page } = running;
  await app.evaluate(
    ({ BrowserWindow }, { width, height, zoom }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    { width: look.width, height: look.height, zoom: look.zoom },
  );
  await page.waitForTimeout(400);
  await picture(running, look, "home");
  for (const [screen, title] of [
    ["gateway", /502/u],
    ["healthy", /A healthy site/u],
    ["expired", /certificate has expired/u],
  ] as const) {
    if (screen === "gateway")
      await page
        .getByText(/practice network/iu)
        .first()
        .click();
    await practise(page, title);
    await page.waitForTimeout(250);
    if (screen === "gateway") await picture(running, look, "checkup");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page
      .getByRole("button", { name: /new address|other practice/iu })
      .first()
      .waitFor({ timeout: 30_000 });
    await page.waitForTimeout(300);
    await picture(running, look, `verdict-${screen}`);
    await page
      .getByRole("button", { name: /new address|other practice/iu })
      .first()
      .click();
    await page.waitForTimeout(200);
  }
  await running.stop();
}

await mkdir(folder, { recursive: true });
for (const look of LOOKS) await takeAll(look);
