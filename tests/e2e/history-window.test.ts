import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";

/** The history and somebody else's report, in the real window: two saved check-ups of one address are its entries. */
const SAVED = "tests/fixtures/reports/v1-gateway-error.goodgateway.json";
let running: RunningApp;
let home = "";
let theirs = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-e2e-history-"));
  const history = join(home, "history");
  await mkdir(history, { recursive: true });
  const report = JSON.parse(await readFile(SAVED, "utf8")) as Record<string, unknown>;
  for (const [id, startedAt] of [
    ["yesterday", "2026-11-21T09:00:00.000Z"],
    ["today", "2026-11-22T09:00:00.000Z"],
  ])
    await writeFile(join(history, `${id}.goodgateway.json`), JSON.stringify({ ...report, id, startedAt }));
  theirs = join(home, "from-anna.goodgateway.json");
  await writeFile(theirs, JSON.stringify({ ...report, id: "anna", rules: 999 }));
  running = await launch({ home });
});
afterAll(async () => {
  await running.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const button = (name: string | RegExp) => running.page.getByRole("button", { name }).first();

it("finds by words and compares two", async () => {
  const { page } = running;
  await button("History").click();
  await page.getByText("2 check-ups are kept").waitFor();
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  const search = page.getByRole("textbox");
  await search.fill("nowhere");
  await page.getByText("Nothing fits these words.").waitFor();
  await search.fill("shop 2026-11-21");
  await page.getByRole("checkbox").nth(1).waitFor({ state: "detached" });
  expect(await page.getByRole("checkbox").count()).toBe(1);
  await search.fill("");
  await page.getByRole("checkbox").nth(1).waitFor();
  for (const box of await page.getByRole("checkbox").all()) await box.click({ force: true });
  await button("Compare the two").click();
  await page.getByText("Nothing differs.").waitFor();
  await button("Back").click();
});

it("keeps an objection with its check-up and judges again", async () => {
  const { page } = running;
  await button(/shop\.example.*Nov 22/su).click();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await button("This is wrong").click();
  await page.getByRole("textbox").fill("the site was fine for my neighbour");
  await button("Keep and look again").click();
  await page.getByRole("heading", { name: "Kept. Thank you." }).waitFor();
  expect(await readFile(join(home, "history", "today.goodgateway.json"), "utf8")).toContain("fine for my neighbour");
  await button("Back").click();
  await button("Back").click();
});

it("opens somebody's report for reading, beside the own check-up of the address", async () => {
  const { app, page } = running;
  const answer = async (path: string): Promise<void> => {
    await app.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) });
    }, path);
  };
  await answer("package.json");
  await button(/Open somebody's report/).click();
  await page.getByText("This file is no report of GoodGateway.").waitFor();
  await answer(theirs);
  await button("Another file…").click();
  await page.getByText(/from-anna\.goodgateway\.json.*for reading only/u).waitFor();
  await page.getByRole("heading", { name: /own newest check-up/u }).waitFor();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("button", { name: "This is wrong" }).count()).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  expect((await readdir(join(home, "history"))).filter((name) => name.startsWith("anna"))).toEqual([]);
  await button("Back").click();
});

it("deletes one, and all, after asking", async () => {
  const { page } = running;
  await button("History").click();
  await page.getByRole("checkbox").nth(1).waitFor();
  await page
    .getByRole("button", { name: /^Delete shop/u })
    .first()
    .click();
  await page.getByText("Delete this check-up for good?").waitFor();
  await button("Keep").click();
  await page
    .getByRole("button", { name: /^Delete shop/u })
    .first()
    .click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByText("One check-up was deleted.").waitFor();
  await button("Delete all check-ups").click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByText(/Nothing yet\./u).waitFor();
  expect(await readdir(join(home, "history"))).toEqual([]);
  expect(running.complaints).toEqual([]);
});
