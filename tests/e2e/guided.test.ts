import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { launch, type RunningApp } from "./support/launch.ts";

const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

const heading = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** From any screen to the verdict of a practice fault. */
async function practise(page: Page, title: string | RegExp): Promise<void> {
  await press(page, title);
  await page.getByRole("button", { name: "Fix this, step by step" }).waitFor();
}

const outcome = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 2, name }).waitFor();

describe("a repair, step by step, on the practice network", () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launch();
    await press(running.page, "Try it on a practice network");
  });

  afterAll(async () => {
    await running.stop();
  });

  it("takes an old line out of the hosts file, proves it, takes it back and does it again", async () => {
    const { page } = running;
    await practise(page, "An old line in the hosts file");
    await press(page, "Fix this, step by step");
    await heading(page, "Take the entry out of the hosts file");
    await page.getByText("# 203.0.113.9 shop.example").waitFor();
    await press(page, "Do it");
    await outcome(page, /^Fixed/);
    const rows = await page.locator("tbody tr").allTextContents();
    expect(rows[0]).toMatch(/fails.*works/);
    expect(rows[1]).toMatch(/works.*works/);
    await press(page, "Undo");
    await outcome(page, "Taken back.");
    await press(page, "Try this step once more");
    await press(page, "Do it");
    await outcome(page, /^Fixed/);
    await press(page, "Keep it");
    await page.getByText(/^Kept/).waitFor();
    await press(page, "Finish");
    await heading(page, "It works again");
    await press(page, "Done");
    await page.getByRole("button", { name: "Fix this, step by step" }).waitFor();
    expect(running.complaints).toEqual([]);
  });
});
