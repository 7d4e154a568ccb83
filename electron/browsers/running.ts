import type { Known } from "../../shared/model/browser.ts";
import { type BrowserDeps, pathsOf } from "./browser-deps.ts";
import type { InstalledBrowser } from "./find-browsers.ts";
import type { RunningProgram } from "./processes.ts";

/** Names under which a browser's own processes run, in lower case, by the end of their path. */
const PROCESS_NAMES: Readonly<Record<InstalledBrowser["id"], readonly string[]>> = {
  chrome: ["chrome", "chrome.exe", "google chrome", "google-chrome"],
  chromium: ["chromium", "chromium-browser", "chrome", "chrome.exe"],
  edge: ["msedge", "msedge.exe", "microsoft edge"],
  brave: ["brave", "brave.exe", "brave browser", "brave-browser"],
  opera: ["opera", "opera.exe"],
  vivaldi: ["vivaldi", "vivaldi-bin", "vivaldi.exe"],
  firefox: ["firefox", "firefox-bin", "firefox-esr", "firefox.exe"],
  safari: ["safari"],
};

/** Where the programs behind the starters in /usr/bin lie, by a part of their path (packages of the makers and of Debian). */
const LINUX_PARTS: Readonly<Partial<Record<InstalledBrowser["id"], RegExp>>> = {
  chrome: /\/google\/chrome(?:-(beta|unstable|canary))?\//,
  chromium: /\/chromium(?:-browser)?\//,
  edge: /\/microsoft\/msedge(?:-(beta|dev|canary))?\//,
  brave: /\/brave\.com\/brave(?:-(beta|nightly))?\/|\/brave\//,
  firefox: /\/firefox[^/]*\//,
};

/** The processes of one browser among all; null when the system could not be asked. */
export async function processesOf(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
): Promise<readonly RunningProgram[] | null> {
  if (programs === null) return null;
  const real = ((await deps.files.realPath(browser.program)) ?? browser.program).toLowerCase();
  return programs.filter(({ path }) => belongs(deps, browser, { path: path.toLowerCase(), real }));
}

function belongs(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  { path, real }: { readonly path: string; readonly real: string },
): boolean {
  const name = pathsOf(deps.os).basename(path);
  if (!PROCESS_NAMES[browser.id].includes(name)) return false;
  if (deps.os === "macos") return path === real;
  // Windows tells names only: another line of the same maker cannot be told apart here (its lock file can).
  if (deps.os === "windows") return true;
  if (browser.form === "snap") return path.startsWith(`/snap/${browser.kind.snap?.name ?? ""}/`);
  // Inside a Flatpak the program lies under /app.
  if (browser.form === "flatpak") return path.startsWith("/app/");
  if (path.startsWith("/snap/") || path.startsWith("/app/")) return false;
  if (path === real) return true;
  const part = LINUX_PARTS[browser.id]?.exec(path);
  if (LINUX_PARTS[browser.id] !== undefined && part === null) return false;
  return sameLine(browser, part?.[1]);
}

/** A beta's processes are not the stable one's. */
function sameLine(browser: InstalledBrowser, line: string | undefined): boolean {
  if (browser.id === "firefox") return true;
  const lines: Partial<Record<string, readonly string[]>> = {
    beta: ["beta"],
    dev: ["dev", "unstable"],
    nightly: ["nightly", "canary"],
  };
  return line === undefined ? browser.channel === "stable" : lines[browser.channel]?.includes(line) === true;
}

/** Whether a browser runs at all. */
export async function isRunning(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
): Promise<Known> {
  const own = await processesOf(deps, browser, programs);
  if (own === null) return "unknown";
  return own.length > 0 ? "yes" : "no";
}

/**
 * Whether the profiles in one folder of Chromium are in use. On Linux and macOS a link names computer and process, and
 * outlives a crash; on Windows a file is held open and goes with the process (process_singleton_{posix,win}.cc).
 */
export async function chromiumInUse(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
): Promise<Known> {
  if (browser.data === null) return isRunning(deps, browser, programs);
  if (deps.os === "windows") {
    const held = await deps.files.held(`${browser.data}\\lockfile`);
    if (held === "unknown") return isRunning(deps, browser, programs);
    return held === "absent" ? "no" : "yes";
  }
  return linkedInUse(deps, browser, await deps.files.linkTarget(`${browser.data}/SingletonLock`), programs);
}

async function linkedInUse(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  lock: string | null,
  programs: readonly RunningProgram[] | null,
): Promise<Known> {
  const [, host = "", pid = ""] = /^(.*)-(\d+)$/.exec(lock ?? "") ?? [];
  if (pid === "") return "no";
  // A home folder on the network: whether that other computer still runs cannot be seen from here.
  if (host !== deps.hostName) return "unknown";
  const own = await processesOf(deps, browser, programs);
  if (own === null) return "unknown";
  // Numbers of a sandbox's own process space mean nothing outside of it.
  if (browser.form === "flatpak") return own.length > 0 ? "yes" : "no";
  return own.some((program) => program.pid === Number(pid)) ? "yes" : "no";
}

/**
 * Whether one profile of Firefox is in use. Its lock files stay behind after every exit; only the lock on them counts
 * (nsProfileLock.cpp), and on Linux the link beside it names the process.
 */
export async function firefoxInUse(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  folder: string,
  programs: readonly RunningProgram[] | null,
): Promise<Known> {
  if (deps.os === "windows") {
    const held = await deps.files.held(`${folder}\\parent.lock`);
    if (held === "unknown") return isRunning(deps, browser, programs);
    return held === "held" ? "yes" : "no";
  }
  const own = await processesOf(deps, browser, programs);
  if (own === null) return "unknown";
  if (own.length === 0) return "no";
  if (deps.os === "macos" || browser.form === "flatpak") return "unknown";
  const lock = await deps.files.linkTarget(`${folder}/lock`);
  const pid = /\+?(\d+)$/.exec(lock?.split(":").at(-1) ?? "")?.[1];
  return pid !== undefined && own.some((program) => program.pid === Number(pid)) ? "yes" : "no";
}
