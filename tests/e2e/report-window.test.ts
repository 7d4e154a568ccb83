import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openReport } from "../../electron/report/kept/open-report.ts";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";

/** From the verdict of a practice fault to the saved file, in the real window. */
let running: RunningApp;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-e2e-report-window-"));
  running = await launch();
  const { page } = running;
  await page.getByRole("button", { name: "Try it on a practice network" }).click();
  await page.getByRole("button", { name: /502/u }).first().click();
  await page.getByRole("button", { name: "Report…" }).click({ timeout: 60_000 });
  await page.getByRole("heading", { name: "Preview" }).waitFor();
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Answers the next save dialog with this path. */
async function saveAs(path: string): Promise<void> {
  await running.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, path);
  await running.page.getByRole("button", { name: "Save…" }).click();
  await running.page.getByText(/the same bytes as the preview/u).waitFor();
}

async function format(name: string): Promise<void> {
  await running.page.getByRole("radio", { name, exact: true }).click({ force: true });
  await running.page.getByText(/made in/u).waitFor();
  await running.page.waitForFunction(() => !document.body.innerText.includes("Stop"));
}

it("shows the page in a frame without rights, styled and without a complaint", async () => {
  const frame = running.page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  expect(await running.page.locator("iframe").getAttribute("sandbox")).toBe("");
  expect(await running.page.locator("iframe").getAttribute("src")).toMatch(/^app:\/\/preview\/[0-9a-f]{32}$/u);
  expect(running.complaints).toEqual([]);
  expect(await accessibilityFaultsOf(running.page)).toEqual([]);
});

it("saves exactly the bytes of the preview", async () => {
  const { page } = running;
  for (const [name, file] of [
    ["Plain text", "r.txt"],
    ["Markdown", "r.md"],
    ["GoodGateway file", "r.goodgateway.json"],
  ] as const) {
    await format(name);
    const shown = await page.locator("pre").first().textContent();
    await saveAs(join(folder, file));
    const saved = await readFile(join(folder, file));
    expect(saved.toString("utf8")).toBe(shown);
    const mark = createHash("sha256").update(saved).digest("hex").slice(0, 12);
    expect(await page.getByText(new RegExp(`Fingerprint ${mark}`, "u")).count()).toBe(1);
    expect(saved.length).toBeLessThan(1_000_000);
  }
  expect(openReport(await readFile(join(folder, "r.goodgateway.json"), "utf8"))).toMatchObject({ ok: true });
});

it("saves a page whose text, seen as text, is the file", async () => {
  const { page } = running;
  await format("Web page");
  await page.getByRole("radio", { name: "As the text that is saved" }).click({ force: true });
  const shown = await page.locator("pre").first().textContent();
  await saveAs(join(folder, "r.html"));
  expect(await readFile(join(folder, "r.html"), "utf8")).toBe(shown);
});

it("prints the same as a PDF", async () => {
  await format("PDF");
  await saveAs(join(folder, "r.pdf"));
  expect((await readFile(join(folder, "r.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
});

it("finds words in the preview, and puts a single thing back", async () => {
  const { page } = running;
  // The only format in which every single thing stands.
  await format("GoodGateway file");
  await page.getByRole("textbox", { name: "Find in the text" }).fill("gateway");
  await page.getByText(/^1 of \d+$/u).waitFor();
  await page.getByRole("button", { name: /taken out, in/u }).click();
  const keep = page.getByRole("button", { name: /^Keep in the report/u }).first();
  const value = ((await keep.getAttribute("aria-label")) ?? "").replace("Keep in the report: ", "");
  expect(await page.locator("pre").first().textContent()).not.toContain(value);
  await keep.click();
  await page
    .getByText(/private things? stays?/u)
    .first()
    .waitFor();
  await page.waitForFunction((kept) => document.querySelector("pre")?.textContent?.includes(kept) === true, value);
  expect(running.complaints).toEqual([]);
});
