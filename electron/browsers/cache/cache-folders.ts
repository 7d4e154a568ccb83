import { type BrowserDeps, pathsOf } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";

/**
 * What a browser rebuilds by itself, inside one profile. Nothing else may ever be touched: cookies, passwords, history
 * and what sites stored lie beside it.
 */
const CHROMIUM_FOLDERS = [
  "Cache",
  "Code Cache",
  "GPUCache",
  "DawnCache",
  "DawnGraphiteCache",
  "DawnWebGPUCache",
  "Media Cache",
  "Application Cache",
];

const FIREFOX_FOLDERS = ["cache2", "startupCache", "jumpListCache", "shader-cache", "OfflineCache"];

/** A folder of what a profile keeps of pages. */
export interface CacheFolder {
  readonly path: string;
  /** Name as the browser gives it. */
  readonly name: string;
}

/** The folders of one profile that hold nothing but what can be rebuilt, as far as they are there; no links. */
export async function cacheFolders(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  profile: { readonly id: string; readonly folder: string },
): Promise<readonly CacheFolder[]> {
  const { join, basename } = pathsOf(deps.os);
  const names = browser.kind.family === "firefox" ? FIREFOX_FOLDERS : CHROMIUM_FOLDERS;
  const roots = [profile.folder];
  if (browser.cache !== null) {
    if (browser.kind.family === "firefox") {
      // Under `Profiles` on Windows and macOS, beside one another on Linux.
      roots.push(
        join(browser.cache, "Profiles", basename(profile.folder)),
        join(browser.cache, basename(profile.folder)),
      );
    } else roots.push(profile.id === "." ? browser.cache : join(browser.cache, profile.id));
  }
  const candidates = roots.flatMap((root) => names.map((name) => ({ path: join(root, name), name })));
  const kinds = await Promise.all(candidates.map(({ path }) => deps.files.kind(path)));
  return candidates.filter((_, index) => kinds[index] === "folder");
}
