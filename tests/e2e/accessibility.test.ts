import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";

describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launch({ colorScheme });
  });

  afterAll(async () => {
    await running.stop();
  });

  it("the first screen has no accessibility faults", async () => {
    expect(await accessibilityFaultsOf(running.page)).toEqual([]);
  });

  it("the practice list and a verdict have none either", async () => {
    const { page } = running;
    await page.getByRole("button", { name: "Try it on a practice network" }).click();
    await page.getByRole("button", { name: /^502/ }).waitFor();
    expect(await accessibilityFaultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: /^502/ }).click();
    await page
      .getByRole("heading", { level: 1 })
      .filter({ hasNotText: /^(What shall|Checking)/ })
      .waitFor();
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  });
});
