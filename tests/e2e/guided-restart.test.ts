import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { heading, outcome, practise, press } from "./support/guided.ts";
import { launch } from "./support/launch.ts";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-e2e-guided-"));
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

describe("a repair that was left half-way", () => {
  it("goes on after the program was lost, with the same before", async () => {
    const first = await launch({ home });
    await press(first.page, "Try it on a practice network");
    await practise(first.page, "The router is dead");
    await press(first.page, "What helps, step by step");
    await press(first.page, "Begin");
    await first.page.getByRole("button", { name: "I have pulled the plug" }).waitFor();
    first.app.process().kill("SIGKILL");

    const second = await launch({ home });
    await second.page.getByText(/^You were mending shop\.example: Restart the modem/).waitFor();
    await press(second.page, "Go on where I was");
    await heading(second.page, "Restart the modem, then the router");
    // It watches the same restart again, without being asked to.
    await press(second.page, "I have pulled the plug");
    await outcome(second.page, /^Fixed/);
    await second.page.getByText(/^The router did not answer before either, and does now/).waitFor();
    await press(second.page, "Leave for now");
    await second.page.getByRole("button", { name: "What helps, step by step" }).waitFor();
    expect(second.complaints).toEqual([]);
    await second.stop();
  }, 120_000);
});

describe.each(["light", "dark"] as const)("the screens of a repair, in the %s scheme", (colorScheme) => {
  it("have no accessibility faults, fit a narrow window, and can be gone through by the keyboard alone", async () => {
    const { page, stop, complaints } = await launch({ home, colorScheme });
    const faults = async (): Promise<readonly string[]> => {
      const sideways = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? ["wider than the window"] : [];
      });
      return [...(await accessibilityFaultsOf(page)), ...sideways];
    };
    /** Tab by tab to a button, as somebody without a mouse does, and Enter. */
    const reach = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        // One key after the other.
        // oxlint-disable-next-line no-await-in-loop
        await page.keyboard.press("Tab");
        // oxlint-disable-next-line no-await-in-loop
        const reached = await page.evaluate(() => document.activeElement?.textContent ?? "");
        // oxlint-disable-next-line no-await-in-loop
        if (reached.startsWith(name)) return page.keyboard.press("Enter");
      }
      throw new Error(`the keyboard does not get to “${name}”`);
    };
    await page.setViewportSize({ width: 320, height: 640 });
    await reach("Try it on a practice network");
    await page.getByRole("button", { name: /^502/ }).waitFor();
    await reach("An old line in the hosts file");
    await page.getByRole("button", { name: "What helps, step by step" }).waitFor();
    expect(await faults()).toEqual([]);
    await reach("What helps, step by step");
    await heading(page, "Take the entry out of the hosts file");
    expect(await faults()).toEqual([]);
    await reach("Do it");
    await outcome(page, /^Fixed/);
    expect(await faults()).toEqual([]);
    await reach("Keep it");
    await page.getByText(/^Kept/).waitFor();
    await reach("Finish");
    await heading(page, "It works again");
    expect(await faults()).toEqual([]);
    await reach("Done");
    await press(page, "Other practice");
    await practise(page, "502: the server behind the gateway is dead");
    await reach("What helps, step by step");
    await heading(page, "Nothing on your computer will change this");
    expect(await faults()).toEqual([]);
    expect(complaints).toEqual([]);
    await stop();
  }, 120_000);
});
