import type { BrowserProfile, BrowserSummary } from "../../shared/model/browser.ts";
import type { BrowserDeps } from "./browser-deps.ts";
import { cacheFolders } from "./cache/cache-folders.ts";
import { sizeOf } from "./cache/folder-size.ts";
import { defaultHandler, isDefaultBrowser } from "./default-browser.ts";
import { findBrowsers, type InstalledBrowser } from "./find-browsers.ts";
import { type RunningProgram, runningPrograms } from "./processes.ts";
import { readPolicies } from "./read/policies.ts";
import { readProfiles } from "./read/read-profiles.ts";
import { versionOf } from "./read/version.ts";
import { isRunning } from "./running.ts";

/** Time for counting what all profiles keep, ms: a slow disk must not hold the report up. */
const COUNTING_MS = 500;

/**
 * Every known browser of this computer: versions, profiles, what runs, sizes of caches (counted for half a second at
 * most), encrypted DNS, proxies and extensions that rule the network, and policies. Reads only; never rejects; what
 * could not be read is null, empty or "unknown". Not on the way to a verdict: for repairs and reports.
 */
export async function readBrowsers(
  deps: BrowserDeps,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<readonly BrowserSummary[]> {
  try {
    const [browsers, handler, programs] = await Promise.all([
      findBrowsers(deps, signal),
      defaultHandler(deps, signal),
      runningPrograms(deps, signal),
    ]);
    const until = now() + COUNTING_MS;
    return await Promise.all(
      browsers.map(async (browser) => ({
        ...(await readBrowser(deps, browser, programs, signal)),
        isDefault: isDefaultBrowser(browser, handler),
      })),
    ).then((all) => counted(deps, browsers, all, { until, now, signal }));
  } catch {
    // A file tree that changes under us; a report without browsers is better than none.
    return [];
  }
}

/** One browser without the sizes of its caches. */
async function readBrowser(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  programs: readonly RunningProgram[] | null,
  signal: AbortSignal,
): Promise<BrowserSummary> {
  const [version, policies, running] = await Promise.all([
    versionOf(deps, browser, signal),
    readPolicies(deps, browser, signal),
    isRunning(deps, browser, programs),
  ]);
  const { key, id, channel, form, name, program } = browser;
  const profiles = await readProfiles(deps, browser, programs, policies);
  return { key, id, channel, form, name, version, program, isDefault: null, running, profiles, policies };
}

async function counted(
  deps: BrowserDeps,
  browsers: readonly InstalledBrowser[],
  summaries: readonly BrowserSummary[],
  limit: { readonly until: number; readonly now: () => number; readonly signal: AbortSignal },
): Promise<readonly BrowserSummary[]> {
  const count = async (browser: InstalledBrowser, profile: BrowserProfile): Promise<BrowserProfile> => {
    const folders = await cacheFolders(deps, browser, profile);
    return {
      ...profile,
      cache: await sizeOf(
        deps,
        folders.map(({ path }) => path),
        limit,
      ),
    };
  };
  return Promise.all(
    summaries.map(async (summary, index) => {
      const browser = browsers[index];
      if (browser === undefined || browser.kind.family === "safari") return summary;
      return { ...summary, profiles: await Promise.all(summary.profiles.map((profile) => count(browser, profile))) };
    }),
  );
}
