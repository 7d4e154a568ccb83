import { join } from "node:path";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { journalEntryOf } from "../../report/journal-entry.ts";
import { openActionJournal } from "../../repairs/action-journal.ts";
import { dnsJournal } from "../../repairs/dns/journal.ts";
import { type WatchedSite, watchedSites } from "../../watch/watched-sites.ts";
import type { ActionChange } from "../../../shared/model/repair-action.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";

/** What was done around a check-up, as a report tells it. */
export type Deeds = Pick<SavedReport, "repairs" | "journal" | "watches"> & {
  readonly actions: NonNullable<SavedReport["actions"]>;
};

/** Where the deeds come from. A part of the program that is not there yet simply gives nothing. */
export interface DeedSources {
  readonly dnsChanges: () => readonly DnsChange[];
  readonly actionChanges: () => readonly ActionChange[];
  /** Repairs that were tried for this check-up, oldest first. */
  readonly repairsOf: (checkupId: string) => SavedReport["repairs"];
  /** Waits for sites, newest first. */
  readonly watches: () => readonly WatchedSite[];
}

/** Changes this long before a check-up can have to do with it: a week, ms. */
const BEFORE_MS = 7 * 24 * 60 * 60 * 1000;

/** Most changes a report tells of: it is about one fault, not about a year. */
const MOST_CHANGES = 30;

/** The sources in the folder of all data, with the repairs and watches that the rest of the program knows. */
export function deedSources(
  folder: string,
  known: Partial<Pick<DeedSources, "repairsOf" | "watches">> = {},
): DeedSources {
  return {
    dnsChanges: () => dnsJournal(join(folder, "journal")).list().changes,
    actionChanges: () => openActionJournal(folder).list(),
    repairsOf: known.repairsOf ?? (() => []),
    watches: known.watches ?? (() => watchedSites(folder)),
  };
}

/**
 * What belongs to one check-up: repairs tried for it, changes to this computer from a week before it on, and waits for
 * the same address.
 */
export function deedsFor(
  { id, startedAt, url }: { readonly id: string; readonly startedAt: string; readonly url: string },
  sources: DeedSources,
): Deeds {
  const from = new Date(Date.parse(startedAt) - BEFORE_MS).toISOString();
  return {
    repairs: sources.repairsOf(id),
    journal: sources
      .dnsChanges()
      .filter((change) => change.startedAt >= from)
      .slice(0, MOST_CHANGES)
      .map(journalEntryOf),
    actions: sources
      .actionChanges()
      .filter((change) => change.startedAt >= from)
      .slice(0, MOST_CHANGES)
      .map(({ id: changeId, repair, startedAt: at, label, state }) => ({
        id: changeId,
        repair,
        startedAt: at,
        label,
        state,
      })),
    watches: sources
      .watches()
      .filter((watch) => watch.url === url)
      .map(({ url: address, startedAt: at, endedAt, looks }) => ({ url: address, startedAt: at, endedAt, looks })),
  };
}
