import type { z } from "zod";
import type { watched } from "../../shared/contract/report/deeds.ts";
import type { WatchRecord } from "./record.ts";
import { openWatchStore } from "./store.ts";

/** One wait as reports tell it, with what lists need: its id and the name that people know it by. */
export type WatchedSite = z.infer<typeof watched> & { readonly id: string; readonly host: string };

/**
 * Every watch of this person, newest first, running ones included (`endedAt` null), each with the looks that are kept.
 * Empty when nothing was ever watched or the list cannot be read. Addresses are whole: reports redact them.
 */
export function watchedSites(dataFolder: string): readonly WatchedSite[] {
  return openWatchStore(dataFolder)
    .read()
    .watches.toSorted((a, b) => b.startedAt - a.startedAt)
    .map(asWatched);
}

function asWatched({ id, url, displayHost, startedAt, endedAt, looks }: WatchRecord): WatchedSite {
  return {
    id,
    url,
    host: displayHost,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    looks: looks.map(([at, outcome, status, ms]) => ({ at: new Date(at).toISOString(), outcome, status, ms })),
  };
}
