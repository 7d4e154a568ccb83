import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SAMPLES } from "../window/samples.ts";
import { TARGET } from "../window/fake-main.ts";
import { heading, outcome } from "./support/guided.ts";
import { focusedOn, hearIn, tabTo, type Heard } from "./support/keyboard.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { MADE_UP_ID, play, pretend, tell } from "./support/made-up.ts";

/** From the address to the saved report with keys alone: no mouse, and nobody who sees the screen. */
let folder = "";
let running: RunningApp;
let heard: Heard;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-e2e-keyboard-"));
  running = await launch();
  heard = await hearIn(running.page);
});

afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

it("checks an address, and hears what comes of it", async () => {
  const { app, page } = running;
  const sample = SAMPLES["gateway-error"];
  if (sample === undefined) throw new Error("there is no such sample");
  await pretend(app, { "checkup.start": { id: MADE_UP_ID, target: TARGET } });
  // The field has the focus from the start: one types and presses Enter.
  expect(await focusedOn(page)).toMatchObject({ name: "Address of the page", outlined: true });
  await page.keyboard.type("shop.example");
  await page.keyboard.press("Enter");
  await heading(page, /^Checking/);
  await play(app, sample, 0.5);
  await heard.until(/^Checking shop\.example\./u);
  await play(app, sample, 1);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1" && !document.title.startsWith("Checking"));
  // The answer itself has the focus, so it is read out.
  expect((await focusedOn(page)).name.length).toBeGreaterThan(10);
});

it("goes from a verdict over plan, step, before and after to what is kept", async () => {
  const { app, page } = running;
  await tell(app, [{ name: "shell.command", data: "new-check" }]);
  await heading(page, "Which page does not load?");
  await tabTo(page, "Try it on a practice network", "Enter");
  await page.getByRole("button", { name: /^502/ }).waitFor();
  await tabTo(page, "An old line in the hosts file", "Space");
  await page.getByRole("button", { name: "What helps, step by step" }).waitFor();
  await tabTo(page, "What helps, step by step", "Enter");
  await heading(page, "Take the entry out of the hosts file");
  await tabTo(page, "Do it", "Enter");
  await outcome(page, /^Fixed/);
  await heard.until(/^Looking (?:first|again)/u);
  await heard.until(/^Fixed/u);
  // What was pressed is gone: the focus stands before what came of it.
  expect((await focusedOn(page)).name).toMatch(/^Fixed/);
  await tabTo(page, "Keep it", "Space");
  await page.getByText(/^Kept/).waitFor();
  await tabTo(page, "Finish", "Enter");
  await heading(page, "It works again");
  await tabTo(page, "Done", "Enter");
  await page.getByRole("button", { name: "Report…" }).waitFor();
});

it("chooses what is in the report with arrows, and saves it", async () => {
  const { app, page } = running;
  const file = join(folder, "report.txt");
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  await tabTo(page, "Report…", "Enter");
  await heading(page, "What do you want to send?");
  await page.locator("iframe").waitFor();
  // A group of choices is one stop; arrows choose within it.
  await tabTo(page, "Web page", null);
  for (const format of ["PDF", "Markdown", "Plain text"]) {
    // One key after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press("ArrowRight");
    // oxlint-disable-next-line no-await-in-loop
    expect(await focusedOn(page)).toEqual({ name: format, outlined: true });
  }
  await page.locator("pre").first().waitFor();
  await tabTo(page, "Save…", "Enter");
  await heard.until(/^Saved as report\.txt: the same bytes/u);
  expect(await readFile(file, "utf8")).toContain("shop.example");
  // And away again: one key.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Report…" }).waitFor();
  expect(running.complaints).toEqual([]);
});
