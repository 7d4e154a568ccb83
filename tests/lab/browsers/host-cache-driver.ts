import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import { realBrowserDeps } from "../../../electron/browsers/browser-deps.ts";
import type { ActionContext, RepairAction } from "../../../electron/repairs/action.ts";
import { openActionJournal } from "../../../electron/repairs/action-journal.ts";
import { browserActions } from "../../../electron/repairs/browser-actions.ts";
import { reportOfDocument } from "../../../electron/report/report-of-document.ts";
import type { CheckupDocument } from "../../../shared/contract/document.ts";
import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator } from "../../../shared/text/translator.ts";
import { SITE, startMovingSite } from "./moving-site.ts";

/**
 * Plays a person whose Chromium keeps an old address: sees the broken page, asks for a check-up, tries a private window,
 * follows the guided step word by word, and lets the program prove it. Prints one line of JSON.
 * usage: host-cache-driver TERMINAL_PROGRAM
 */
const [terminal = ""] = process.argv.slice(2);
const NEVER = new AbortController().signal;
const english = createTranslator("en", { en: ENGLISH });

function actionNamed(actions: readonly RepairAction[], id: RepairId): RepairAction {
  const found = actions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no repair ${id}`);
  return found;
}

async function choiceIn(action: RepairAction, context: ActionContext): Promise<ActionChoice> {
  const offer = await action.offer(context, NEVER);
  const choice = offer?.choices.find(({ label }) => label === "Chromium");
  if (choice === undefined) throw new Error(`Chromium is not offered: ${JSON.stringify(offer)}`);
  return choice;
}

async function checkup(answers: readonly string[]): Promise<CheckupDocument> {
  const said = answers.flatMap((answer) => ["--answer", answer]);
  const args = [terminal, "diagnose", `http://${SITE}/`, "--json", "--private", ...said];
  const done = await promisify(execFile)(process.execPath, args, { timeout: 40_000 }).catch(
    // Exit code 1 says that a problem was found.
    (error: { stdout: string }) => error,
  );
  return JSON.parse(done.stdout) as CheckupDocument;
}

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

/** Does what each step says, as a person does: an address is pasted and opened, a button named in quotes is clicked. */
async function follow(page: Page, choice: ActionChoice): Promise<readonly string[]> {
  const done: string[] = [];
  for (const step of choice.steps) {
    const words = step.kind === "command" ? step.text : english.message(step.what);
    const button = /^Click “([^”]+)”/.exec(words)?.[1];
    /* oxlint-disable no-await-in-loop */
    if (step.kind === "command") await page.goto(step.text);
    else if (button !== undefined) await page.getByRole("button", { name: button }).click();
    else continue;
    /* oxlint-enable no-await-in-loop */
    done.push(step.kind === "command" ? step.text : (button ?? ""));
  }
  return done;
}

async function run(): Promise<unknown> {
  const site = await startMovingSite();
  const real = join(homedir(), ".config/chromium");
  mkdirSync(real, { recursive: true });
  // Chromium lets nobody drive the profile of every day; by another name of its folder it does not see that it is one.
  symlinkSync(real, join(homedir(), "driven"));
  const context = await chromium.launchPersistentContext(join(homedir(), "driven"), {
    executablePath: "/usr/bin/chromium",
    headless: false,
    args: ["--disable-gpu"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`http://${SITE}/`);
  const first = await heading(page);
  site.move();
  await page.reload();
  const stale = await heading(page);
  const deps = realBrowserDeps();
  if (deps === null) throw new Error("no browsers on this system");
  const dataFolder = join(homedir(), "data");
  const actions = browserActions({
    browsers: deps,
    journal: openActionJournal(dataFolder),
    dataFolder,
    hostCache: null,
  });
  const before = await checkup([]);
  const report = reportOfDocument(before);
  if (report === null) throw new Error("the document is not ours");
  const about = { target: report.observations.target, checkup: report };

  const elsewhere = actionNamed(actions, "private-window");
  const requests = site.seen.new;
  const opened = await elsewhere.apply(about, (await choiceIn(elsewhere, about)).id, NEVER);
  for (let look = 0; look < 40 && site.seen.new === requests; look += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await wait(250);
  }
  const privateWorks = site.seen.new > requests;
  const answers = ["browser-fails=yes", "reload-keeps-old=yes", `private-window-works=${privateWorks ? "yes" : "no"}`];
  const judged = await checkup(answers);

  const repair = actionNamed(actions, "clear-host-cache");
  const choice = await choiceIn(repair, about);
  await page.reload();
  const stillStale = await heading(page);
  const followed = await follow(page, choice);
  const end = await repair.apply(about, choice.id, NEVER);
  await page.goto(`http://${SITE}/`);
  const after = await heading(page);
  const final = await checkup(["browser-fails=no", "host-cache-cleared-works=yes"]);
  await context.close();
  return {
    first,
    stale,
    opened,
    privateWorks,
    before: before.verdict.code,
    verdict: judged.verdict.code,
    side: judged.verdict.faultSide,
    proposed: judged.repairs.map(({ id }) => id),
    mode: choice.mode,
    stillStale,
    followed,
    end: end.kind === "done" ? end.facts.map((fact) => english.message(fact)) : end,
    after,
    afterwards: final.verdict.code,
  };
}

void run()
  .catch((error: unknown) => ({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  .then((result) => process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0)));
