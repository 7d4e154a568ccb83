import axe from "axe-core";
import type { Page } from "playwright-core";

interface AxeRun {
  run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** The rules of accessibility that the page breaks now, contrast included, each with where. */
export async function accessibilityFaultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: AxeRun }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
  });
}
