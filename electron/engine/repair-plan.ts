import { addressScope } from "../../shared/lib/ip.ts";
import type { Observations } from "../../shared/model/checkup.ts";
import { type FaultSide, SITE_SIDES } from "../../shared/model/fault-side.ts";
import type { PlanStep, RepairPlan } from "../../shared/model/guided.ts";
import type { RepairId, RepairProposal } from "../../shared/model/repair.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import type { Verdict } from "../../shared/model/verdict.ts";
import { REPAIR_NATURE } from "./rules/repair-nature.ts";
import { type Likely, REPAIRS_FOR } from "./rules/repairs-for.ts";
import { isOwnComputer, repairsHere } from "./rules/repairs-here.ts";
import { STEP_NATURE } from "./rules/step-nature.ts";

/**
 * The shortest list of repairs that fit the verdict, first things first: the likelier, then the less invasive. Empty
 * for `healthy`. A fault that is not the person's gets waiting and writing, no busywork.
 */
export function proposeRepairs(observations: Observations, verdict: Verdict): readonly RepairProposal[] {
  const usual: readonly Likely[] = REPAIRS_FOR[verdict.code];
  const table = isOwnComputer(observations.target, verdict) ? repairsHere(verdict, usual) : usual;
  const rows = table.filter(([id]) => fits(id, observations, verdict.code) && matches(id, observations, verdict));
  return ordered(rows).map(([id, likelihood]) => ({ id, likelihood, ...REPAIR_NATURE[id] }));
}

/** The proposals as steps to take one after the other. */
export function planSteps(observations: Observations, verdict: Verdict): RepairPlan {
  const steps = proposeRepairs(observations, verdict).map((proposal): PlanStep => {
    const { kind, look, effort } = STEP_NATURE[proposal.id];
    return { ...proposal, kind, look, effort };
  });
  const mine = isMine(verdict.faultSide, steps);
  return { code: verdict.code, mine, steps: mine ? writingLast(steps) : waitingFirst(steps) };
}

const FAR_SIDES: readonly FaultSide[] = ["provider", ...SITE_SIDES];

/** A fault beyond the person's reach is theirs to mend only where something of theirs likely is the reason after all. */
function isMine(side: FaultSide, steps: readonly PlanStep[]): boolean {
  if (!FAR_SIDES.includes(side)) return true;
  return steps.some(
    ({ id, kind, likelihood }) =>
      likelihood === "likely" && (kind === "do" || kind === "dns" || kind === "ask" || id === "check-address"),
  );
}

/** Nothing on this computer will change it: waiting and writing come before everything that only narrows it down. */
function waitingFirst(steps: readonly PlanStep[]): readonly PlanStep[] {
  return [...steps.filter(isWaiting), ...steps.filter((step) => !isWaiting(step))];
}

/** Where something can be done here, writing to others comes after it, among steps that are as likely to help. */
function writingLast(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.toSorted(
    (a, b) =>
      LIKELIHOODS.indexOf(a.likelihood) - LIKELIHOODS.indexOf(b.likelihood) ||
      Number(isLetter(a)) - Number(isLetter(b)),
  );
}

function isLetter({ id }: PlanStep): boolean {
  return id === "contact-site" || id === "contact-provider";
}

function isWaiting({ id, kind }: PlanStep): boolean {
  return id !== "owner" && (kind === "look" || kind === "elsewhere");
}

const LIKELIHOODS = ["likely", "possible", "unlikely"] as const;
const RISKS = ["none", "low", "medium"] as const;

/** Likelihood, then risk, then effort; among equals the table's own order. */
function ordered(rows: readonly Likely[]): readonly Likely[] {
  return rows.toSorted(
    ([idA, a], [idB, b]) =>
      LIKELIHOODS.indexOf(a) - LIKELIHOODS.indexOf(b) ||
      RISKS.indexOf(REPAIR_NATURE[idA].risk) - RISKS.indexOf(REPAIR_NATURE[idB].risk) ||
      STEP_NATURE[idA].effort - STEP_NATURE[idB].effort,
  );
}

/** Repairs of things that are not there, or that the person has already tried, are left out. */
function fits(id: RepairId, observations: Observations, code: VerdictCode): boolean {
  const { answers, target } = observations;
  if (id === "vpn-toggle") return mayHaveVpn(observations) || code === "vpn-path";
  if (id === "private-window") return answers["private-window-works"] === undefined;
  if (id === "other-browser") return answers["other-browser-works"] === undefined;
  if (id === "no-extensions") return answers["no-extensions-works"] === undefined;
  if (id === "other-device") return answers["other-device-works"] === undefined;
  if (id === "contact-provider" || id === "restart-network") return target.kind !== "loopback";
  return true;
}

/** The cookies of a loop that also happens without any, and letters to a device at home, help nobody. */
function matches(id: RepairId, { target }: Observations, { code, leftOpen, values }: Verdict): boolean {
  if (code === "redirect-loop" && (id === "clear-site-cookies" || id === "private-window")) {
    return leftOpen.some((rival) => rival.code === "session-bound");
  }
  if (id !== "contact-site" && id !== "owner") return true;
  const inside = target.kind === "literal" && addressScope(target.host) !== "public";
  return !inside && values["context"] !== "nearby";
}

/** A tunnel was seen, the person says there is one, or nobody looked. */
function mayHaveVpn({ answers, checks }: Observations): boolean {
  if (answers.vpn !== undefined) return answers.vpn === "on";
  const routes = checks["default-route"]?.facts?.routes ?? null;
  return routes !== null && routes.some((route) => route.tunnel);
}
