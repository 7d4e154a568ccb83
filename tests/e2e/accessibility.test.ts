import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type RunningApp } from "./support/launch.ts";

interface AxeRun {
  run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: AxeRun }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
  });
}

describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launch({ colorScheme });
  });

  afterAll(async () => {
    await running.stop();
  });

  it("the first screen has no accessibility faults", async () => {
    expect(await faultsOf(running.page)).toEqual([]);
  });

  it("the practice list and a verdict have none either", async () => {
    const { page } = running;
    await page.getByRole("button", { name: "Try it on a practice network" }).click();
    await page.getByRole("button", { name: /^502/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: /^502/ }).click();
    await page
      .getByRole("heading", { level: 1 })
      .filter({ hasNotText: /^(What shall|Checking)/ })
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
