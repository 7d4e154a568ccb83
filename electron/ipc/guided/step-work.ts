import type { Checkup } from "../../../shared/model/checkup.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionMemory } from "../../repairs/action.ts";
import type { World } from "./world.ts";

/** What one step works with. */
export interface StepWork {
  readonly world: World;
  readonly checkup: Checkup;
  readonly signal: AbortSignal;
  /** Changes the record; tells the window and the disk. */
  readonly update: (change: Partial<StepRecord>) => void;
  readonly now: () => string;
  /** Whether the person said that the plug of the network's boxes is out. */
  readonly plugPulled: () => boolean;
  /** What the repair keeps between its questions. */
  readonly memory: ActionMemory;
}
