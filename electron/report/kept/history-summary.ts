import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { HistorySummary } from "../../storage/history/entry.ts";
import { openReport } from "./open-report.ts";

/** What the list of the history shows of a report. */
export function summaryOf(report: SavedReport): HistorySummary {
  const { target } = report.observations;
  const { code, faultSide, confidence, values } = report.judgement.verdict;
  return {
    id: report.id,
    startedAt: report.startedAt,
    url: target.url,
    host: target.displayHost,
    verdict: code,
    faultSide,
    confidence,
    values,
    rules: report.rules,
    note: report.note,
  };
}

/** The same from a stored text; null when it is no report. */
export function summariseText(text: string): HistorySummary | null {
  const opened = openReport(text);
  return opened.ok && !opened.value.fromDocument ? summaryOf(opened.value.report) : null;
}
