import type { Answers } from "../../../shared/model/answers.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { RestartState } from "../../../shared/model/restart.ts";
import type { RepairAction } from "../../repairs/action.ts";
import type { Observer } from "../../repairs/restart-network/observe.ts";
import type { Ground } from "./ground.ts";

/** What a session asks of the world it plays in. */
export interface WorldOrder {
  readonly target: Target;
  readonly answers: Answers;
}

/** Where a session plays: this computer, or the practice one. */
export interface World {
  /** Null: the program cannot do or open it; the person is told how. */
  action(id: RepairId): Promise<RepairAction | null>;
  /** Gives the ground for the looks; must be closed after each use. */
  ground(order: WorldOrder): Promise<Ground & { close(): Promise<void> }>;
  /** Watches modem and router being restarted by the person; gives the last that was seen. */
  watchRestart(target: Target, who: Observer, signal: AbortSignal): Promise<RestartState>;
}

/** A check-up that can be cancelled by a signal. Never rejects. */
export async function untilDone(
  running: { readonly done: Promise<Checkup>; cancel(): void },
  signal: AbortSignal,
): Promise<Checkup> {
  const stop = (): void => running.cancel();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const checkup = await running.done;
  signal.removeEventListener("abort", stop);
  return checkup;
}
