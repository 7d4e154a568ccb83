/** Version of the saved form's shape. Only additions are made under one version; older ones are migrated on opening. */
export const REPORT_VERSION = 1;

/** What a saved report says of itself in its first line, so that any program can tell it from other JSON. */
export const REPORT_FORMAT = "goodgateway-report";

/** How the name of a saved report ends. */
export const REPORT_SUFFIX = ".goodgateway.json";

/** Largest report that is opened, bytes: fifty times an ordinary one. */
export const REPORT_SIZE_LIMIT = 5_000_000;

/** What a report can be written as. `json` is the saved form itself: it opens again. */
export const REPORT_FORMATS = ["html", "pdf", "md", "txt", "json", "har"] as const;

/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The formats whose bytes are made without the desktop runtime. */
export type TextFormat = Exclude<ReportFormat, "pdf">;

/** Why a file does not open as a report. The words live in shared/text/en/report.ts. */
const REPORT_ERRORS = ["too-large", "not-json", "not-a-report", "newer-version", "damaged"] as const;

/** One of {@link REPORT_ERRORS}. */
export type ReportError = (typeof REPORT_ERRORS)[number];

/** How a repair that was tried ended. */
export const REPAIR_OUTCOMES = ["kept", "undone", "rolled-back", "failed", "no-change", "guided", "unknown"] as const;
