import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { sayOutcome } from "../../../shared/text/outcome-words.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { Section } from "./report-view.ts";

/** Looks of a watch that a table shows, the newest; the picture has them all. */
const LOOKS_SHOWN = 40;

/** What was tried, what was changed on the computer, and how the waiting went. */
export function deedSections(report: SavedReport, t: Translator): readonly Section[] {
  return [
    repairSection(report, t),
    {
      kind: "table",
      heading: t("report.section.journal"),
      head: [t("report.label.time"), t("deeds.head.change"), t("deeds.head.state")],
      rows: [...report.journal.map((entry) => journalRow(entry, t)), ...actionRows(report, t)],
    },
    ...report.watches.flatMap((watch) => watchSections(watch, t)),
  ];
}

/** Each repair with the same look before and after. */
function repairSection({ repairs }: SavedReport, t: Translator): Section {
  return {
    kind: "table",
    heading: t("report.section.repairs"),
    head: [
      t("report.label.time"),
      t("deeds.head.step"),
      t("deeds.head.before"),
      t("deeds.head.after"),
      t("deeds.head.result"),
    ],
    rows: repairs.map(({ repair, startedAt, outcome, comparison }) => {
      const done = t(`deeds.outcome.${outcome}`);
      const before = comparison === null ? "" : sampleWords(comparison.before.target, t);
      const last = comparison?.after.at(-1);
      const after = last === undefined ? "" : sampleWords(last.target, t);
      const result = comparison === null ? done : `${done}; ${t(`deeds.compared.${comparison.outcome}`)}`;
      return [moment(startedAt), t(`repair.${repair}.title`), before, after, result];
    }),
  };
}

type Sample = NonNullable<SavedReport["repairs"][number]["comparison"]>["before"]["target"];

function sampleWords({ level, seen }: Sample, t: Translator): string {
  return seen === "" ? t(`deeds.level.${level}`) : `${t(`deeds.level.${level}`)} (${seen})`;
}

function journalRow(entry: SavedReport["journal"][number], t: Translator): readonly string[] {
  const before = [...entry.before.v4, ...entry.before.v6].join(", ");
  const change = t("deeds.dns", {
    link: entry.link,
    before: before === "" ? t("deeds.none") : before,
    after: entry.after.join(", "),
  });
  const state = t(`deeds.state.${entry.state}`);
  return [moment(entry.startedAt), change, entry.end === null ? state : t(`deeds.end.${entry.end}`)];
}

function actionRows({ actions = [] }: SavedReport, t: Translator): readonly (readonly string[])[] {
  return actions.map(({ startedAt, repair, label, state }) => {
    const title = t(`repair.${repair}.title`);
    return [moment(startedAt), label === "" ? title : `${title}: ${label}`, t(`deeds.state.${state}`)];
  });
}

function watchSections(watch: SavedReport["watches"][number], t: Translator): readonly Section[] {
  const { looks, startedAt } = watch;
  const started = timeOf(startedAt);
  const rest = looks.length - LOOKS_SHOWN;
  const last = looks.at(-1)?.at ?? watch.endedAt ?? startedAt;
  return [
    {
      kind: "table",
      heading: `${t("report.section.watches")}: ${watch.url}`,
      chart: {
        kind: "timeline",
        label: t("report.section.watches"),
        startedAt: moment(startedAt),
        lengthMs: Math.max(1, timeOf(last) - started),
        marks: looks.map(({ at, outcome, status }) => ({
          label: `${moment(at)}: ${sayOutcome(outcome, t)}${status === null ? "" : ` (${status})`}`,
          ms: timeOf(at) - started,
          good: outcome === "good",
        })),
      },
      head: [t("report.label.time"), t("report.label.outcome"), t("report.label.status"), t("report.label.duration")],
      rows: looks
        .slice(-LOOKS_SHOWN)
        .map(({ at, outcome, status, ms }) => [
          moment(at),
          sayOutcome(outcome, t),
          status === null ? "" : `${status}`,
          ms === null ? "" : `${Math.round(ms)} ms`,
        ]),
    },
    { kind: "points", heading: "", points: rest > 0 ? [t("deeds.more-looks", { count: rest })] : [] },
  ];
}

/** ms since 1970; 0 for what is no time (a report can come from anybody). */
function timeOf(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isFinite(ms) ? ms : 0;
}

/** `2026-11-22 10:04:31 UTC`, from an ISO time; anything else as it is. */
export function moment(iso: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(iso) ? `${iso.slice(0, 19).replace("T", " ")} UTC` : iso;
}
