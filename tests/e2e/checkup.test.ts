import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { findNginx, startNginx, type Nginx } from "./support/nginx.ts";

const t = createTranslator("en", { en: ENGLISH });
const DEAD = t("verdict.gateway-error.title");

/** The window, the door and the engine together, against real servers on this machine and nothing else. */
const program = (await findNginx()) ?? "";
let folder: string;
let nginx: Nginx;
let silent: Server;
let running: RunningApp;

beforeAll(async () => {
  if (program === "") return;
  folder = await mkdtemp(join(tmpdir(), "gg-references-"));
  const references = join(folder, "references.json");
  // Nothing outside is asked: the list of reference points is replaced by an empty one.
  await writeFile(references, "{}");
  nginx = await startNginx(program);
  silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  running = await launch({ env: { GOODGATEWAY_REFERENCES: references } });
});

afterAll(async () => {
  if (program === "") return;
  await running.stop();
  await nginx.stop();
  silent.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  if (program === "") return;
  await running.page.reload();
  await heading("Which page does not load?");
});

async function heading(name: string | RegExp): Promise<void> {
  await running.page.getByRole("heading", { level: 1, name }).waitFor({ timeout: 40_000 });
}

/** Waits for a verdict, whatever it is, and gives its one sentence. */
async function verdict(): Promise<string> {
  const screens = /^(Checking |Which page|What shall)/;
  const shown = running.page.getByRole("heading", { level: 1 }).filter({ hasNotText: screens });
  await shown.waitFor({ timeout: 40_000 });
  return shown.innerText();
}

async function check(address: string): Promise<void> {
  await running.page.getByLabel("Address of the page").fill(address);
  await running.page.getByRole("button", { name: "Check", exact: true }).click();
}

/** What the verdict's page says as a whole. */
async function said(): Promise<string> {
  return running.page.locator("main").innerText();
}

describe.skipIf(program === "")("a check-up in the window", () => {
  it("finds that a gateway's backend is dead", async () => {
    await check(`${nginx.origin}/dead/page`);
    expect(await verdict()).toBe(DEAD);
    const text = await said();
    expect(text).toContain("502");
    expect(text).toMatch(/nginx/i);
  });

  it("calls a fine page fine", async () => {
    await check(`${nginx.origin}/`);
    await heading(/./);
    await running.page
      .getByRole("heading", { level: 1 })
      .filter({ hasNotText: /Which page|Checking/ })
      .waitFor();
    expect(await said()).toMatch(/fine|well|works/i);
  });

  it("says in place why an address cannot be checked, and keeps what was typed", async () => {
    const field = running.page.getByLabel("Address of the page");
    for (const bad of ["two words", "ftp://example.com", "http://example.com:99999", "https://"]) {
      await check(bad);
      await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.inputValue()).toBe(bad);
      expect(await running.page.getByRole("heading", { level: 1 }).innerText()).toBe("Which page does not load?");
    }
  });

  it("can be stopped at once, and another one started right after", async () => {
    await check(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
    await heading(/^Checking 127\.0\.0\.1/);
    await running.page.getByRole("button", { name: /^Stop/ }).click();
    await heading("Which page does not load?");
    await check(`${nginx.origin}/dead/`);
    expect(await verdict()).toBe(DEAD);
  });

  it("needs no mouse", async () => {
    const { page } = running;
    await page.keyboard.type(`${nginx.origin}/dead/`);
    await page.keyboard.press("Enter");
    expect(await verdict()).toBe(DEAD);
    // The heading has the focus, so that a screen reader says the verdict; the next stop is an action.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/^(BUTTON|A|SUMMARY)$/);
  });

  it("goes on when the page starts afresh, can be stopped there, and the next one is not refused", async () => {
    await check(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
    await heading(/^Checking/);
    await running.page.reload();
    await heading(/^Checking/);
    await running.page.getByRole("button", { name: /^Stop/ }).click();
    await heading("Which page does not load?");
    await check(`${nginx.origin}/dead/`);
    expect(await verdict()).toBe(DEAD);
  });

  it("offers the clipboard's address and nothing else that is on it", async () => {
    const offered = running.page.getByText("From your clipboard:");
    await running.app.evaluate(({ clipboard }) => clipboard.writeText("correct horse battery staple"));
    await running.page.reload();
    await heading("Which page does not load?");
    expect(await offered.count()).toBe(0);
    await running.app.evaluate(({ clipboard }, url) => clipboard.writeText(url), `${nginx.origin}/dead/`);
    await running.page.reload();
    await offered.click();
    expect(await verdict()).toBe(DEAD);
  });
});

describe.skipIf(program === "")("the practice network", () => {
  it("shows a dead origin behind a gateway for what it is", async () => {
    await running.page.getByRole("button", { name: "Try it on a practice network" }).click();
    await heading("What shall be broken?");
    await running.page.getByRole("button", { name: /^502: the server behind the gateway is dead/ }).click();
    expect(await verdict()).toBe(DEAD);
    expect(await said()).toContain("Nothing of this is real.");
  });
});

it.skipIf(program === "")("leaves nothing to complain about on the console", () => {
  expect(running.complaints).toEqual([]);
});
