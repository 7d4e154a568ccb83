import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { outcome, press, proof } from "../../e2e/support/guided.ts";
import { launch } from "../../e2e/support/launch.ts";
import { until } from "../../e2e/support/processes.ts";
import { SITE, startMovingSite } from "./moving-site.ts";

/**
 * Plays a person whose Chromium keeps an old address, with this program's real window beside it: the check-up finds
 * nothing, the answers tell, the step is followed word by word, and before and after are compared. Prints one line of
 * JSON.
 */
const URL_TEXT = `http://${SITE}/`;

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

/** The profile of every day under another name of its folder: Chromium lets nobody drive it by its own. */
async function openChromium(): Promise<BrowserContext> {
  const real = join(homedir(), ".config/chromium");
  mkdirSync(real, { recursive: true });
  symlinkSync(real, join(homedir(), "driven"));
  return chromium.launchPersistentContext(join(homedir(), "driven"), {
    executablePath: "/usr/bin/chromium",
    headless: false,
    args: ["--disable-gpu"],
  });
}

/** The verdict's one sentence, once it is there. */
async function verdict(window: Page): Promise<string> {
  const shown = window.getByRole("heading", { level: 1 }).filter({ hasNotText: /^(?:Checking |Which page)/u });
  await shown.waitFor();
  return shown.innerText();
}

/** Says what only the person can see, as long as something is asked that they know. */
async function answer(window: Page, question: string, word: string): Promise<void> {
  await window.getByRole("group", { name: question }).getByRole("button", { name: word, exact: true }).click();
}

/** Does what the step on the screen says: an address is pasted and opened, a button named in quotes is clicked. */
async function follow(window: Page, page: Page): Promise<readonly string[]> {
  const done: string[] = [];
  for (const step of await window.locator("main ol li").all()) {
    /* oxlint-disable no-await-in-loop -- one after the other, as a person does */
    const words = await step.innerText();
    const button = /^Click “([^”]+)”/u.exec(words)?.[1];
    // What is to be copied stands in the step that says so.
    const copied = (await step.locator("pre").allInnerTexts())[0]?.trim();
    if (copied !== undefined) await page.goto(copied);
    else if (button !== undefined) await page.getByRole("button", { name: button }).click();
    else continue;
    /* oxlint-enable no-await-in-loop */
    done.push(copied ?? button ?? "");
  }
  return done;
}

async function run(): Promise<unknown> {
  const site = await startMovingSite();
  const browser = await openChromium();
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(URL_TEXT);
  const first = await heading(page);
  site.move();
  await page.reload();
  const stale = await heading(page);

  const references = join(homedir(), "references.json");
  writeFileSync(references, "{}");
  const {
    page: window,
    stop,
    complaints,
  } = await launch({
    home: join(homedir(), "data"),
    env: { GOODGATEWAY_REFERENCES: references },
  });
  window.setDefaultTimeout(60_000);
  await window.getByLabel("Address of the page").fill(URL_TEXT);
  await window.getByRole("button", { name: "Check", exact: true }).click();
  const before = await verdict(window);

  await answer(window, "Does the page fail in your browser right now?", "Yes");
  const requests = site.seen.new;
  execFile("/usr/bin/chromium", ["--incognito", URL_TEXT]);
  await until(
    async () => site.seen.new,
    (seen) => seen > requests,
  );
  await answer(window, "Does it work in a private window?", "Yes");
  await answer(window, "Does reloading keep showing the old page?", "Yes");
  await press(window, "Check again with your answers");
  await window.getByRole("heading", { level: 1, name: /^Checking /u }).waitFor();
  const judged = await verdict(window);

  await press(window, "What helps, step by step");
  await window.getByText(/^Step \d+ of \d+/u).waitFor();
  const step = await heading(window);
  const chosen = window.getByRole("radio", { name: /^Chromium/u });
  if ((await chosen.count()) > 0) await chosen.first().check({ force: true });
  await page.reload();
  const stillStale = await heading(page);
  await press(window, "Begin");
  await window.getByText("the program is looking on").first().waitFor();
  const followed = await follow(window, page);
  await page.goto(URL_TEXT);
  const after = await heading(page);
  await window.getByRole("group", { name: "Does the page work in your browser now?" }).waitFor();
  const seen = await window.locator("main").innerText();
  await press(window, "Yes, it works");
  await outcome(window, /^Fixed/u);
  const said = await window.locator("h2[data-outcome] + p").innerText();
  const rows = await proof(window);
  await press(window, "Finish");
  await window.getByRole("heading", { level: 1, name: "It works again" }).waitFor();
  const end = await window.locator("main").innerText();
  await stop();
  await browser.close();
  return { first, stale, before, judged, step, stillStale, followed, after, seen, said, rows, end, complaints };
}

void run()
  .catch((error: unknown) => ({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  .then((result) => process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0)));
