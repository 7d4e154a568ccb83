import { describe, expect, it } from "vitest";
import { measureOwnDelay } from "../../../../electron/engine/own-delay.ts";

/** Keeps this process from running anything else. */
function holdUp(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("how long this program was kept waiting", () => {
  it("is at least what it was held up for", async () => {
    const delay = measureOwnDelay();
    await wait(60);
    holdUp(300);
    await wait(60);
    expect(delay.stop()).toBeGreaterThanOrEqual(200);
  });

  it("counts a hold-up that lasts until the end", () => {
    const delay = measureOwnDelay();
    holdUp(200);
    expect(delay.stop()).toBeGreaterThanOrEqual(100);
  });

  it("is nothing when every moment came in time, and stays what it was after the end", () => {
    let at = 0;
    const delay = measureOwnDelay(() => at);
    at = 40;
    expect(delay.stop()).toBe(0);
    at = 10_000;
    expect(delay.stop()).toBe(0);
  });
});
