import type { BrowserCacheSize } from "../../../shared/model/browser.ts";
import { type BrowserDeps, pathsOf } from "../browser-deps.ts";

/** Names looked at together: enough to keep a disk busy, not so many that a slow one holds thousands open. */
const TOGETHER = 64;

/**
 * The bytes in some folders, links not followed. Stops when `until` (a time on the given clock, ms) has come or the
 * signal has: what was counted by then is said to be incomplete.
 */
export async function sizeOf(
  deps: BrowserDeps,
  folders: readonly string[],
  limit: { readonly until: number; readonly now: () => number; readonly signal: AbortSignal },
): Promise<BrowserCacheSize> {
  const { join } = pathsOf(deps.os);
  const waiting = [...folders];
  let bytes = 0;
  const over = (): boolean => limit.signal.aborted || limit.now() >= limit.until;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (over()) return { bytes, complete: false };
    const parent = folder;
    // One folder after the other, so that the time can be kept.
    // oxlint-disable-next-line no-await-in-loop
    const names = await deps.files.list(parent);
    for (let from = 0; from < names.length; from += TOGETHER) {
      if (over()) return { bytes, complete: false };
      const part = names.slice(from, from + TOGETHER).map((name) => join(parent, name));
      // oxlint-disable-next-line no-await-in-loop
      const seen = await Promise.all(
        part.map(async (path) => ({ path, kind: await deps.files.kind(path), entry: await deps.files.stat(path) })),
      );
      for (const { path, kind, entry } of seen) {
        if (kind === "folder") waiting.push(path);
        else bytes += entry?.bytes ?? 0;
      }
    }
  }
  return { bytes, complete: true };
}
