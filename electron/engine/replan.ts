import type { PlanStep, RepairPlan, StepOutcome, StepResult } from "../../shared/model/guided.ts";
import type { RepairId } from "../../shared/model/repair.ts";

/** What one outcome means for the steps that are still to come. */
interface Lesson {
  /** These come next, in this order, as far as the plan has them. */
  readonly first?: readonly RepairId[];
  /** These cannot help any more. */
  readonly drop?: readonly RepairId[];
}

const IN_THE_BROWSER: readonly RepairId[] = [
  "private-window",
  "hard-refresh",
  "no-extensions",
  "other-browser",
  "new-session",
  "clear-site-cookies",
  "clear-browser-cache",
  "safe-mode",
  "mend-browser",
  "restart-browser",
];

const NO_CHANGE: readonly StepResult[] = ["unchanged", "worse", "unknown"];

/**
 * What each outcome teaches. A private window has no cookies, no cache and mostly no extensions: what works there is
 * not the site, and what fails there is none of these. Another device on another line tells the site from the way.
 */
const LESSONS: { readonly [Step in RepairId]?: { readonly [Result in StepResult | "no-change"]?: Lesson } } = {
  "private-window": {
    yes: {
      first: ["clear-site-cookies", "no-extensions", "clear-browser-cache", "hard-refresh"],
      drop: ["other-browser", "other-device", "contact-site", "owner"],
    },
    no: {
      first: ["other-browser", "clear-host-cache", "new-session"],
      drop: ["clear-site-cookies", "clear-browser-cache", "no-extensions", "safe-mode", "hard-refresh"],
    },
  },
  "no-extensions": { no: { first: ["clear-site-cookies", "clear-browser-cache"], drop: ["safe-mode"] } },
  "safe-mode": { no: { first: ["mend-browser"] } },
  "other-browser": {
    yes: { first: ["new-session", "clear-browser-cache", "no-extensions", "mend-browser"] },
    no: { first: ["clear-host-cache", "other-device"], drop: ["mend-browser", "safe-mode", "no-extensions"] },
  },
  "other-device": {
    yes: { first: ["vpn-toggle", "restart-network"], drop: ["contact-site", "owner", "watch", "retry-politely"] },
    no: { first: ["retry-politely", "watch", "contact-site"], drop: [...IN_THE_BROWSER, "restart-network"] },
  },
  "clear-site-cookies": { "no-change": { first: ["no-extensions", "clear-browser-cache"] } },
  "clear-browser-cache": { "no-change": { first: ["no-extensions", "mend-browser"] } },
  "flush-dns": {
    // The one-click fix would only flush once more before it switches.
    "no-change": { first: ["switch-dns"], drop: ["one-click-dns"] },
    refused: { first: ["one-click-dns", "switch-dns"] },
  },
  "one-click-dns": { "no-change": { first: ["encrypted-dns", "router-dns", "contact-provider"], drop: ["flush-dns"] } },
  "switch-dns": {
    "no-change": { first: ["encrypted-dns", "contact-provider"], drop: ["one-click-dns", "router-dns"] },
  },
  "hosts-entry": { "no-change": { first: ["flush-dns", "clear-host-cache"] } },
  "proxy-off": { "no-change": { first: ["vpn-toggle", "other-device"] }, "not-here": { first: ["vpn-toggle"] } },
  "vpn-toggle": { "no-change": { first: ["contact-site", "contact-provider"] } },
  reconnect: { "no-change": { first: ["renew-address", "restart-network"] } },
  "renew-address": { "no-change": { first: ["restart-network", "restart-computer"] } },
  "restart-network": { "no-change": { first: ["contact-provider"], drop: ["renew-address"] } },
  "restart-computer": { "no-change": { drop: ["restart-service", "restart-browser", "new-session"] } },
  "restart-service": { "no-change": { first: ["one-click-dns", "switch-dns"] } },
  "retry-politely": { "no-change": { first: ["watch"] } },
};

/** Outcomes after which nothing is left to mend. */
const ENDS: readonly StepResult[] = ["fixed", "recovered-by-itself"];

/**
 * The plan after what was tried. Pure: the same plan and outcomes give the same rest, whatever happened in between.
 * Steps that were tried are gone from it; nothing is left once the page works. Later outcomes weigh more.
 */
export function replan(plan: RepairPlan, outcomes: readonly StepOutcome[]): RepairPlan {
  if (outcomes.some(({ result }) => ENDS.includes(result))) return { ...plan, steps: [] };
  const tried = new Set(outcomes.map(({ step }) => step));
  let steps: readonly PlanStep[] = plan.steps.filter(({ id }) => !tried.has(id));
  for (const outcome of outcomes) steps = afterLesson(steps, lessonOf(outcome));
  return { ...plan, steps };
}

function lessonOf({ step, result }: StepOutcome): Lesson {
  const lessons = LESSONS[step];
  return lessons?.[result] ?? (NO_CHANGE.includes(result) ? lessons?.["no-change"] : undefined) ?? {};
}

function afterLesson(steps: readonly PlanStep[], { first = [], drop = [] }: Lesson): readonly PlanStep[] {
  const kept = steps.filter(({ id }) => !drop.includes(id));
  const front = first.flatMap((id) => kept.filter((step) => step.id === id));
  return [...front, ...kept.filter(({ id }) => !first.includes(id))];
}
