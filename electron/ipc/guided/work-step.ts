import type { Checkup } from "../../../shared/model/checkup.ts";
import type { Battery, Comparison } from "../../../shared/model/comparison.ts";
import type { SeenAnswer, StepRecord } from "../../../shared/model/guided.ts";
import type { ActionEnd, ActionUndone } from "../../../shared/model/repair-action.ts";
import { NOT_LOOKED, sampleOf } from "./checkup-look.ts";
import type { LookOrder } from "./ground.ts";
import { lookAfter, lookBefore, type LookedBefore } from "./looks.ts";
import { restartNetwork } from "./restart-step.ts";
import type { StepWork } from "./step-work.ts";

/** Looks and does, as far as that goes without the person. Afterwards the record's phase says who is next. */
export async function beginStep(step: StepRecord, choiceId: string, work: StepWork): Promise<void> {
  const { plan } = step;
  const { update, now } = work;
  update({ ...NOTHING_YET, choiceId, startedAt: now() });
  if (plan.kind === "do") {
    update({ phase: "before" });
    const before = await onGround(work, (order) => lookBefore(plan.look, order));
    if (work.signal.aborted) return update({ phase: "offered" });
    update({ before: before.battery, control: before.control, plan: { ...plan, look: before.look } });
    if (worksAlready(before, work)) {
      const comparison = byItself(work.checkup, before.battery);
      return update({ phase: "judged", endedAt: now(), comparison });
    }
  }
  await doStep({ ...step, restart: null }, choiceId, work);
}

/** Does it, or looks on while it is done; the look before was taken. */
export async function doStep({ plan, restart }: StepRecord, choiceId: string, work: StepWork): Promise<void> {
  const { update, now } = work;
  update({ phase: "working" });
  const end = await (plan.id === "restart-network" ? restartNetwork(restart, work) : apply(plan.id, choiceId, work));
  // Stopped by the person, and nothing happened: the same can be begun again.
  if (end.kind === "refused" && end.code === "cancelled" && end.changed === "nothing") {
    return update({ phase: "offered" });
  }
  const refused = end.kind === "refused" && end.changed === "nothing";
  update(refused ? { phase: "judged", endedAt: now(), end } : { phase: "guiding", end });
}

const NOTHING_YET = {
  endedAt: null,
  before: null,
  end: null,
  comparison: null,
  answer: null,
  decision: null,
  undone: null,
  verdictAfter: null,
  restart: null,
} as const;

async function apply(id: StepRecord["plan"]["id"], choiceId: string, work: StepWork): Promise<ActionEnd> {
  const action = await work.world.action(id);
  if (action === null) return { kind: "opened" };
  const { checkup, signal, memory } = work;
  return action.apply({ target: checkup.observations.target, checkup, memory }, choiceId, signal);
}

/** Takes the change of a step back, and notes how that went. */
export async function undoStep({ plan }: StepRecord, undoId: string, work: StepWork): Promise<void> {
  const undo = (await work.world.action(plan.id))?.undo;
  const undone: ActionUndone =
    undo === undefined
      ? { kind: "refused", code: "not-supported", detail: "", changed: "nothing" }
      : await undo(undoId, work.signal);
  work.update({ undone, ...(undone.kind === "undone" ? { decision: "undone" } : {}) });
}

/** Whether the second look waits for what the person does or says. */
export function waitsForPerson({ plan, end }: StepRecord): boolean {
  return plan.kind === "ask" || plan.look === "person" || end === null || end.kind === "opened";
}

/** The look after, once everything is done. Gives the check-up that it was, if any. */
export async function endStep(step: StepRecord, answer: SeenAnswer | null, work: StepWork): Promise<Checkup | null> {
  const { plan, control, before } = step;
  work.update({ phase: "after", answer });
  const battery = before ?? { target: NOT_LOOKED, control: NOT_LOOKED };
  const after = await onGround(work, (order) =>
    lookAfter({ look: plan.look, control, battery }, order, answer ?? "unsure"),
  );
  if (work.signal.aborted) {
    work.update({ phase: "guiding" });
    return null;
  }
  const { comparison, checkup } = after;
  const verdictAfter = checkup?.judgement.verdict.code ?? null;
  work.update({ phase: "judged", endedAt: work.now(), comparison, verdictAfter });
  return checkup;
}

/** A step that only looks again: whatever is better now got better by itself. */
export async function lookAgain({ plan }: StepRecord, work: StepWork): Promise<Checkup | null> {
  const before = { target: sampleOf(work.checkup), control: NOT_LOOKED };
  work.update({ ...NOTHING_YET, phase: "after", before, startedAt: work.now() });
  // Only the practice network has anything to do here: it lets time pass.
  await apply(plan.id, "", work);
  const checkup = await onGround(work, ({ ground, signal }) => ground.recheck(signal));
  if (work.signal.aborted) {
    work.update({ phase: "offered" });
    return null;
  }
  const target = sampleOf(checkup);
  const comparison: Comparison = {
    outcome: target.level === "unknown" ? "unknown" : target.level === "works" ? "recovered-by-itself" : "unchanged",
    worksNow: target.level === "unknown" ? null : target.level === "works",
    before,
    after: [{ target, control: NOT_LOOKED }],
  };
  const verdictAfter = checkup.judgement.verdict.code;
  work.update({ phase: "judged", endedAt: work.now(), comparison, verdictAfter });
  return checkup;
}

/** It works before anything was done. Where the complaint is slowness, that is no news. */
function worksAlready({ battery }: LookedBefore, { checkup }: StepWork): boolean {
  return battery.target.level === "works" && checkup.judgement.verdict.code !== "resolver-slow";
}

function byItself(checkup: Checkup, now: Battery): Comparison {
  const before = { target: sampleOf(checkup), control: NOT_LOOKED };
  return { outcome: "recovered-by-itself", worksNow: true, before, after: [{ ...now, control: NOT_LOOKED }] };
}

async function onGround<Value>(
  { world, checkup, signal }: StepWork,
  look: (order: LookOrder) => Promise<Value>,
): Promise<Value> {
  const { target, answers } = checkup.observations;
  const ground = await world.ground({ target, answers });
  try {
    return await look({ ground, target, checkup, signal });
  } finally {
    await ground.close();
  }
}
