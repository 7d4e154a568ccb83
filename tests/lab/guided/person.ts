import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { press } from "../../e2e/support/guided.ts";
import { ALL_FINE, CONTROL, type InternetState } from "./internet-places.ts";

/** Runs a line of shell on the machine the person sits at; what it printed. */
export function sh(script: string): string {
  return execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" });
}

/** The internet is as told from now on, and else as it should be. */
export async function internetIs(change: Partial<InternetState> = {}): Promise<void> {
  const body = JSON.stringify({ ...ALL_FINE, ...change });
  for (let tries = 0; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- until it has started
      await fetch(CONTROL, { method: "POST", body });
      return;
    } catch (error) {
      if (tries === 100) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await wait(100);
    }
  }
}

/** All that the last result said, for whoever wonders why a way ended early. */
export let lastResult = "";

/** From the first screen to the verdict: its one sentence. Whoever is told that it is not clear yet looks again. */
export async function check(page: Page, address: string): Promise<string> {
  await page.reload();
  await page.getByLabel("Address of the page").fill(address);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  let said = await verdictNow(page);
  for (let again = 0; again < 3 && said === NOT_CLEAR; again += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await press(page, "Check again");
    // oxlint-disable-next-line no-await-in-loop
    await page.getByRole("heading", { level: 1, name: /^Checking /u }).waitFor();
    // oxlint-disable-next-line no-await-in-loop
    said = await verdictNow(page);
  }
  lastResult = await page.locator("main").innerText();
  return said;
}

/** A machine that is too busy to look in time says so. */
const NOT_CLEAR = "We cannot tell yet whose fault it is.";

async function verdictNow(page: Page): Promise<string> {
  const shown = page.getByRole("heading", { level: 1 }).filter({ hasNotText: /^(?:Checking |Which page)/u });
  await shown.waitFor({ timeout: 60_000 });
  return shown.innerText();
}

/** From the verdict to the first step: its large sentence. */
export async function begin(page: Page): Promise<string> {
  await press(page, "What helps, step by step");
  return stepTitle(page);
}

/** The large sentence of the step that is open. */
export async function stepTitle(page: Page): Promise<string> {
  await page.getByText(/^Step \d+ of \d+/u).waitFor();
  return page.getByRole("heading", { level: 1 }).innerText();
}

/** What came of a step, in one sentence, with the rows of its proof. */
export async function outcomeNow(page: Page): Promise<{ readonly said: string; readonly proof: readonly string[] }> {
  const shown = page.locator("h2[data-outcome]");
  await shown.waitFor({ timeout: 90_000 });
  return { said: await shown.innerText(), proof: await page.locator("tbody tr").allTextContents() };
}

/** The last screen, and back to the result. */
export async function finish(page: Page): Promise<string> {
  await press(page, "Finish");
  await page.getByRole("heading", { level: 1, name: "It works again" }).waitFor();
  const said = await page.locator("main").innerText();
  await press(page, "Done");
  return said;
}
