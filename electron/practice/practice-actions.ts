import type { ActionOffer } from "../../shared/model/repair-action.ts";
import type { RepairId } from "../../shared/model/repair.ts";
import type { RepairAction } from "../repairs/action.ts";
import type { PracticeMend, PracticeScenario } from "./scenario.ts";

/** Which repairs hold on the practice computer now. */
export interface Practised {
  readonly list: () => readonly RepairId[];
  set(applied: readonly RepairId[]): void;
}

/** The only choice of a practice repair. */
const CHOICE = "practice";

/**
 * A repair on the practice computer: nothing of the real one is read or changed. A repair that the scenario does not
 * name can be done too, and helps nothing, as in life.
 */
export function practiceAction(scenario: PracticeScenario, id: RepairId, practised: Practised): RepairAction {
  const mend: PracticeMend = scenario.mends?.find(({ repair }) => repair === id) ?? {
    repair: id,
    does: "",
    byProgram: false,
    undoable: false,
  };
  return {
    id,
    offer: async () => offerOf(mend),
    apply: async () => {
      practised.set([...practised.list().filter((other) => other !== id), id]);
      if (!mend.byProgram) return { kind: "opened" };
      return { kind: "done", undoId: mend.undoable ? `practice-${id}` : null, facts: [] };
    },
    undo: async () => {
      practised.set(practised.list().filter((other) => other !== id));
      return { kind: "undone" };
    },
  };
}

function offerOf({ repair, does, byProgram, undoable }: PracticeMend): ActionOffer {
  return {
    repair,
    choices: [
      {
        id: CHOICE,
        label: "",
        facts: [{ key: "guided.practice", values: {} }],
        steps: [
          { kind: "click", what: { key: `guided.how.${repair}`, values: {} } },
          ...(does === "" ? [] : [{ kind: "command" as const, text: does }]),
        ],
        mode: byProgram ? "auto" : "guided",
        needsAdmin: false,
        undoable,
        seconds: 5,
        blockedBy: null,
      },
    ],
  };
}
