import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { Output } from "../../../shared/contract/calls.ts";

/** What the window knows of changes that repairs made and that stand still. */
export interface ChangesSlice {
  /** Newest first; null: not read yet. */
  readonly rows: Output<"changes.list"> | null;
  readonly busy: boolean;
  /** What came of the last decision. */
  readonly answer: Output<"changes.decide">["answer"] | null;
  readonly error: ErrorCode | null;
}

export const NO_CHANGES: ChangesSlice = { rows: null, busy: false, answer: null, error: null };

/** How many wait for a decision. */
export function undecidedIn({ rows }: ChangesSlice): number {
  return (rows ?? []).filter(({ standing }) => standing !== "kept").length;
}
