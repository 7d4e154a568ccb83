import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { launch } from "./support/launch.ts";

interface AxeRun {
  run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
  it("shows a first screen without accessibility faults", async () => {
    const { page, stop } = await launch({ colorScheme });
    try {
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: AxeRun }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
      });
      expect(faults).toEqual([]);
    } finally {
      await stop();
    }
  });
});
