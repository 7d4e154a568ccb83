import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type {
  ReportChoice,
  ReportPhase,
  ReportPreview,
  ReportSaved,
  ReportSource,
} from "../../../shared/model/report-desk.ts";
import type { ScreenName } from "../screen-name.ts";

/** A report that is being made: what was chosen, and the bytes as they will be saved. */
export interface ReportSlice {
  readonly source: ReportSource | null;
  /** Name of the site, for the heading. */
  readonly host: string;
  /** Where Back leads. */
  readonly from: ScreenName;
  readonly choice: ReportChoice;
  readonly preview: ReportPreview | null;
  /** Main is making a preview or saving one. */
  readonly busy: boolean;
  readonly phase: ReportPhase | null;
  /** The person gave up the preview that was being made. */
  readonly stopped: boolean;
  readonly error: ErrorCode | null;
  readonly saved: ReportSaved | null;
  readonly copied: "no" | "yes" | "failed";
}

export const NO_CHOICES: ReportChoice = {
  format: "html",
  level: "standard",
  keep: [],
  hide: [],
  note: "",
  environment: false,
};

export const NO_REPORT: ReportSlice = {
  source: null,
  host: "",
  from: "home",
  choice: NO_CHOICES,
  preview: null,
  busy: false,
  phase: null,
  stopped: false,
  error: null,
  saved: null,
  copied: "no",
};
