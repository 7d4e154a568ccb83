import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type BrowserDeps, realBrowserDeps } from "../../../electron/browsers/browser-deps.ts";
import { readBrowsers } from "../../../electron/browsers/read-browsers.ts";
import type { ActionContext } from "../../../electron/repairs/action.ts";
import { openActionJournal } from "../../../electron/repairs/action-journal.ts";
import { browserActions } from "../../../electron/repairs/browser-actions.ts";
import { parseTarget } from "../../../electron/engine/target.ts";
import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { SITE, startMovingSite } from "./moving-site.ts";

/** Opens, reads and tidies the Chromium and Firefox of this machine as the program does. Prints one line of JSON. */
const NEVER = new AbortController().signal;
const dataFolder = join(homedir(), "data");
const started: number[] = [];

function deps(): BrowserDeps {
  const real = realBrowserDeps();
  if (real === null) throw new Error("no browsers on this system");
  const launch: BrowserDeps["launch"] = async (request) => {
    const launched = await real.launch(request);
    if (launched.ok) started.push(launched.value.pid);
    return launched;
  };
  return { ...real, launch };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 160; look += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await holds()) return;
    // oxlint-disable-next-line no-await-in-loop
    await wait(250);
  }
  throw new Error(`never seen: ${what}`);
}

/** Ends what was started, as the window's cross does; at last by force. */
async function close(): Promise<void> {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // It had handed over and was gone.
    }
  }
  const alive = (): boolean =>
    execFileSync("ps", ["-axo", "comm="], { encoding: "utf8" })
      .split("\n")
      .some((name) => ["chromium", "firefox-esr"].includes(name.trim()));
  await until("the browser has gone", () => !alive());
}

async function run(): Promise<unknown> {
  const site = await startMovingSite();
  const machine = deps();
  const journal = openActionJournal(dataFolder);
  const actions = browserActions({ browsers: machine, journal, dataFolder, hostCache: null });
  const target = parseTarget(`http://${SITE}/`);
  if (!target.ok) throw new Error("not an address");
  const about: ActionContext = { target: target.value, checkup: null };
  const action = (id: RepairId) => actions.find((one) => one.id === id);
  const choiceOf = async (id: RepairId, label: string): Promise<ActionChoice | null> =>
    (await action(id)?.offer(about, NEVER))?.choices.find((one) => one.label.startsWith(label)) ?? null;
  const opens = async (id: RepairId, label: string): Promise<void> => {
    const before = site.seen.old;
    const choice = await choiceOf(id, label);
    const end = await action(id)?.apply(about, choice?.id ?? "", NEVER);
    if (end?.kind !== "opened") throw new Error(`${id} in ${label}: ${JSON.stringify(end)}`);
    await until(`${id} in ${label} shows the page`, () => site.seen.old > before);
  };
  const one = async (key: string) => (await readBrowsers(machine, NEVER)).find((browser) => browser.key === key);
  const temporary = (): readonly string[] =>
    existsSync(join(dataFolder, "temporary")) ? readdirSync(join(dataFolder, "temporary")) : [];

  const versions = (await readBrowsers(machine, NEVER)).map(({ key, version, running }) => [
    key,
    /^\d+\./.test(version ?? ""),
    running,
  ]);

  await opens("no-extensions", "Chromium");
  const inChromium = temporary().length;
  await close();
  await until("the empty profile of Chromium is taken away", () => temporary().length === 0);
  await opens("no-extensions", "Firefox ESR");
  const inFirefox = temporary().length;
  await close();
  await until("the empty profile of Firefox is taken away", () => temporary().length === 0);
  const ownUntouched = ![
    ".config/chromium/Default",
    ".config/mozilla/firefox/profiles.ini",
    ".mozilla/firefox/profiles.ini",
  ].some((path) => existsSync(join(homedir(), path)));

  await opens("private-window", "Firefox ESR");
  const firefoxOpen = await one("firefox-esr");
  await close();
  const firefoxClosed = await one("firefox-esr");

  await opens("private-window", "Chromium");
  // A first start writes its list of profiles after a while.
  await until("Chromium has written its profile", async () => ((await one("chromium"))?.profiles.length ?? 0) > 0);
  const guided = await choiceOf("clear-browser-cache", "Chromium");
  const chromiumOpen = await one("chromium");
  // Handed over to the one that runs.
  await opens("other-browser", "Chromium");
  await close();
  const chromiumClosed = await one("chromium");
  const auto = await choiceOf("clear-browser-cache", "Chromium");
  const folder = join(homedir(), ".cache/chromium/Default/Cache");
  const cacheThere = existsSync(folder);
  const end = await action("clear-browser-cache")?.apply(about, auto?.id ?? "", NEVER);
  const cacheGone = !existsSync(folder);
  await opens("other-browser", "Chromium");
  await close();
  const undone = await action("clear-browser-cache")?.undo?.(end?.kind === "done" ? (end.undoId ?? "") : "", NEVER);
  const left = readdirSync(join(homedir(), ".cache/chromium/Default")).filter((name) => name.includes("goodgateway"));
  return {
    versions,
    inChromium,
    inFirefox,
    ownUntouched,
    firefox: [
      firefoxOpen?.profiles[0]?.running,
      firefoxClosed?.profiles[0]?.running,
      firefoxClosed?.profiles[0]?.proxy.mode,
    ],
    chromium: [
      chromiumOpen?.profiles[0]?.running,
      chromiumClosed?.profiles[0]?.running,
      chromiumClosed?.profiles[0]?.secureDns.mode,
    ],
    cache: {
      guided: guided?.mode,
      auto: auto?.mode,
      cacheThere,
      end: end?.kind,
      cacheGone,
      undone: undone?.kind,
      back: existsSync(folder),
      left,
    },
  };
}

void run()
  .catch((error: unknown) => ({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  .then((result) => process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0)));
