import { z } from "zod";
import { areOurMoves, deleteAside, moveBack, movesSchema } from "../../browsers/cache/move-aside.ts";
import type { ActionJournal } from "../action-journal.ts";

const dataSchema = z.object({ kind: z.literal("browser-cache"), moves: movesSchema });

/** A change that was only planned is left alone for this long: another window may be at it (ms). */
const STILL_AT_IT_MS = 60_000;

/**
 * Puts in order what was moved aside: what an interruption left half done goes back, what the person keeps is deleted
 * for good, and nothing else is touched. Reads the journal first; safe to call at any time. Gives how many it settled.
 */
export function settleBrowserCaches(journal: ActionJournal, now: () => number = Date.now): number {
  let settled = 0;
  for (const change of journal.list()) {
    if (change.repair !== "clear-browser-cache") continue;
    const data = dataSchema.safeParse(change.data);
    if (!data.success || !areOurMoves(data.data.moves)) continue;
    const { moves } = data.data;
    if (change.state === "committed" && deleteAside(moves)) settled += 1;
    if (change.state === "planned" && now() - Date.parse(change.startedAt) > STILL_AT_IT_MS) {
      if (moveBack(moves).ok && journal.mark(change.id, "undone")) settled += 1;
    }
  }
  return settled;
}
