import type { RepairId } from "./repair.ts";

/**
 * How a change that a repair made stands. `undecided`: neither kept nor taken back. `unsure`: the program was lost while
 * it was made, so it may have been made or not. `kept`: the person keeps it; it can still be taken back.
 */
export const STANDINGS = ["undecided", "unsure", "kept"] as const;

/** One of {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

/** A change that a repair of ours made to this computer, other than to its DNS settings, and that can be taken back. */
export interface StandingChange {
  /** The undo id of the repair. */
  readonly id: string;
  readonly repair: RepairId;
  /** What was changed, as a proper name; may be empty. */
  readonly label: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly standing: Standing;
}
