import { homedir } from "node:os";
import { join } from "node:path";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { Result } from "../../../shared/lib/result.ts";
import { summariseText, summaryOf } from "./history-summary.ts";
import { visibleJson } from "../formats/json.ts";
import type { StorageFailure } from "../../storage/atomic-file.ts";
import { dataFolder } from "../../storage/data-folder.ts";
import { HISTORY_LIMITS } from "../../storage/history/entry.ts";
import { readSettings } from "../../storage/settings.ts";
import { openHistory, type History } from "../../storage/history/store.ts";

/** The folder of all data of this person. */
function ownDataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return dataFolder({ platform: process.platform, env, home: homedir() });
}

/** The history of this person, with reports instead of texts going in. */
export interface OwnHistory {
  readonly store: History;
  add(report: SavedReport): Result<void, StorageFailure>;
}

/** Opens the history in the folder that window and terminal share. */
export function ownHistory(env: Readonly<Record<string, string | undefined>>): OwnHistory {
  const data = ownDataFolder(env);
  const folder = join(data, "history");
  const open = (): History => {
    const limits = { ...HISTORY_LIMITS, ...readSettings(data).settings.history };
    return openHistory({ folder, summarise: summariseText, limits, now: () => Date.now() });
  };
  // How much is kept is read when something goes in: the person may have changed it since the start.
  return { store: open(), add: (report) => open().add(summaryOf(report), visibleJson(report)) };
}
