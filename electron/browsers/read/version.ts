import { ask } from "../../platform/readings/reading.ts";
import { type BrowserDeps, pathsOf } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";

/** The version of an installed browser, from the files of its program where they tell; null when nothing does. */
export async function versionOf(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  signal: AbortSignal,
): Promise<string | null> {
  const program = (await deps.files.realPath(browser.program)) ?? browser.program;
  return (
    (await versionInFiles(deps, browser, program)) ?? (await said(deps, browser, signal)) ?? lastRun(deps, browser)
  );
}

async function versionInFiles(deps: BrowserDeps, browser: InstalledBrowser, program: string): Promise<string | null> {
  const { dirname, join } = pathsOf(deps.os);
  const found = async (path: string, pattern: RegExp): Promise<string | null> =>
    pattern.exec((await deps.files.readText(path, 1024 * 1024)) ?? "")?.[1] ?? null;
  if (deps.os === "macos") {
    const list = join(dirname(dirname(program)), "Info.plist");
    return found(list, /<key>CFBundleShortVersionString<\/key>\s*<string>([^<]+)</);
  }
  if (browser.form === "snap") {
    return found(`/snap/${browser.kind.snap?.name ?? ""}/current/meta/snap.yaml`, /^version:\s*["']?([\w.+-]+)/m);
  }
  if (browser.kind.family === "firefox") return found(join(dirname(program), "application.ini"), /^Version=(\S+)/m);
  return deps.os === "windows" ? newestFolder(await deps.files.list(dirname(program))) : null;
}

/** Without a display, a profile or the network: Chromium prints its version before it starts anything. */
async function said(deps: BrowserDeps, browser: InstalledBrowser, signal: AbortSignal): Promise<string | null> {
  if (deps.os !== "linux" || browser.form !== "package" || browser.kind.family !== "chromium") return null;
  const output = await ask(deps.run, { program: browser.program, args: ["--version"], signal });
  return output.ok ? (/\d+(?:\.\d+)+/.exec(output.value.stdout)?.[0] ?? null) : null;
}

/** Chromium keeps each version in a folder of its name beside the program, the old one until the next start. */
function newestFolder(names: readonly string[]): string | null {
  const versions = names.filter((name) => /^\d+(?:\.\d+){2,3}$/.test(name));
  return versions.toSorted((a, b) => b.localeCompare(a, "en", { numeric: true }))[0] ?? null;
}

/** The version that used these profiles last. */
async function lastRun(deps: BrowserDeps, { data, kind }: InstalledBrowser): Promise<string | null> {
  if (data === null || kind.family !== "chromium") return null;
  const text = await deps.files.readText(pathsOf(deps.os).join(data, "Last Version"), 200);
  return /^\d+(?:\.\d+)+/.exec(text?.trim() ?? "")?.[0] ?? null;
}
