/** How sure a verdict is: `high` only when every rival that must be ruled out was ruled out. Ordered from sure to unsure. */
export const CONFIDENCES = ["high", "medium", "low"] as const;

/** One of {@link CONFIDENCES}. */
export type Confidence = (typeof CONFIDENCES)[number];

/** The less sure of two confidences. */
export function lowerConfidence(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}
