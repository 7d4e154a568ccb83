/** What is known of a yes-or-no question. `unknown` also means "not asked"; it is never read as "no". */
export type Tri = "yes" | "no" | "unknown";

/** A decided question. */
export function tri(value: boolean): Tri {
  return value ? "yes" : "no";
}

/** Yes when one is yes, no when all are no (and there is one), else unknown. */
export function anyOf(values: readonly Tri[]): Tri {
  if (values.includes("yes")) return "yes";
  return values.length > 0 && values.every((value) => value === "no") ? "no" : "unknown";
}

/** Middle value; null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
