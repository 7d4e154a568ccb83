import { reportSchema, type SavedReport } from "../../../shared/contract/report/report.ts";
import { documentSchema } from "../../../shared/contract/document.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { REPORT_FORMAT, REPORT_SIZE_LIMIT, REPORT_VERSION, type ReportError } from "../../../shared/model/report.ts";
import { migrate, type Migration, MIGRATIONS } from "./migrate.ts";
import { reportOfDocument } from "../report-of-document.ts";

/** A report that was opened. */
export interface OpenedReport {
  readonly report: SavedReport;
  /** Version of the saved form it was written in. */
  readonly writtenAs: number;
  /** The file was the output of `diagnose --json`: its sentences are gone and its verdict is today's rules'. */
  readonly fromDocument: boolean;
}

/**
 * Opens a saved report of any version up to ours, or the JSON document of a check-up. The text may come from anybody:
 * its size is capped before it is parsed, every field is checked, and what the schema does not know is dropped.
 */
export function openReport(
  text: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<OpenedReport, ReportError> {
  // A character is at least one byte: no need to encode a giant to know that it is one.
  if (text.length > REPORT_SIZE_LIMIT) return fail("too-large");
  const json = parsed(text);
  if (json === null) return fail("not-json");
  if (!isRecord(json)) return fail("not-a-report");
  if (json["format"] !== REPORT_FORMAT) return openDocument(json);
  const version = json["schemaVersion"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return fail("damaged");
  if (version > REPORT_VERSION) return fail("newer-version");
  const current = migrate(json, version, migrations);
  const report = reportSchema.safeParse(current);
  if (!report.success) return fail("damaged");
  return ok({ report: report.data, writtenAs: version, fromDocument: false });
}

function openDocument(json: Readonly<Record<string, unknown>>): Result<OpenedReport, ReportError> {
  if (!("verdict" in json) || !("checks" in json)) return fail("not-a-report");
  const document = documentSchema.safeParse(json);
  if (!document.success) return fail("damaged");
  const report = reportOfDocument(document.data);
  return report === null ? fail("damaged") : ok({ report, writtenAs: document.data.schemaVersion, fromDocument: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
