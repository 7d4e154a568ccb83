import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { Section } from "./view.ts";

/** What was tried, what was changed on the computer, and how the waiting went. */
export function deedSections(report: SavedReport, t: Translator): readonly Section[] {
  return [
    { kind: "points", heading: t("report.section.repairs"), points: report.repairs.map((done) => repairLine(done, t)) },
    { kind: "points", heading: t("report.section.journal"), points: report.journal.map(journalLine) },
    ...report.watches.map((watch): Section => ({
      kind: "table",
      heading: `${t("report.section.watches")}: ${watch.url}`,
      head: [t("report.label.time"), t("report.label.outcome"), t("report.label.status"), t("report.label.duration")],
      rows: watch.looks.map(({ at, outcome, status, ms }) => [
        at,
        outcome,
        status === null ? "" : `${status}`,
        ms === null ? "" : `${ms} ms`,
      ]),
    })),
  ];
}

function repairLine({ repair, startedAt, outcome, comparison }: SavedReport["repairs"][number], t: Translator): string {
  const start = `${startedAt} ${t(`repair.${repair}.title`)}: ${outcome}`;
  if (comparison === null) return start;
  const before = `${comparison.before.target.level} (${comparison.before.target.seen})`;
  const after = comparison.after.map(({ target }) => `${target.level} (${target.seen})`).join(", ");
  return `${start}; ${before} → ${after === "" ? "?" : after}; ${comparison.outcome}`;
}

function journalLine(entry: SavedReport["journal"][number]): string {
  const before = [...entry.before.v4, ...entry.before.v6].join(", ");
  const end = entry.end === null ? entry.state : `${entry.state}, ${entry.end}`;
  return `${entry.startedAt} ${entry.manager}, ${entry.link}: ${before === "" ? "-" : before} → ${entry.after.join(", ")} (${end})`;
}
