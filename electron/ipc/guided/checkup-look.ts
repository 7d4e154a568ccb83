import type { Checkup } from "../../../shared/model/checkup.ts";
import type { Battery, Comparison, ComparisonOutcome, Sample } from "../../../shared/model/comparison.ts";
import type { FaultSide } from "../../../shared/model/fault-side.ts";
import { PATH_NODES } from "../../../shared/model/path.ts";
import { compare } from "../../repairs/comparison/compare.ts";

/** A whole check-up as one look: its verdict. */
export function sampleOf({ observations, judgement }: Checkup): Sample {
  const { code, faultSide } = judgement.verdict;
  const level = faultSide === "none" ? "works" : code === "inconclusive" ? "unknown" : "fails";
  const seen = observations.stopped === "cancelled" ? "cancelled" : code;
  return { level: seen === "cancelled" ? "unknown" : level, lookupMs: null, seen, address: null };
}

/** Nothing was looked at. */
export const NOT_LOOKED: Sample = { level: "unknown", lookupMs: null, seen: "not-looked", address: null };

/**
 * Before and after of whole check-ups. What the step cannot have influenced is the time before it: the fault was there
 * in the first check-up and was there still in the look right before the step, so it does not come and go by itself.
 * A good check-up asked the page several times, apart in time: that is its second round.
 */
export function compareCheckups(first: Checkup, before: Battery, after: Checkup): Comparison {
  const round: Battery = { target: sampleOf(after), control: before.target };
  const base: Battery = { target: before.target, control: sampleOf(first) };
  const compared = compare(base, round.target.level === "works" ? [round, round] : [round]);
  return { ...compared, outcome: furtherOn(first, after) ?? compared.outcome, before: base };
}

/** Another fault, further along the path, shows once a nearer one is gone: better, though not yet good. */
function furtherOn(first: Checkup, after: Checkup): ComparisonOutcome | null {
  const was = first.judgement.verdict;
  const is = after.judgement.verdict;
  if (is.code === was.code || is.faultSide === "none" || is.code === "inconclusive") return null;
  return placeOf(is.faultSide) > placeOf(was.faultSide) ? "improved" : "unknown";
}

function placeOf(side: FaultSide): number {
  return PATH_NODES.findIndex((node) => node === side);
}
