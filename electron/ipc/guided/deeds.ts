import type { z } from "zod";
import type { repairDone } from "../../../shared/contract/report/deeds.ts";
import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";

/** A repair that was tried, as reports show it. */
export type Deed = z.output<typeof repairDone>;

/** What was really tried in a session, oldest first; steps that were only looked at or left out are not in it. */
export function deedsIn({ steps }: GuidedSession): readonly Deed[] {
  return steps.flatMap((step) => deedOf(step) ?? []).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

function deedOf(step: StepRecord): Deed | null {
  const { startedAt, plan, endedAt, comparison } = step;
  if (startedAt === null) return null;
  return {
    repair: plan.id,
    startedAt,
    endedAt,
    outcome: outcomeOf(step),
    comparison:
      comparison === null
        ? null
        : {
            outcome: comparison.outcome,
            worksNow: comparison.worksNow,
            before: comparison.before,
            after: [...comparison.after],
          },
  };
}

function outcomeOf({ decision, end, plan, offer, choiceId, undone }: StepRecord): Deed["outcome"] {
  if (decision !== null) return decision;
  if (undone !== null && undone.kind !== "undone") return "unknown";
  if (end?.kind === "refused") return end.changed === "nothing" ? "no-change" : "failed";
  if (plan.kind === "look") return "no-change";
  const guided = offer?.choices.find(({ id }) => id === choiceId)?.mode === "guided";
  if (guided || end === null || end.kind === "opened") return "guided";
  return end.undoId === null ? "kept" : "unknown";
}
