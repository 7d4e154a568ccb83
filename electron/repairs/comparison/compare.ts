import type { Battery, Comparison, ComparisonOutcome, Sample } from "../../../shared/model/comparison.ts";

/** Rounds that must agree before a success is claimed. */
export const ROUNDS_FOR_SUCCESS = 2;

/**
 * A look-up counts as faster (or slower) from half (or double) the time and this many milliseconds on; less is what two
 * looks at the same thing differ by.
 */
const NOTABLE_MS = 200;

type Change = "better-whole" | "better" | "same" | "worse" | "unknown";

/**
 * Judges a repair. Success is claimed only when the target got better in two rounds while the control, which the repair
 * cannot influence, stayed as it was. Pure.
 */
export function compare(before: Battery, after: readonly Battery[]): Comparison {
  const last = after.at(-1)?.target.level ?? "unknown";
  const worksNow = last === "unknown" ? null : after.every(({ target }) => target.level === "works");
  return { outcome: outcomeOf(before, after), worksNow, before, after };
}

function outcomeOf(before: Battery, after: readonly Battery[]): ComparisonOutcome {
  const target = after.map((round) => changeOf(before.target, round.target));
  if (target.length === 0 || target.includes("unknown")) return "unknown";
  const control = after.map((round) => changeOf(before.control, round.control));
  if (target.includes("worse")) return control.includes("worse") ? "unknown" : "worse";
  if (target.includes("same")) return "unchanged";
  if (control.some((change) => change === "better" || change === "better-whole")) return "recovered-by-itself";
  const proved = after.length >= ROUNDS_FOR_SUCCESS && control.every((change) => change === "same");
  if (!proved) return "unknown";
  return target.every((change) => change === "better-whole") ? "fixed" : "improved";
}

/** From one look to a later one. */
function changeOf(before: Sample, after: Sample): Change {
  if (before.level === "unknown" || after.level === "unknown") return "unknown";
  if (before.level !== after.level) return after.level === "works" ? "better-whole" : "worse";
  return before.level === "works" ? speedChange(before.lookupMs, after.lookupMs) : "same";
}

function speedChange(before: number | null, after: number | null): Change {
  if (before === null || after === null || Math.abs(before - after) < NOTABLE_MS) return "same";
  if (after * 2 <= before) return "better";
  return before * 2 <= after ? "worse" : "same";
}
