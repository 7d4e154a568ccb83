import { type CaseResult, grade } from "./result.ts";

/** One thing that must hold. */
export interface Bar {
  readonly text: string;
  readonly holds: boolean;
  /** True for what depends on how busy the machine is. */
  readonly speed: boolean;
}

/** The bars a run is held against. Shares of an empty list hold. */
export function barsOf(results: readonly CaseResult[]): readonly Bar[] {
  const broken = results.filter((one) => one.case.kind === "broken");
  const twins = results.filter((one) => one.case.kind === "twin");
  const count = (list: readonly CaseResult[], ...grades: readonly string[]): number =>
    list.filter((one) => grades.includes(grade(one))).length;
  const right = count(broken, "right");
  const sided = count(broken, "right", "other-code", "inconclusive");
  const inconclusive = count(broken, "inconclusive");
  const accusations = count(twins, "wrong-side", "other-code");
  const unanswered = count(results, "no-answer");
  const all = times(results);
  // Speed is promised at 20 ms; other round trips are listed by themselves.
  const usual = results.filter((one) => (one.case.scenario.roundTripMs ?? 20) === 20);
  const healthy = times(usual.filter((one) => one.said?.code === "healthy"));
  const faulty = times(usual.filter((one) => one.case.kind === "broken" && one.said?.code !== "healthy"));
  const bar = (text: string, holds: boolean, speed = false): Bar => ({ text, holds, speed });
  return [
    bar(`expected code: ${share(right, broken.length)} (bar 98 %)`, right >= broken.length * 0.98),
    bar(`right side or inconclusive: ${share(sided, broken.length)} (bar 100 %)`, sided === broken.length),
    bar(`inconclusive: ${share(inconclusive, broken.length)} (bar at most 5 %)`, inconclusive <= broken.length * 0.05),
    bar(`accusations on healthy twins: ${accusations} of ${twins.length} (bar 0)`, accusations === 0),
    bar(`without an answer: ${unanswered} (bar 0)`, unanswered === 0),
    bar(`healthy, middle: ${quantile(healthy, 0.5)} ms (bar 3000)`, quantile(healthy, 0.5) <= 3_000, true),
    bar(`broken, 95 of 100: ${quantile(faulty, 0.95)} ms (bar 8000)`, quantile(faulty, 0.95) <= 8_000, true),
    bar(`longest: ${quantile(all, 1)} ms (hard stop 12000)`, quantile(all, 1) <= HARD_STOP_MS),
  ];
}

/** The hard stop, and what a timer may be late by on a busy machine, ms. */
const HARD_STOP_MS = 12_300;

/** How long check-ups took, ms, shortest first. */
export function times(results: readonly CaseResult[]): readonly number[] {
  return results.flatMap(({ said }) => (said === null ? [] : [said.ms])).toSorted((a, b) => a - b);
}

/** The value that a share of all does not exceed; 0 for none. */
export function quantile(sorted: readonly number[], part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0);
}

function share(part: number, whole: number): string {
  return `${part} of ${whole}${whole === 0 ? "" : ` (${((part / whole) * 100).toFixed(1)} %)`}`;
}
