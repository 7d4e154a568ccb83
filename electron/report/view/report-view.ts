import type { CheckStatus } from "../../../shared/model/check.ts";
import type { Chart } from "./chart.ts";
import type { Place } from "./places.ts";

/** A label and what stands beside it. */
export type Row = readonly [label: string, value: string];

/** One part of a report, in the order a reader needs them. Empty parts are not made. */
export type Section =
  | { readonly kind: "points"; readonly heading: string; readonly points: readonly string[] }
  | { readonly kind: "rows"; readonly heading: string; readonly rows: readonly Row[] }
  | {
      readonly kind: "table";
      readonly heading: string;
      readonly head: readonly string[];
      /** The same as a picture, for formats that can draw. */
      readonly chart?: Chart;
      readonly rows: readonly (readonly string[])[];
    };

/** One check with its bar in the timing chart. */
export interface CheckView {
  readonly title: string;
  readonly status: CheckStatus;
  readonly statusWord: string;
  readonly summary: string;
  readonly startedMs: number;
  readonly durationMs: number;
  /** Its raw facts as indented JSON; null when there are none. */
  readonly facts: string | null;
}

/**
 * A report as any format shows it: words and numbers, made once from the (redacted) report. Texts are raw: each format
 * escapes for itself.
 */
export interface ReportView {
  readonly language: string;
  readonly name: string;
  readonly title: string;
  readonly explanation: string;
  readonly tone: "good" | "unsure" | "bad";
  readonly summary: readonly Row[];
  readonly pathHeading: string;
  readonly places: readonly Place[];
  /** What a person reads first. */
  readonly sections: readonly Section[];
  readonly checksHeading: string;
  readonly factsHeading: string;
  readonly checks: readonly CheckView[];
  readonly durationMs: number;
  /** Background: what was done, the computer, who was contacted, what was taken out. */
  readonly background: readonly Section[];
  readonly footer: string;
}

/** Milliseconds as people read them: `2.3 s`, and `12 ms` where a tenth of a second is too coarse. */
export function seconds(ms: number): string {
  return ms < 100 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
