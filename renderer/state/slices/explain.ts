import type { ScreenName } from "../screen-name.ts";

/** Where somebody is in the explanations. */
export interface ExplainSlice {
  readonly query: string;
  /** Names of the pages on the way here, the open one last; empty: the list. */
  readonly trail: readonly string[];
  /** True when the first page was opened from another screen: back leads there, not to the list. */
  readonly direct: boolean;
  /** The screen to go back to. */
  readonly from: ScreenName;
}

export const NO_EXPLAIN: ExplainSlice = { query: "", trail: [], direct: false, from: "home" };

/** After a step back: the slice, or null when the explanations are left. */
export function stepBack(slice: ExplainSlice): ExplainSlice | null {
  if (slice.trail.length > 1) return { ...slice, trail: slice.trail.slice(0, -1) };
  return slice.trail.length === 0 || slice.direct ? null : { ...slice, trail: [] };
}
