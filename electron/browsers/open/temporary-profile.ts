import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserDeps } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";

/** The beginning of their names, so that leftovers are known as ours. */
const OURS = "goodgateway-empty-profile-";

/** Keeps Firefox's first-run pages and questions away from a profile that lives for one page. */
const FIREFOX_SETTINGS = [
  'user_pref("browser.aboutwelcome.enabled", false);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("startup.homepage_welcome_url", "");',
  "",
].join("\n");

/** Folders that hold such profiles: ours, and for sandboxed browsers the only ones they can write to. */
export function temporaryRoots(
  deps: BrowserDeps,
  dataFolder: string,
  browser: InstalledBrowser | null,
): readonly string[] {
  const own = [join(dataFolder, "temporary")];
  if (browser?.form === "snap") return [`${deps.home}/snap/${browser.kind.snap?.name ?? ""}/common`];
  if (browser?.form === "flatpak") return [`${deps.home}/.var/app/${browser.kind.flatpak?.app ?? ""}/cache`];
  return own;
}

/** Makes a new, empty profile for one browser; null when the disk refuses. */
export function makeTemporaryProfile(deps: BrowserDeps, dataFolder: string, browser: InstalledBrowser): string | null {
  const [root] = temporaryRoots(deps, dataFolder, browser);
  if (root === undefined) return null;
  const folder = join(root, `${OURS}${randomBytes(6).toString("hex")}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (browser.kind.family === "firefox") writeFileSync(join(folder, "user.js"), FIREFOX_SETTINGS, { mode: 0o600 });
    return folder;
  } catch {
    return null;
  }
}

/** Takes such a profile away; what is held by a program that is still going is tried again at the next sweep. */
export function removeTemporaryProfile(folder: string): void {
  // A starter may end before the browser that it started.
  if (stillOpen(folder)) return;
  try {
    // Windows holds files for a moment after their program has gone.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
  } catch {
    // Still in use.
  }
}

/** Takes leftovers away (the program was ended before the browser was) unless `inUse` says that one still serves; gives how many went. */
export function sweepTemporaryProfiles(root: string, inUse: (folder: string) => boolean): number {
  const left = leftovers(root).filter((folder) => !inUse(folder));
  for (const folder of left) removeTemporaryProfile(folder);
  return left.filter((folder) => !existsSync(folder)).length;
}

/** A browser that outlived the program which opened it still shows the page: its profile goes later. */
function stillOpen(folder: string): boolean {
  // Windows: Chromium's goes with the process; Firefox's stays, and the folder then with it until it can be deleted.
  if (existsSync(join(folder, "lockfile"))) return true;
  return ["SingletonLock", "lock"].some((name) => {
    try {
      const pid = Number(/[-+](\d+)$/.exec(readlinkSync(join(folder, name)))?.[1] ?? "0");
      return pid > 0 && process.kill(pid, 0);
    } catch {
      // No lock, or its process is gone.
      return false;
    }
  });
}

function leftovers(root: string): readonly string[] {
  try {
    return readdirSync(root)
      .filter((name) => new RegExp(`^${OURS}[0-9a-f]{12}$`).test(name))
      .map((name) => join(root, name))
      .filter((folder) => lstatSync(folder).isDirectory());
  } catch {
    // None was ever made here.
    return [];
  }
}
