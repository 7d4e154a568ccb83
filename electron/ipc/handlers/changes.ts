import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../../../shared/contract/calls.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Handlers } from "../answer.ts";
import type { GuidedHandlers, GuidedParts } from "./guided.ts";

/** Longer than any undo takes that asks for a password (ms). */
const UNDO_MS = 180_000;

/** The handlers about changes that stand. What is decided here, the guided session hears too. */
export function changeHandlers(
  { guided }: Pick<GuidedParts, "guided">,
  heard: GuidedHandlers["noteChange"],
): Pick<Handlers, "changes.list" | "changes.decide"> {
  const { dataFolder, findAction, settle } = guided;
  const list = async (): Promise<Output<"changes.list">> => {
    // Asked by every window that opens: nothing is loaded where nothing was ever changed.
    if (!existsSync(join(dataFolder, "journal"))) return [];
    const { standingChanges } = await import("../../repairs/standing-changes.ts");
    return [...standingChanges(dataFolder, Date.now())];
  };
  const decide = async (id: string, keep: boolean): Promise<Output<"changes.decide">["answer"]> => {
    const change = (await list()).find((one) => one.id === id);
    if (change === undefined) return { kind: "gone" };
    if (keep) {
      const { keepChange } = await import("../../repairs/standing-changes.ts");
      if (!keepChange(dataFolder, id)) return { kind: "refused", code: "failed" };
      await settle([]);
      return { kind: "kept" };
    }
    const undo = (await findAction(change.repair))?.undo;
    if (undo === undefined) return { kind: "refused", code: "not-supported" };
    const undone = await undo(id, AbortSignal.timeout(UNDO_MS));
    return undone.kind === "refused" ? { kind: "refused", code: undone.code } : { kind: undone.kind };
  };
  return {
    "changes.list": async () => ok(await list()),
    "changes.decide": async ({ id, keep }) => {
      const answer = await decide(id, keep);
      if (answer.kind === "kept" || answer.kind === "undone") heard(id, answer.kind);
      return ok({ answer, changes: await list() });
    },
  };
}
