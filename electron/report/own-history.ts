import { homedir } from "node:os";
import { join } from "node:path";
import type { SavedReport } from "../../shared/contract/report/report.ts";
import type { Result } from "../../shared/lib/result.ts";
import { summariseText, summaryOf } from "./history-summary.ts";
import { visibleJson } from "./json.ts";
import type { StorageFailure } from "../storage/atomic-file.ts";
import { dataFolder } from "../storage/data-folder.ts";
import { openHistory, type History } from "../storage/history/store.ts";

/** The folder of all data of this person. */
export function ownDataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return dataFolder({ platform: process.platform, env, home: homedir() });
}

/** The history of this person, with reports instead of texts going in. */
export interface OwnHistory {
  readonly store: History;
  add(report: SavedReport): Result<void, StorageFailure>;
}

/** Opens the history in the folder that window and terminal share. */
export function ownHistory(env: Readonly<Record<string, string | undefined>>): OwnHistory {
  const folder = join(ownDataFolder(env), "history");
  const store = openHistory({ folder, summarise: summariseText, now: () => Date.now() });
  return { store, add: (report) => store.add(summaryOf(report), visibleJson(report)) };
}
