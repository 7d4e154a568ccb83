import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFlakySite, type FlakySite } from "../unit/electron/watch/flaky-site.ts";
import { BACK, ENDED, HELD, WATCH } from "../window/watch-samples.ts";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { pretendDns } from "./support/pretend-dns.ts";

/** Where pictures go, for a person to look at; none are taken without it. */
const PICTURES = process.env["GOODGATEWAY_PICTURES"] ?? "";

async function picture(running: RunningApp, name: string): Promise<void> {
  if (PICTURES === "") return;
  await mkdir(PICTURES, { recursive: true });
  const base64 = await running.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString("base64") ?? "";
  });
  await writeFile(join(PICTURES, `${name}.png`), Buffer.from(base64, "base64"));
}

const LOOKS = [
  { name: "light", colorScheme: "light", width: 1_100, height: 900, zoom: 1 },
  { name: "dark", colorScheme: "dark", width: 1_100, height: 900, zoom: 1 },
  { name: "narrow", colorScheme: "light", width: 320, height: 900, zoom: 1 },
  { name: "zoom-200", colorScheme: "dark", width: 1_100, height: 900, zoom: 2 },
] as const;

describe("watching in the real window", () => {
  let site: FlakySite;
  let running: RunningApp;

  beforeAll(async () => {
    site = await startFlakySite();
    running = await launch();
  });

  afterAll(async () => {
    await running.stop();
    await site.close();
  });

  it("looks at a site three times, five seconds apart, and says that it works", async () => {
    const { page } = running;
    await page.getByRole("button", { name: "Watched sites" }).click();
    await page.getByRole("textbox", { name: "Address to watch" }).fill(site.url);
    await page.keyboard.press("Enter");
    await page.getByText("1 of 1 look was fine").waitFor();
    await page.getByText("3 of 3 looks were fine").waitFor({ timeout: 30_000 });
    expect(site.visits).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = site.visits;
    expect(second - first).toBeGreaterThanOrEqual(4_900);
    expect(third - second).toBeGreaterThanOrEqual(4_900);
    await page.getByText("It answers well: three looks in a row were fine.").waitFor();
    await page.locator("canvas").waitFor();
    await picture(running, "watch-real");
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  });

  it("asks once whether to go on with the window closed, and remembers the answer", async () => {
    const { page } = running;
    await page.getByRole("button", { name: "Yes, keep watching" }).click();
    const kept = page.getByRole("switch", { name: /^Keep watching when this window is closed/u });
    await kept.waitFor();
    expect(await kept.isChecked()).toBe(true);
    expect(await page.getByText("Shall watching go on").count()).toBe(0);
  });

  it("goes on without its window, and shows the same watch when the window is opened again", async () => {
    const { app, page } = running;
    const closed = page.waitForEvent("close");
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    const alive = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(alive).toBe(0);
    const opened = app.waitForEvent("window");
    await app.evaluate(({ app: program }) => void program.emit("activate"));
    const next = await opened;
    await next.getByRole("button", { name: "Watched sites" }).click();
    await next.getByText("127.0.0.1", { exact: true }).waitFor();
    await next.getByRole("button", { name: "Stop: 127.0.0.1" }).click();
    await next.getByText(/Stopped by you/u).waitFor();
    await next.getByRole("button", { name: "Remove from the list: 127.0.0.1" }).click();
    await next.getByText("No site is being watched.").waitFor();
    expect(await next.getByText("127.0.0.1", { exact: true }).count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });
});

describe.each(LOOKS)("the screen of watches ($name)", ({ name, colorScheme, width, height, zoom }) => {
  it("has no accessibility faults and loses nothing at the side", async () => {
    const running = await launch({ colorScheme });
    try {
      const { app, page } = running;
      await app.evaluate(
        ({ BrowserWindow }, size) => {
          const window = BrowserWindow.getAllWindows()[0];
          window?.setContentSize(size.width, size.height);
          window?.webContents.setZoomFactor(size.zoom);
        },
        { width, height, zoom },
      );
      const watches = [{ ...BACK, id: "00000000000000dd", displayHost: "back.example" }, WATCH, HELD, ENDED];
      await pretendDns(app, { "watch.list": { watches, background: "ask" } });
      await page.getByRole("button", { name: "Watched sites" }).click();
      await page.getByText("comes and goes").first().waitFor();
      await picture(running, `watches-${name}`);
      expect(await accessibilityFaultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Last looks: back.example" }).click();
      await page.locator("canvas").waitFor();
      await page.getByRole("heading", { name: /back\.example/u }).scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      await picture(running, `watches-open-${name}`);
      expect(await accessibilityFaultsOf(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    } finally {
      await running.stop();
    }
  });
});
