import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import type { HostCache } from "../../repairs/clear-host-cache.ts";
import type { RepairAction } from "../../repairs/action.ts";
import type { FindAction } from "./real-world.ts";

/** What the actions of this computer need of the desktop program. */
export interface RealActionParts {
  readonly dataFolder: string;
  /** Opens a web page in the person's own browser; false when that did not work. */
  readonly openExternal: (url: string) => Promise<boolean>;
  /** The name memory of our own window. */
  readonly hostCache: HostCache;
}

/** Finds the action of a repair on this computer; all of them are made with the first question. */
export function realActions(parts: RealActionParts): FindAction {
  let made: Promise<ReadonlyMap<string, RepairAction>> | null = null;
  return async (id) => (await (made ??= makeActions(parts))).get(id) ?? null;
}

async function makeActions(parts: RealActionParts): Promise<ReadonlyMap<string, RepairAction>> {
  const all = await Promise.all([machineOnes(parts), browserOnes(parts), flushOne()]);
  return new Map(all.flat().map((action) => [action.id, action]));
}

async function machineOnes({ dataFolder, openExternal }: RealActionParts): Promise<readonly RepairAction[]> {
  const { createMachineActions } = await import("../../repairs/create-machine-actions.ts");
  return createMachineActions({ dataFolder, appVersion: APP_VERSION, openExternal, browsers: installedBrowsers });
}

async function installedBrowsers(): Promise<readonly string[]> {
  const [{ realBrowserDeps }, { findBrowsers }] = await Promise.all([
    import("../../browsers/browser-deps.ts"),
    import("../../browsers/find-browsers.ts"),
  ]);
  const deps = realBrowserDeps();
  if (deps === null) return [];
  return (await findBrowsers(deps, new AbortController().signal)).map(({ id }) => id);
}

async function browserOnes({ dataFolder, hostCache }: RealActionParts): Promise<readonly RepairAction[]> {
  const [{ realBrowserDeps }, { browserActions }, { openActionJournal }] = await Promise.all([
    import("../../browsers/browser-deps.ts"),
    import("../../repairs/browser-actions.ts"),
    import("../../repairs/action-journal.ts"),
  ]);
  const browsers = realBrowserDeps();
  return browsers === null
    ? []
    : browserActions({ browsers, dataFolder, hostCache, journal: openActionJournal(dataFolder) });
}

async function flushOne(): Promise<readonly RepairAction[]> {
  const [{ flushDnsAction }, { createDnsBackend }, { knownOs }, { realDeps }] = await Promise.all([
    import("../../repairs/actions/flush-dns.ts"),
    import("../../platform/dns/create-dns-backend.ts"),
    import("../../platform/programs.ts"),
    import("../../platform/machine-deps.ts"),
  ]);
  const backend = createDnsBackend(knownOs(process.platform), realDeps());
  return backend === null ? [] : [flushDnsAction(backend)];
}

/**
 * Changes that the person keeps are final from now on: what was moved aside for an undo is deleted. Also puts in order
 * what an interruption left half done.
 */
export async function settleActions(dataFolder: string, kept: readonly string[]): Promise<void> {
  const [{ openActionJournal }, { keepChange }, { settleBrowserCaches }] = await Promise.all([
    import("../../repairs/action-journal.ts"),
    import("../../repairs/standing-changes.ts"),
    import("../../repairs/browser/settle-caches.ts"),
  ]);
  const lost = kept.filter((id) => !keepChange(dataFolder, id));
  settleBrowserCaches(openActionJournal(dataFolder));
  if (lost.length > 0) throw new Error(`the record of ${lost.length} kept changes could not be marked`);
}
