import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type RunningApp } from "./support/launch.ts";

let running: RunningApp;

beforeAll(async () => {
  running = await launch();
});

afterAll(async () => {
  await running.stop();
});

describe("the window", () => {
  it("opens with one main heading and the app's name", async () => {
    expect(await running.page.locator("h1").count()).toBe(1);
    expect(await running.page.title()).toBe("GoodGateway");
  });

  it("is shown and no smaller than it works at", async () => {
    const state = async () =>
      running.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { visible: window?.isVisible(), smallest: window?.getMinimumSize() };
      });
    await expect.poll(state).toEqual({ visible: true, smallest: [320, 480] });
  });

  it("does not scroll sideways at its smallest width and at double zoom", async () => {
    const overflow = async (): Promise<number> =>
      running.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await running.page.setViewportSize({ width: 320, height: 480 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await running.page.setViewportSize({ width: 960, height: 720 });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    expect(await overflow()).toBeLessThanOrEqual(0);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
  });

  it("tells what it runs on through its one door", async () => {
    const info = await running.page.evaluate(async () => window.api?.call("app.info", undefined));
    expect(info).toMatchObject({ ok: true, value: { version: "0.1.0", os: "linux" } });
  });

  it("has nothing to complain about on its console, from its very first line on", async () => {
    // The first load was over before anybody listened; a breach of the content policy is a console error too.
    await running.page.reload();
    await running.page.locator("h1").waitFor();
    expect(running.complaints).toEqual([]);
  });

  it("keeps its size and its place until the next start", async () => {
    const place = { x: 40, y: 60, width: 700, height: 650 };
    await running.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    await running.app.close();
    const next = await launch({ home: running.home });
    try {
      const bounds = await next.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
      expect(bounds).toEqual(place);
    } finally {
      await next.app.close();
    }
  });
});
