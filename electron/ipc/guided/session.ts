import { randomBytes } from "node:crypto";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type {
  GuidedSession,
  GuidedSource,
  PlanStep,
  RepairPlan,
  StepOutcome,
  StepRecord,
  StepResult,
} from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { planSteps } from "../../engine/repair-plan.ts";
import { replan } from "../../engine/replan.ts";
import { isOver } from "../../../shared/lib/restart-facts.ts";

/** A session that has just begun. `first`: the step that the person chose; null: as the plan says. */
export function newSession(order: {
  readonly checkup: Checkup;
  readonly source: GuidedSource;
  readonly first: RepairId | null;
  readonly now: string;
}): GuidedSession {
  const { checkup, source, now } = order;
  const { target } = checkup.observations;
  const plan = planFor(checkup, source);
  return {
    id: randomBytes(8).toString("hex"),
    checkupIds: [checkup.id],
    source,
    startedAt: now,
    updatedAt: now,
    url: target.url,
    host: target.displayHost,
    verdict: checkup.judgement.verdict,
    mine: plan.mine,
    steps: plan.steps.map(newRecord),
    place: plan.steps.length === 0 ? "end" : plan.mine || order.first !== null ? "step" : "intro",
    at: Math.max(
      plan.steps.findIndex(({ id }) => id === order.first),
      0,
    ),
    practised: [],
  };
}

/** On the practice network the screens about the real DNS have no business: its DNS steps are done in place. */
function planFor(checkup: Checkup, source: GuidedSource): RepairPlan {
  const plan = planSteps(checkup.observations, checkup.judgement.verdict);
  if (source.kind === "address") return plan;
  return { ...plan, steps: plan.steps.map((step) => (step.kind === "dns" ? { ...step, kind: "do" } : step)) };
}

function newRecord(plan: PlanStep): StepRecord {
  return {
    plan,
    phase: "waiting",
    startedAt: null,
    endedAt: null,
    offer: null,
    choiceId: null,
    control: "before-the-step",
    comparison: null,
    before: null,
    end: null,
    answer: null,
    verdictAfter: null,
    decision: null,
    undone: null,
    restart: null,
    memory: null,
  };
}

/** The record that is open; null in the intro and at the end. */
export function openStep(session: GuidedSession): StepRecord | null {
  return session.place === "step" ? (session.steps[session.at] ?? null) : null;
}

/** The session with its open step changed. */
export function withStep(session: GuidedSession, change: Partial<StepRecord>): GuidedSession {
  return {
    ...session,
    steps: session.steps.map((step, index) => (index === session.at ? { ...step, ...change } : step)),
  };
}

/** How a step ended, for the rest of the plan; null while it has not. What was taken back did not happen. */
export function resultOf(step: StepRecord): StepResult | null {
  switch (step.phase) {
    case "skipped":
    case "left":
      return "skipped";
    case "not-here":
      return "not-here";
    case "answered":
      return step.answer === "yes" || step.answer === "no" ? step.answer : "unknown";
    case "judged":
      return judgedResult(step);
    case "waiting":
    case "offered":
    case "before":
    case "working":
    case "guiding":
    case "after":
      return null;
  }
}

function judgedResult({ comparison, end, decision }: StepRecord): StepResult {
  if (decision === "undone") return "skipped";
  if (comparison !== null) return comparison.outcome;
  return end?.kind === "refused" ? "refused" : "unknown";
}

/** The undo ids of what the person kept. On the practice network nothing is to be kept for good. */
export function keptIn({ source, steps }: GuidedSession): readonly string[] {
  const kept = steps.flatMap(({ decision, end }) =>
    decision === "kept" && end?.kind === "done" && end.undoId !== null ? [end.undoId] : [],
  );
  return source.kind === "address" ? kept : [];
}

/** The session after the change of one of its steps was kept or taken back elsewhere. */
export function withDecision(session: GuidedSession, undoId: string, decision: "kept" | "undone"): GuidedSession {
  const isIt = ({ end }: StepRecord): boolean => end?.kind === "done" && end.undoId === undoId;
  return { ...session, steps: session.steps.map((step) => (isIt(step) ? { ...step, decision } : step)) };
}

/** Every step that is over, in the order in which they ended. */
function outcomesOf({ steps }: GuidedSession): readonly StepOutcome[] {
  return steps
    .filter((step) => resultOf(step) !== null)
    .toSorted((a, b) => (a.endedAt ?? "").localeCompare(b.endedAt ?? ""))
    .flatMap((step) => {
      const result = resultOf(step);
      return result === null ? [] : [{ step: step.plan.id, result }];
    });
}

/**
 * The session with the rest of its plan made anew from what was learnt: by the outcomes, and by the check-up as it is
 * judged now. Steps that are over stay where they were, in front.
 */
export function replanned(session: GuidedSession, checkup: Checkup): GuidedSession {
  const over = session.steps.filter((step) => resultOf(step) !== null);
  const plan = replan(planFor(checkup, session.source), outcomesOf(session));
  const open = openStep(session)?.plan.id;
  const rest = plan.steps.map((step) => session.steps.find(({ plan: { id } }) => id === step.id) ?? newRecord(step));
  const steps = [...over, ...rest];
  return {
    ...session,
    verdict: checkup.judgement.verdict,
    mine: plan.mine,
    checkupIds: [...new Set([...session.checkupIds, checkup.id])],
    steps,
    at: Math.max(
      steps.findIndex(({ plan: { id } }) => id === open),
      0,
    ),
  };
}

/** On to the first step that is not over; to the end when there is none or the page works. */
export function onward(session: GuidedSession): GuidedSession {
  const works = outcomesOf(session).some(({ result }) => result === "fixed" || result === "recovered-by-itself");
  const next = session.steps.findIndex((step) => resultOf(step) === null);
  return works || next === -1 ? { ...session, place: "end" } : { ...session, place: "step", at: next };
}

/** The session at the step that the person chose; where it was left when they chose none. */
export function towards(session: GuidedSession, step: RepairId | null): GuidedSession {
  const at = session.steps.findIndex(({ plan }) => plan.id === step);
  return at === -1 ? session : { ...session, place: "step", at };
}

/** One step back: to look, or to try again what was left out. */
export function backward(session: GuidedSession): GuidedSession {
  if (session.place === "end") {
    return session.steps.length === 0 ? session : { ...session, place: "step", at: session.at };
  }
  if (session.place === "step" && session.at > 0) return { ...session, at: session.at - 1 };
  return session.mine ? session : { ...session, place: "intro" };
}

/** A session as it was left by a program that is gone: nothing is under way any more. */
export function afterRestart(session: GuidedSession): GuidedSession {
  return { ...session, steps: session.steps.map(settled) };
}

/** Whether modem and router are being restarted in this step, and that is not over. */
export function isRestarting({ phase, restart }: StepRecord): boolean {
  return phase === "working" && restart !== null && !isOver(restart);
}

function settled(kept: StepRecord): StepRecord {
  // A session of an older version lacks what came later.
  const step = { ...newRecord(kept.plan), ...kept };
  switch (step.phase) {
    case "before":
      return { ...step, phase: "offered", before: null };
    case "after":
      return { ...step, phase: "guiding" };
    case "working":
      // The boxes go on restarting without this program: it looks on again once the person is back.
      if (isRestarting(step)) return step;
      // It may have been done or not; only a look tells.
      return {
        ...step,
        phase: "guiding",
        end: { kind: "refused", code: "failed", detail: "interrupted", changed: "maybe" },
      };
    default:
      return step;
  }
}
