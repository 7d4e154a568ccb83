import axe from "axe-core";
import type { Page } from "playwright-core";

interface Options {
  /** Frames hold reports, which are checked as pages of their own; the page must not speak to them. */
  readonly iframes?: false;
  readonly runOnly?: readonly string[];
}

interface AxeRun {
  run(options: Options): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** The rules of accessibility that the page breaks now, contrast included, each with where. */
export async function accessibilityFaultsOf(page: Page): Promise<string[]> {
  return run(page, {});
}

/** The texts that are hard to tell from what is behind them. */
export async function contrastFaultsOf(page: Page): Promise<string[]> {
  return run(page, { runOnly: ["color-contrast"] });
}

/** What depends on the window's size: targets that are too small, and what scrolls out of the keyboard's reach. */
export async function sizeFaultsOf(page: Page): Promise<string[]> {
  return run(page, { runOnly: ["target-size", "scrollable-region-focusable"] });
}

async function run(page: Page, options: Options): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const { violations } = await (window as unknown as { axe: AxeRun }).axe.run({ iframes: false, ...chosen });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
  }, options);
}
