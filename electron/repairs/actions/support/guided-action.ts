import type { ActionChoice } from "../../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../../shared/model/repair.ts";
import type { MenuSystem } from "../../../platform/menu-system.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { ProgramId } from "../../../platform/programs.ts";
import type { ActionContext, RepairAction } from "../../action.ts";

/** What instructions are made from. */
export interface GuideDeps {
  readonly system: MenuSystem;
  readonly machine: Machine;
  /** Whether a program of the system is there. */
  readonly has: (program: ProgramId) => boolean;
}

/** The ways to do it here, the likeliest first; none when there is nothing of it on this computer. */
export type GuidePlan = (context: ActionContext, signal: AbortSignal) => Promise<readonly ActionChoice[]>;

/** A repair that only the person can do: it shows how; "done" is said by them and checked by the flow. */
export function guidedAction(id: RepairId, plan: GuidePlan): RepairAction {
  return {
    id,
    async offer(context, signal) {
      const choices = await plan(context, signal);
      return choices.length === 0 ? null : { repair: id, choices };
    },
    apply: () => Promise.resolve({ kind: "opened" }),
  };
}
