import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { encodeShortCode } from "../../../shared/lib/short-code.ts";
import type { CheckupLine, Compared, Difference, RejudgedLine } from "../../../shared/model/report-desk.ts";
import { compareReports } from "../../report/compare-reports.ts";
import { rejudge, type VerdictChange } from "../../report/rejudge.ts";

/** A report as one line of a list. */
export function lineOf(report: SavedReport): CheckupLine {
  const { target } = report.observations;
  const { code, faultSide, confidence, values } = report.judgement.verdict;
  return {
    id: report.id,
    startedAt: report.startedAt,
    url: target.url,
    host: target.displayHost,
    code,
    faultSide,
    confidence,
    values,
    shortCode: encodeShortCode({ code, faultSide, confidence, rules: report.rules }),
    note: report.note,
  };
}

/** Two reports, the older first, and all that differs. */
export function comparedOf(one: SavedReport, other: SavedReport): Compared {
  const [before, after] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  const { sameTarget, verdict, statuses, facts } = compareReports(before, after);
  return {
    before: lineOf(before),
    after: lineOf(after),
    sameTarget,
    differences: [
      ...verdict.map(differenceOf),
      ...[...statuses, ...facts].map((fact): Difference => ({ what: "fact", ...fact })),
    ],
  };
}

/** A report under today's rules. */
export function rejudgedOf(report: SavedReport): RejudgedLine {
  const { judgement, rulesBefore, rulesNow, changes, reasons } = rejudge(report);
  const { code, faultSide, confidence, values } = judgement.verdict;
  return {
    now: { code, faultSide, confidence, values },
    rulesBefore,
    rulesNow,
    changes: changes.map(differenceOf),
    // The same rules and another result: the verdict in the file was changed, or made by something else.
    reasons: changes.length > 0 && reasons.length === 0 ? ["other"] : reasons,
  };
}

function differenceOf(change: VerdictChange): Difference {
  return change;
}
