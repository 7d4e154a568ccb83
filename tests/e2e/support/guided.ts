import type { Page } from "playwright-core";

/** Presses the first button of this name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click();
}

/** Waits for the large sentence of a screen. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Waits for what came of a step. */
export async function outcome(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

/** From the list of practice faults to the verdict of one of them. */
export async function practise(page: Page, title: string): Promise<void> {
  await press(page, title);
  await page.getByRole("button", { name: "What helps, step by step" }).waitFor();
}

/** What the proof says, row by row: what is looked at, before, after. */
export async function proof(page: Page): Promise<readonly string[]> {
  return page.locator("tbody tr").allTextContents();
}

/** From the end of a repair back to the list of practice faults. */
export async function backToPractice(page: Page): Promise<void> {
  await press(page, "Done");
  await press(page, "Other practice");
  await page.getByRole("button", { name: /^502/u }).waitFor();
}
