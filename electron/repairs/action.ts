import type { Checkup } from "../../shared/model/checkup.ts";
import type { ActionEnd, ActionOffer, ActionUndone } from "../../shared/model/repair-action.ts";
import type { RepairId } from "../../shared/model/repair.ts";
import type { Target } from "../../shared/model/target.ts";

/** What a repair of several questions keeps between them. It outlives the program, so it must be JSON-safe. */
export interface ActionMemory {
  /** Null when nothing was kept yet. It may come from an older version: whoever reads it checks it. */
  read(): unknown;
  keep(value: unknown): void;
}

/** What a repair is for. */
export interface ActionContext {
  readonly target: Target;
  /** The check-up whose plan it belongs to; null when it was opened by itself. */
  readonly checkup: Checkup | null;
  /** Absent where nobody keeps anything: then it is forgotten with the program. */
  readonly memory?: ActionMemory;
}

/**
 * A repair that this program can carry out or open, apart from the DNS ones. None of the three throws; each ends soon
 * after its signal does. The same check before and after is made by the guided flow, not here.
 */
export interface RepairAction {
  readonly id: RepairId;
  /** Reads only. Null when there is nothing of it on this computer (no proxy is set, no such browser). */
  offer(context: ActionContext, signal: AbortSignal): Promise<ActionOffer | null>;
  /** Does one choice of the offer. A choice that is no longer what was shown is refused with `changed-since`. */
  apply(context: ActionContext, choiceId: string, signal: AbortSignal): Promise<ActionEnd>;
  /** Takes a change back, by the `undoId` of its end. Not there for repairs that change nothing. */
  readonly undo?: (undoId: string, signal: AbortSignal) => Promise<ActionUndone>;
}
