import type { ActionChange } from "./repair-action.ts";
import type { CheckId } from "./check-id.ts";
import type { Confidence } from "./confidence.ts";
import type { DnsHistoryRow } from "./dns-job.ts";
import type { FaultSide } from "./fault-side.ts";
import type { RedactedKind, RedactionLevel } from "../lib/redaction/field-kinds.ts";
import type { ReportError, ReportFormat } from "./report.ts";
import type { Verdict } from "./verdict.ts";
import type { VerdictCode } from "./verdict-code.ts";

/** Longest note, characters: what the saved form takes. */
export const NOTE_LIMIT = 5000;

/** Which check-up a report is about: one of this window, one of the history, or a file somebody opened. */
export interface ReportSource {
  readonly kind: "checkup" | "history" | "opened";
  readonly id: string;
}

/** One thing that is private in a report. It never leaves the window: it is what the person decides about. */
export interface PrivateItem {
  /** Names the item for as long as the report is open, whatever the level. */
  readonly key: string;
  /** As it stands in the check-up, shortened. */
  readonly value: string;
  readonly kind: RedactedKind;
  /** What stands in its place; empty when it stays. */
  readonly mark: string;
  /** Places in the report. */
  readonly count: number;
}

/** What the person chose for a report. */
export interface ReportChoice {
  readonly format: ReportFormat;
  readonly level: RedactionLevel;
  /** Keys of items that stay, or go, against the level's rule. */
  readonly keep: readonly string[];
  readonly hide: readonly string[];
  readonly note: string;
  /** With what this computer is. */
  readonly environment: boolean;
}

/** A report made ready. What is shown is made of exactly the bytes that `report.save` writes. */
export interface ReportPreview {
  readonly id: string;
  readonly format: ReportFormat;
  /** The bytes as text; empty for a PDF, which is shown as the page that it was printed from. */
  readonly text: string;
  /** Where the page lies for a frame without any rights; null for formats that are no page. */
  readonly page: string | null;
  readonly bytes: number;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Milliseconds it took to make. */
  readonly ms: number;
  /** Suggested for the file. */
  readonly fileName: string;
  /** Places replaced, by kind. */
  readonly counts: Readonly<Partial<Record<RedactedKind, number>>>;
  /** Everything private, what is taken out and what stays. */
  readonly items: readonly PrivateItem[];
  /** The report held this computer already, or it can be added (only where the check-up was made here). */
  readonly canAddEnvironment: boolean;
}

/** How saving ended. `sha256` is that of the file, read back. */
export type ReportSaved =
  | { readonly kind: "saved"; readonly name: string; readonly bytes: number; readonly sha256: string }
  | { readonly kind: "not-chosen" }
  | { readonly kind: "failed"; readonly code: string };

/** What is going on while a report is made. */
export const REPORT_PHASES = ["computer", "taking-out", "pages"] as const;

/** One of {@link REPORT_PHASES}. */
export type ReportPhase = (typeof REPORT_PHASES)[number];

/** A check-up in one line. */
export interface CheckupLine {
  readonly id: string;
  /** ISO, UTC. */
  readonly startedAt: string;
  readonly url: string;
  readonly host: string;
  readonly code: VerdictCode;
  readonly faultSide: FaultSide;
  readonly confidence: Confidence;
  /** Of the verdict's sentence. */
  readonly values: Verdict["values"];
  /** Seven signs for the phone. */
  readonly shortCode: string;
  readonly note: string;
}

/** One line of the history: a check-up, a change to this computer, or a wait for a site. */
export type HistoryRow =
  | { readonly kind: "checkup"; readonly at: string; readonly checkup: CheckupLine }
  | { readonly kind: "dns"; readonly at: string; readonly change: DnsHistoryRow }
  | { readonly kind: "action"; readonly at: string; readonly change: Omit<ActionChange, "data"> }
  | { readonly kind: "watch"; readonly at: string; readonly watch: WatchLine };

/** A wait for a site in one line. */
export interface WatchLine {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly endedAt: string | null;
  readonly looks: number;
  readonly good: number;
}

/** The history, or what fits a search. */
export interface HistoryList {
  /** Newest first. */
  readonly rows: readonly HistoryRow[];
  /** Rows that fit and are not among `rows` any more. */
  readonly more: number;
  /** Check-ups kept, whatever was searched for, and their bytes. */
  readonly kept: { readonly checkups: number; readonly bytes: number };
  readonly limits: { readonly days: number; readonly entries: number; readonly bytes: number };
}

/** One thing that is different. A null value: it was not there. */
export type Difference =
  | { readonly what: "code" | "fault-side" | "confidence"; readonly before: string; readonly after: string }
  | {
      readonly what: "ruled-out" | "left-open" | "finding";
      readonly change: "new" | "gone";
      readonly code: VerdictCode;
    }
  | {
      readonly what: "fact";
      readonly checkId: CheckId;
      readonly path: string;
      readonly before: string | number | boolean | null;
      readonly after: string | number | boolean | null;
    };

/** Two check-ups side by side, the older first. */
export interface Compared {
  readonly before: CheckupLine;
  readonly after: CheckupLine;
  readonly sameTarget: boolean;
  readonly differences: readonly Difference[];
}

/** Old observations under today's rules. */
export interface RejudgedLine {
  readonly now: Pick<CheckupLine, "code" | "faultSide" | "confidence" | "values">;
  readonly rulesBefore: number;
  readonly rulesNow: number;
  readonly changes: readonly Difference[];
  /** Why it differs; empty when nothing does. */
  readonly reasons: readonly ("newer-rules" | "older-rules" | "taken-out" | "other")[];
}

/** A report that is open for reading. */
export interface ReportShown {
  readonly source: ReportSource;
  /** Name of the file; empty for one of the history. */
  readonly name: string;
  readonly line: CheckupLine;
  /** Where its page lies for a frame without any rights. */
  readonly page: string;
  /** Version of the saved form it was written in, and today's. */
  readonly writtenAs: number;
  readonly writtenNow: number;
  readonly fromDocument: boolean;
  /** The level at which things were taken out of it. */
  readonly level: RedactionLevel;
  readonly rejudged: RejudgedLine;
  /** This person's own newest check-up of the same address, with what differs; null when there is none. */
  readonly own: Compared | null;
}

/** What opening a file came to. */
export type ReportOpened =
  | { readonly kind: "opened"; readonly shown: ReportShown }
  | { readonly kind: "no-report"; readonly error: ReportError };
