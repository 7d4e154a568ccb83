import type { Checkup } from "../../../shared/model/checkup.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { World } from "./world.ts";

/** What the open step offers on this computer now: how its record changes. Never needs a second try. */
export async function makeOffer(
  { plan, memory }: StepRecord,
  checkup: Checkup,
  openWorld: () => Promise<World | null>,
): Promise<Partial<StepRecord>> {
  const ownScreen = plan.kind === "elsewhere" && plan.id !== "check-address";
  if (ownScreen || plan.kind === "dns" || plan.kind === "look") return { phase: "offered", offer: null };
  const action = await (await openWorld())?.action(plan.id);
  if (action === undefined || action === null) return { phase: "offered", offer: null };
  const kept: Partial<StepRecord> = {};
  const context = {
    target: checkup.observations.target,
    checkup,
    memory: { read: () => memory, keep: (value: unknown) => void Object.assign(kept, { memory: value }) },
  };
  const offer = await action.offer(context, new AbortController().signal);
  return { ...kept, phase: offer === null ? "not-here" : "offered", offer };
}
