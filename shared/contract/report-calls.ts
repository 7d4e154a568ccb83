import { z } from "zod";
import { REDACTION_LEVELS } from "../lib/redaction/field-kinds.ts";
import { REPORT_FORMATS, REPORT_SIZE_LIMIT } from "../model/report.ts";
import {
  type Compared,
  type HistoryList,
  NOTE_LIMIT,
  type RejudgedLine,
  REPORT_PHASES,
  type ReportOpened,
  type ReportPreview,
  type ReportSaved,
  type ReportShown,
} from "../model/report-desk.ts";

z.config({ jitless: true });

const id = z.string().min(1).max(64);
const source = z.strictObject({ kind: z.enum(["checkup", "history", "opened"]), id });
const keys = z.array(z.string().max(32)).max(2000);
const choice = z.strictObject({
  format: z.enum(REPORT_FORMATS),
  level: z.enum(REDACTION_LEVELS),
  keep: keys,
  hide: keys,
  note: z.string().max(NOTE_LIMIT),
  environment: z.boolean(),
});

/**
 * The calls about reports and the history. `report.preview` makes the bytes and keeps them, `report.save` writes those
 * same bytes where the person says. Nothing here sends anything.
 */
export const reportCalls = {
  "report.preview": { input: z.strictObject({ source, choice }), output: z.custom<ReportPreview>() },
  /** Gives up the preview that is being made; false when none is. */
  "report.cancel": { input: z.undefined(), output: z.object({ cancelled: z.boolean() }) },
  "report.save": { input: z.strictObject({ previewId: id }), output: z.custom<ReportSaved>() },
  /** Main asks for a file; null when the person chose none. */
  "report.open": { input: z.undefined(), output: z.custom<ReportOpened | null>() },
  /** A file that was dropped on the window. */
  "report.read": {
    input: z.strictObject({ name: z.string().max(300), text: z.string().max(REPORT_SIZE_LIMIT) }),
    output: z.custom<ReportOpened>(),
  },
  "report.show": { input: z.strictObject({ source }), output: z.custom<ReportShown>() },
  /** The person says that the verdict is wrong, and why: kept with the check-up, and judged anew. */
  "report.wrong": {
    input: z.strictObject({ source, note: z.string().min(1).max(NOTE_LIMIT) }),
    output: z.custom<RejudgedLine>(),
  },
  "history.list": { input: z.strictObject({ query: z.string().max(300) }), output: z.custom<HistoryList>() },
  "history.compare": { input: z.strictObject({ ids: z.tuple([id, id]) }), output: z.custom<Compared>() },
  "history.remove": { input: z.strictObject({ id }), output: z.object({ removed: z.boolean() }) },
  "history.removeAll": { input: z.undefined(), output: z.object({ removed: z.number() }) },
};

/** The events about reports. */
export const reportEvents = { "report.progress": z.object({ phase: z.enum(REPORT_PHASES) }) };
