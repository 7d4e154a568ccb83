import type { ActionChange } from "../../shared/model/repair-action.ts";
import type { HostsChange } from "../../shared/model/hosts-change.ts";
import type { Standing, StandingChange } from "../../shared/model/standing-change.ts";
import { openActionJournal } from "./action-journal.ts";
import { hostsChanges, keepHostsChange } from "./hosts/hosts-entry.ts";

/** A change that was only planned is left out for this long: it may be under way (ms). */
const UNDER_WAY_MS = 60_000;

/** Every change that can still be taken back, newest first: of both journals, the hosts file's own one included. */
export function standingChanges(dataFolder: string, nowMs: number): readonly StandingChange[] {
  const actions = openActionJournal(dataFolder)
    .list()
    // Kept, a cache that was moved aside is deleted: nothing is left to bring back.
    .filter(({ repair, state }) => repair !== "clear-browser-cache" || state !== "committed")
    .flatMap((change) => standingOf(change, change.repair, change.label, nowMs) ?? []);
  const hosts = hostsChanges(dataFolder).flatMap(
    (change) => standingOf(change, "hosts-entry", `${change.host} (${change.path})`, nowMs) ?? [],
  );
  return [...actions, ...hosts].toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}

const STANDING: Readonly<Record<ActionChange["state"] | HostsChange["state"], Standing | null>> = {
  planned: "unsure",
  applied: "undecided",
  done: "undecided",
  committed: "kept",
  kept: "kept",
  undone: null,
};

function standingOf(
  { id, startedAt, state }: Pick<ActionChange, "id" | "startedAt"> & Pick<ActionChange | HostsChange, "state">,
  repair: StandingChange["repair"],
  label: string,
  nowMs: number,
): StandingChange | null {
  const standing = STANDING[state];
  const underWay = state === "planned" && nowMs - Date.parse(startedAt) < UNDER_WAY_MS;
  return standing === null || underWay ? null : { id, repair, label, startedAt, standing };
}

/** The person keeps a change; false when it is not on record, was taken back, or the record could not be written. */
export function keepChange(dataFolder: string, id: string): boolean {
  const journal = openActionJournal(dataFolder);
  const change = journal.get(id);
  if (change === null) return keepHostsChange(dataFolder, id);
  return change.state !== "undone" && journal.mark(id, "committed");
}
