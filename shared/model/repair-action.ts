import type { Message } from "./message.ts";
import type { RepairId } from "./repair.ts";

/** One line of what will happen, shown before anything is touched: an exact command, or what to click or type. */
export type ActionStep =
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "click"; readonly what: Message };

/** One way of doing a repair here: with this browser, this profile, this setting. */
export interface ActionChoice {
  /** Names this choice until the offer is made again; not for showing. */
  readonly id: string;
  /** A proper name as people see it elsewhere ("Firefox · default"); never translated. Empty when there is only one way. */
  readonly label: string;
  /** What is known of it: a size, a setting, that it is running. May be empty. */
  readonly facts: readonly Message[];
  readonly steps: readonly ActionStep[];
  /** `auto`: the program does it when asked. `guided`: the person does it, and the program checks. */
  readonly mode: "auto" | "guided";
  readonly needsAdmin: boolean;
  readonly undoable: boolean;
  /** Seconds it takes, about; null when that depends on the person. */
  readonly seconds: number | null;
  /** What has to be done first ("close Chrome"); null when nothing stands in the way. */
  readonly blockedBy: Message | null;
}

/** What a repair can do on this computer now. */
export interface ActionOffer {
  readonly repair: RepairId;
  /** The likeliest first; never empty. */
  readonly choices: readonly ActionChoice[];
}

/** Why a repair did nothing, or cannot say what it did. The words live under `action.refused.CODE`. */
export const ACTION_REFUSALS = [
  "cancelled",
  "not-permitted",
  "not-supported",
  "no-longer-there",
  "changed-since",
  "still-running",
  "not-effective",
  "timeout",
  "failed",
] as const;

/** One of {@link ACTION_REFUSALS}. */
export type ActionRefusalCode = (typeof ACTION_REFUSALS)[number];

/** How a repair ended. */
export type ActionEnd =
  /** Done and read back. `undoId`: how to take it back; null when nothing needs to be. */
  | { readonly kind: "done"; readonly undoId: string | null; readonly facts: readonly Message[] }
  /** Something was opened: the person looks and says what they see. */
  | { readonly kind: "opened" }
  | {
      readonly kind: "refused";
      readonly code: ActionRefusalCode;
      /** Technical; may be empty. */
      readonly detail: string;
      /** `nothing`: surely untouched. `maybe`: look again to know. */
      readonly changed: "nothing" | "maybe";
    };

/** How taking a repair back ended. `theirs`: somebody changed it since, so it was left alone. */
export type ActionUndone =
  | { readonly kind: "undone" }
  | { readonly kind: "theirs" }
  | Extract<ActionEnd, { readonly kind: "refused" }>;

/** States of a change in the journal of actions. `committed`: the person keeps it; it can still be taken back. */
export const ACTION_STATES = ["planned", "applied", "committed", "undone"] as const;

/** One change that a repair made to this computer, other than to its DNS settings (which have their own journal). */
export interface ActionChange {
  readonly id: string;
  readonly repair: RepairId;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** What was changed, as a proper name; may be empty. */
  readonly label: string;
  readonly state: (typeof ACTION_STATES)[number];
  /** What the repair needs to take it back; only the repair that wrote it understands it. JSON-safe. */
  readonly data: unknown;
}
