import type { BrowserExtension, BrowserPolicy, BrowserProfile, Known } from "../../../shared/model/browser.ts";
import { type BrowserDeps, pathsOf } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";
import type { RunningProgram } from "../processes.ts";
import { chromiumInUse, firefoxInUse, isRunning } from "../running.ts";
import {
  chromiumExtensions,
  chromiumProfiles,
  chromiumProxy,
  chromiumSecureDns,
  isFolderName,
  type NamedExtension,
  type ProfileEntry,
} from "./chromium-profiles.ts";
import {
  firefoxExtensions,
  type FirefoxProfileEntry,
  firefoxProfiles,
  firefoxProxy,
  firefoxSecureDns,
  firefoxSettings,
} from "./firefox-profiles.ts";
import { parseJson, textAt, valueAt } from "./json-value.ts";
import { proxyByPolicy, secureDnsByPolicy } from "./policies.ts";

/** More profiles than anybody has; a file that names more is broken or hostile. */
const MOST_PROFILES = 50;

/** The profiles of one browser without the size of their caches; empty when it was never used or may not be read. */
export async function readProfiles(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
  policies: readonly BrowserPolicy[] = [],
): Promise<readonly BrowserProfile[]> {
  if (browser.data === null) {
    return browser.kind.family === "safari" ? [await safariProfile(deps, browser, programs)] : [];
  }
  const { data } = browser;
  const read =
    browser.kind.family === "firefox"
      ? firefoxList(deps, browser, data, programs)
      : chromiumList(deps, browser, data, programs);
  const secureDns = secureDnsByPolicy(policies);
  const proxy = proxyByPolicy(policies);
  return (await read).map((profile) => ({
    ...profile,
    ...(secureDns === null ? {} : { secureDns }),
    ...(proxy === null ? {} : { proxy }),
  }));
}

async function chromiumList(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  data: string,
  programs: readonly RunningProgram[] | null,
): Promise<readonly BrowserProfile[]> {
  const { join } = pathsOf(deps.os);
  const localState = await deps.files.readText(join(data, "Local State"));
  const running = await chromiumInUse(deps, browser, programs);
  const secureDns = chromiumSecureDns(localState);
  const entries = await withRoot(deps, data, chromiumProfiles(localState));
  return Promise.all(
    entries.slice(0, MOST_PROFILES).map(async ({ id, name }) => {
      const folder = join(data, id);
      const [preferences = null, secure = null] = await Promise.all(
        ["Preferences", "Secure Preferences"].map((file) => deps.files.readText(join(folder, file))),
      );
      const extensions = await Promise.all(
        chromiumExtensions(preferences, secure).map((one) => named(deps, folder, one)),
      );
      const proxy = chromiumProxy(preferences, secure);
      return { id, name, folder, running, cache: null, secureDns, proxy, extensions };
    }),
  );
}

/** Older Opera has no folders of profiles: its own folder is the one profile. */
async function withRoot(
  deps: BrowserDeps,
  data: string,
  entries: readonly ProfileEntry[],
): Promise<readonly ProfileEntry[]> {
  const { join } = pathsOf(deps.os);
  if (entries.length > 0) return entries;
  const places = ["Default", "."];
  const there = await Promise.all(places.map((id) => deps.files.kind(join(data, id, "Preferences"))));
  const id = places.find((_, index) => there[index] === "file");
  return id === undefined ? [] : [{ id, name: "Default" }];
}

/** `__MSG_name__` stands for the name in the extension's own translations. */
async function named(deps: BrowserDeps, profile: string, extension: NamedExtension): Promise<BrowserExtension> {
  const { path, locale, ...rest } = extension;
  const key = /^__MSG_(\w+)__$/.exec(rest.name)?.[1];
  if (key === undefined) return rest;
  const { join, isAbsolute, sep } = pathsOf(deps.os);
  const inside = path !== null && !isAbsolute(path) && path.split(/[\\/]/).every((part) => isFolderName(part));
  if (path === null || !isFolderName(locale) || !(isAbsolute(path) || inside)) return { ...rest, name: rest.id };
  const folder = isAbsolute(path) ? path : join(profile, "Extensions", path.replaceAll(/[\\/]/g, sep));
  const messages = parseJson(await deps.files.readText(join(folder, "_locales", locale, "messages.json")));
  const found = textAt(messages, key, "message") ?? textAt(messages, key.toLowerCase(), "message");
  return { ...rest, name: found ?? textAt(valueAt(messages, "name"), "message") ?? rest.id };
}

async function firefoxList(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  data: string,
  programs: readonly RunningProgram[] | null,
): Promise<readonly BrowserProfile[]> {
  const entries = firefoxProfiles(await deps.files.readText(pathsOf(deps.os).join(data, "profiles.ini")));
  const profiles = await Promise.all(
    entries
      .slice(0, MOST_PROFILES)
      .map((entry) => firefoxProfile(deps, browser, folderOf(deps, data, entry), { entry, programs })),
  );
  return profiles.flatMap((one) => one ?? []);
}

function folderOf(deps: BrowserDeps, data: string, { path, relative }: FirefoxProfileEntry): string {
  const { join, sep } = pathsOf(deps.os);
  // Written with slashes on every system.
  return relative ? join(data, path.replaceAll("/", sep)) : path;
}

async function firefoxProfile(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  folder: string,
  { entry, programs }: { readonly entry: FirefoxProfileEntry; readonly programs: readonly RunningProgram[] | null },
): Promise<BrowserProfile | null> {
  const { join, basename, isAbsolute } = pathsOf(deps.os);
  if (!isAbsolute(folder) || (await deps.files.kind(folder)) === "absent") return null;
  const [prefs = null, user = null, addons = null, ruled = null] = await Promise.all(
    ["prefs.js", "user.js", "extensions.json", "extension-settings.json"].map((file) =>
      deps.files.readText(join(folder, file)),
    ),
  );
  // Named in the list and never started: there is nothing of a person's in it.
  if (prefs === null && !entry.isDefault) return null;
  const settings = firefoxSettings(prefs, user);
  return {
    id: basename(folder),
    name: entry.name,
    folder,
    running: await firefoxInUse(deps, browser, folder, programs),
    cache: null,
    secureDns: firefoxSecureDns(settings),
    proxy: firefoxProxy(settings, ruled),
    extensions: firefoxExtensions(addons),
  };
}

/** Safari's files are guarded by macOS; it follows the system in everything that is asked here. */
async function safariProfile(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
): Promise<BrowserProfile> {
  const running: Known = await isRunning(deps, browser, programs);
  return {
    id: "Safari",
    name: "Safari",
    folder: `${deps.home}/Library/Containers/com.apple.Safari`,
    running,
    cache: null,
    secureDns: { mode: "off", server: null, by: "default" },
    proxy: { mode: "system", server: null, by: "default" },
    extensions: [],
  };
}
