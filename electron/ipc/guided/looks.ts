import type { Checkup } from "../../../shared/model/checkup.ts";
import type { Battery, Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { ControlKind, LookKind, SeenAnswer } from "../../../shared/model/guided.ts";
import { pause } from "../../checks/support/pause.ts";
import { compare, ROUNDS_FOR_SUCCESS } from "../../repairs/comparison/compare.ts";
import { type BatteryPlan, requestBudget, runBattery } from "../../repairs/comparison/run-battery.ts";
import { compareCheckups, NOT_LOOKED, sampleOf } from "./checkup-look.ts";
import { type LookOrder, resolversOf } from "./ground.ts";
import { proxyBattery } from "./proxy-look.ts";

/** A look before a step, and how it was taken: the look after must be taken the same way. */
export interface LookedBefore {
  readonly look: LookKind;
  readonly control: ControlKind;
  readonly battery: Battery;
}

/** A look after a step. `checkup`: the whole one, where it was that. */
export interface LookedAfter {
  readonly comparison: Comparison;
  readonly checkup: Checkup | null;
}

/** What the looks of each kind are held against. */
const CONTROL_OF: Readonly<Record<LookKind, ControlKind>> = {
  name: "other-way",
  proxy: "other-way",
  person: "this-program",
  checkup: "before-the-step",
};

/** Apart in time, so that one short wobble does not decide both rounds (ms). */
const BETWEEN_ROUNDS_MS = 1_000;

/**
 * The look before a step. Where the quick look of its kind sees no fault (a wrong page is a page, too) or nothing at
 * all, the whole check-up looks instead. Speed is the quick look's own business: there a page that works is expected.
 */
export async function lookBefore(kind: LookKind, order: LookOrder): Promise<LookedBefore> {
  const slow = order.checkup.judgement.verdict.code === "resolver-slow";
  const quick = order.target.kind === "name" || kind !== "name" ? await quickLook(kind, order) : null;
  const fits = quick !== null && (quick.target.level === "fails" || (quick.target.level === "works" && slow));
  if (fits || order.signal.aborted) {
    return {
      look: kind,
      control: CONTROL_OF[kind],
      battery: quick ?? { target: NOT_LOOKED, control: NOT_LOOKED },
    };
  }
  const target = sampleOf(await order.ground.recheck(order.signal));
  return { look: "checkup", control: "before-the-step", battery: { target, control: sampleOf(order.checkup) } };
}

/** Null: this kind has no quick look. */
async function quickLook(kind: LookKind, order: LookOrder): Promise<Battery | null> {
  switch (kind) {
    case "name":
      return runBattery(batteryPlan(order), "always");
    case "proxy":
      return proxyBattery(order);
    case "person":
      return { target: SAID.no, control: await ownSight(order) };
    case "checkup":
      return null;
  }
}

/** The look after a step, taken as the one before was. `answer`: what the person says they see; for that kind only. */
export async function lookAfter(
  before: LookedBefore,
  order: LookOrder,
  answer: SeenAnswer = "unsure",
  betweenMs: number = BETWEEN_ROUNDS_MS,
): Promise<LookedAfter> {
  if (before.look === "checkup") {
    const checkup = await order.ground.recheck(order.signal);
    return { comparison: compareCheckups(order.checkup, before.battery, checkup), checkup };
  }
  const rounds: Battery[] = [await oneRound(before.look, order, answer)];
  while (rounds.at(-1)?.target.level === "works" && rounds.length < ROUNDS_FOR_SUCCESS && !order.signal.aborted) {
    // Rounds are apart in time on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await pause(betweenMs, order.signal);
    // oxlint-disable-next-line no-await-in-loop
    rounds.push(await oneRound(before.look, order, answer));
  }
  return { comparison: compare(before.battery, rounds), checkup: null };
}

function oneRound(kind: Exclude<LookKind, "checkup">, order: LookOrder, answer: SeenAnswer): Promise<Battery> {
  switch (kind) {
    case "name":
      return runBattery(batteryPlan(order), "only-if-works");
    case "proxy":
      return proxyBattery(order);
    case "person":
      return ownSight(order).then((control) => ({ target: SAID[answer], control }));
  }
}

function batteryPlan({ ground, target, checkup, signal }: LookOrder): BatteryPlan {
  return { target, probes: ground.probes, controlServers: resolversOf(checkup), budget: requestBudget(), signal };
}

/** The page as this program gets it, past every browser: no step inside a browser can change that. */
async function ownSight(order: LookOrder): Promise<Sample> {
  return (await runBattery({ ...batteryPlan(order), controlServers: [] }, "only-if-works")).target;
}

const said = (level: Sample["level"], seen: string): Sample => ({ level, lookupMs: null, seen, address: null });

/** What a person sees, as a look. */
const SAID: Readonly<Record<SeenAnswer, Sample>> = {
  yes: said("works", "said-works"),
  no: said("fails", "said-fails"),
  unsure: said("unknown", "said-unsure"),
};
