import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { ACTION_STATES, type ActionChange } from "../../shared/model/repair-action.ts";
import { REPAIR_IDS, type RepairId } from "../../shared/model/repair.ts";
import { type StorageFailure, writeFileAtomic } from "../storage/atomic-file.ts";

/** The durable record of changes other than to DNS. A change is on the disk before it is made. */
export interface ActionJournal {
  /** Records a change as `planned` and gives its id. Without this record the change must not be made. */
  begin(repair: RepairId, label: string, data: unknown): Result<string, StorageFailure>;
  /** Moves a change on; false when it is not on record or could not be written. */
  mark(id: string, state: ActionChange["state"]): boolean;
  get(id: string): ActionChange | null;
  /** Newest first; unreadable records are left out. */
  list(): readonly ActionChange[];
}

const changeSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/u),
  repair: z.enum(REPAIR_IDS),
  startedAt: z.iso.datetime(),
  label: z.string().max(1_000),
  state: z.enum(ACTION_STATES),
  data: z.unknown(),
});

/** Opens the journal in the folder of all data; nothing is read or made until it is needed. */
export function openActionJournal(dataFolder: string, now: () => Date = () => new Date()): ActionJournal {
  const folder = join(dataFolder, "journal", "actions");
  const keep = (change: ActionChange): Result<void, StorageFailure> =>
    writeFileAtomic(join(folder, `${change.id}.json`), `${JSON.stringify(change, null, 1)}\n`);
  const get = (id: string): ActionChange | null =>
    /^[0-9a-f]{16}$/u.test(id) ? readChange(join(folder, `${id}.json`)) : null;
  return {
    begin(repair, label, data) {
      const id = randomBytes(8).toString("hex");
      const kept = keep({ id, repair, startedAt: now().toISOString(), label, state: "planned", data });
      return kept.ok ? ok(id) : fail(kept.error);
    },
    mark(id, state) {
      const change = get(id);
      return change !== null && keep({ ...change, state }).ok;
    },
    get,
    list: () =>
      namesIn(folder)
        .flatMap((name) => get(name.slice(0, -".json".length)) ?? [])
        .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || a.id.localeCompare(b.id)),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.json$/u.test(name));
  } catch {
    // No folder yet: nothing was ever changed.
    return [];
  }
}

function readChange(path: string): ActionChange | null {
  try {
    const parsed = changeSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // Written whole or not at all: whatever this is, it is none of ours.
    return null;
  }
}
