import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { launch, type RunningApp } from "./launch.ts";

/**
 * A person at the real window, inside a throw-away machine (tests/lab/dns/box.sh). `change`: switches DNS and keeps it,
 * undoes it, and loses the program in the middle of another switch. `fix`: mends a page with the one-click fix. Prints
 * one JSON object: what was seen at each point.
 */
const FILE = "/etc/resolv.conf";
const HOME = "/root/gg";
const REFERENCES = "/root/references.json";

const seen: Record<string, unknown> = {};

function note(name: string, value: unknown = readFileSync(FILE, "utf8")): void {
  seen[name] = value;
}

async function open(): Promise<RunningApp> {
  return launch({ home: HOME, env: { GOODGATEWAY_REFERENCES: REFERENCES } });
}

const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

const heading = async (page: Page, name: RegExp): Promise<string> => {
  const found = page.getByRole("heading", { level: 1, name });
  await found.waitFor({ timeout: 60_000 });
  return (await found.textContent()) ?? "";
};

/** From the first screen to the question whether to keep. */
async function switchTo(page: Page, name: RegExp): Promise<void> {
  await press(page, "My DNS settings");
  await heading(page, /Which DNS servers/);
  await press(page, /Use other servers/);
  await press(page, name);
  await heading(page, /^(?:Switch to|Better leave)/);
  note(`plan ${name.source}`, await page.locator("pre").allTextContents());
  await press(page, /^Switch$/);
  await heading(page, /Keep the new servers/);
}

async function untilFileIs(text: string): Promise<number> {
  const began = performance.now();
  while (readFileSync(FILE, "utf8") !== text && performance.now() - began < 60_000) {
    // Looking again and again is the point.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return performance.now() - began;
}

async function keepAndUndo(): Promise<void> {
  const { page, stop } = await open();
  await switchTo(page, /Cloudflare/);
  note("while asked");
  await press(page, /^Keep$/);
  note("kept title", await heading(page, /are kept/));
  note("kept");
  await press(page, "DNS changes");
  await press(page, /^Undo/);
  await page.getByText(/^Undone\./).waitFor({ timeout: 60_000 });
  note("undone");
  await stop();
}

async function loseTheProgram(before: string): Promise<void> {
  const { app, page } = await open();
  await switchTo(page, /Google/);
  note("before the loss");
  app.process().kill("SIGKILL");
  note("back after ms", await untilFileIs(before));
  note("after the loss");
  const next = await open();
  note("notice", await next.page.getByText(/I put your DNS back/).textContent({ timeout: 60_000 }));
  await next.stop();
}

async function fix(address: string): Promise<void> {
  const { page, stop } = await open();
  await page.keyboard.insertText(address);
  await press(page, "Fix my DNS");
  await heading(page, /Which page does not load/);
  await page.keyboard.press("Enter");
  note("asked", await heading(page, /needs another DNS server/));
  note("before the yes");
  await press(page, /^Switch$/);
  note("works", await heading(page, /Keep the new servers/));
  note("meanwhile");
  await press(page, /^Keep$/);
  note("end", await heading(page, /^Fixed/));
  note("table", await page.locator("table").first().textContent());
  note("after");
  await stop();
}

writeFileSync(REFERENCES, JSON.stringify({ stableName: "where.test" }));
note("before");
const before = readFileSync(FILE, "utf8");
try {
  if (process.argv[2] === "fix") await fix("http://where.test/");
  else {
    await keepAndUndo();
    await loseTheProgram(before);
  }
} catch (error) {
  note("error", String(error));
}
process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit(0);
