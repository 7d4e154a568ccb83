import type { Said } from "../lane/product.ts";
import type { LabCase } from "../cases.ts";

/** What came of one case. */
export interface CaseResult {
  readonly case: LabCase;
  readonly said: Said | null;
  /** Why there is no answer; null when there is one. */
  readonly error: string | null;
}

/** Held against what was expected. */
export type Grade = "right" | "other-code" | "inconclusive" | "wrong-side" | "no-answer";

/** How right an answer is. The side counts most: naming the wrong one is the one thing that must never happen. */
export function grade({ case: { expected, kind }, said }: CaseResult): Grade {
  if (said === null) return "no-answer";
  if (said.code === expected.code && expected.sides.includes(said.side)) return "right";
  if (said.code === "inconclusive" || said.side === "unknown") return "inconclusive";
  // On a healthy twin only "healthy" accuses nobody.
  if (kind === "twin") return "wrong-side";
  return expected.sides.includes(said.side) ? "other-code" : "wrong-side";
}
