import type { Comparison } from "./comparison.ts";
import type { BenchReport } from "./dns-bench.ts";
import type { DnsChangeEnd, DnsChangeState } from "./dns-change.ts";
import type { DnsConditions } from "./dns-condition.ts";
import type { FlushResult, OneClickResult, OneClickStep } from "./dns-repair.ts";
import type { DnsCommand, DnsFamily, DnsPlan, DnsStatus } from "./dns-settings.ts";

/** What the window shows of this computer's DNS. */
export interface DnsOverview {
  readonly os: "windows" | "macos" | "linux";
  readonly status: DnsStatus;
}

/** Something of DNS that could not be done. `code`: of the DNS back end, or `not-supported`, `already-set`. */
export interface DnsRefusal {
  readonly kind: "refused";
  readonly code: string;
  /** Technical; may be empty. */
  readonly detail: string;
  /** `nothing`: surely untouched. `maybe`: look again to know. */
  readonly changed: "nothing" | "maybe";
}

/** Servers by name, or a person's own: addresses separated by commas or blanks. */
export interface DnsChoice {
  readonly id: "cloudflare" | "google" | "quad9" | "own";
  /** Only for `own`. */
  readonly text: string;
}

/** A switch as it is shown before anything is touched. */
export interface DnsShownPlan {
  /** Names exactly this plan when the person agrees to it. */
  readonly planId: string;
  /** What people call the connection. */
  readonly linkName: string;
  readonly before: { readonly v4: DnsFamily; readonly v6: DnsFamily };
  readonly servers: readonly string[];
  readonly commands: readonly DnsCommand[];
  readonly needsAdmin: boolean;
  readonly lasts: DnsPlan["lasts"];
  readonly afterPowerCut: DnsPlan["afterPowerCut"];
}

/** What a request for a plan gives. `bad-servers`: a person's own addresses cannot be used; `text` is the part at fault. */
export type DnsPlanned =
  | { readonly kind: "planned"; readonly plan: DnsShownPlan; readonly conditions: DnsConditions }
  | {
      readonly kind: "bad-servers";
      readonly code: "none" | "not-an-address" | "no-server-there" | "too-many";
      readonly text: string;
    }
  | DnsRefusal;

/** What a job asks the person. `secondsLeft`, when it was asked: until no answer counts as no; null: not known. */
export interface DnsQuestion {
  readonly kind: "agree" | "keep";
  readonly plan: DnsShownPlan;
  readonly secondsLeft: number | null;
  /** Another one each time something is asked or the time is prolonged: the clock starts afresh. */
  readonly turn: number;
}

/** Steps of a switch, in order. */
export const DNS_SWITCH_STEPS = ["look", "prepare", "ask", "read-back", "check", "roll-back", "done"] as const;

/** One step of a job of either kind. */
export type DnsJobStep = (typeof DNS_SWITCH_STEPS)[number] | OneClickStep;

/** How a switch ended. `changed-since`: what stands there is no longer what the shown plan was made for. */
export type DnsSwitchEnd =
  | { readonly kind: "kept"; readonly changeId: string }
  | {
      readonly kind: "put-back";
      /** `declined` by the person, `no-answer` in time, `worse`, or why it failed. */
      readonly because: string;
      readonly restored: "restored" | "nothing-to-do" | "theirs" | "not-restored";
    }
  | { readonly kind: "held-back" }
  | { readonly kind: "changed-since" }
  | { readonly kind: "cancelled" }
  | DnsRefusal;

/** A switch or a one-click fix under way or just over; the whole of it each time. JSON-safe. */
export interface DnsJob {
  readonly id: string;
  readonly kind: "switch" | "fix";
  /** The site that is looked at before and after; null when none is. */
  readonly host: string | null;
  /** Steps that have begun, in order. */
  readonly steps: readonly DnsJobStep[];
  readonly conditions: DnsConditions | null;
  /** Null: nothing is asked now. */
  readonly question: DnsQuestion | null;
  /** The plan that was agreed to; null before. */
  readonly plan: DnsShownPlan | null;
  /** The newest before-and-after; null while there is none. */
  readonly comparison: Comparison | null;
  /** Null while it runs. A fix brings its whole result; `noAnswer`: nobody answered its last question in time. */
  readonly end:
    | DnsSwitchEnd
    | { readonly kind: "fix-ended"; readonly result: OneClickResult; readonly noAnswer: boolean }
    | null;
}

/** One change of ours, for the list of them. */
export interface DnsHistoryRow {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly linkName: string;
  readonly before: { readonly v4: DnsFamily; readonly v6: DnsFamily };
  readonly servers: readonly string[];
  readonly state: DnsChangeState;
  readonly end: DnsChangeEnd;
}

/** What an undo gives. */
export type DnsUndoAnswer =
  | { readonly kind: "undone"; readonly restored: "restored" | "nothing-to-do" | "theirs" }
  | DnsRefusal;

/** What clearing the memory gives. */
export type DnsFlushAnswer = { readonly kind: "flushed"; readonly result: FlushResult } | DnsRefusal;

/** What was found of interrupted changes at the start of the program. */
export interface DnsRecovered {
  readonly changeId: string;
  /** ISO 8601, UTC: when the change was made. */
  readonly startedAt: string;
  /** `put-back` by us, the guard or the restart; `kept`; `theirs`: somebody else's setting stands; the last two still wait. */
  readonly kind: "put-back" | "kept" | "theirs" | "needs-admin" | "failed";
}

/** A benchmark under way or just over. */
export interface DnsBenchState {
  readonly id: string;
  readonly done: number;
  readonly of: number;
  readonly report: BenchReport | null;
  /** It ended without a report: cancelled, or it could not be run. */
  readonly stopped: boolean;
}
