import type { ElectronApplication, Page } from "playwright-core";

/** The window's inner size in pixels of the screen, and its zoom. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Gives the window this size, and waits until the page has it and has drawn itself. */
export async function sizeOf(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.setZoomFactor(zoom);
    window?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width, zoom }) => Math.abs(window.innerWidth - Math.round(width / zoom)) <= 1, {
    width: size.width,
    zoom: size.zoom,
  });
  // What measures itself, such as the chart, follows in the next frame.
  await page.evaluate(
    async () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}
