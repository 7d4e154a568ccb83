import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { CHECK_IDS } from "../../../shared/model/check-id.ts";
import { encodeShortCode } from "../../../shared/lib/short-code.ts";
import { sayOutcome } from "../../../shared/text/outcome-words.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { verdictText } from "../../../shared/text/verdict-text.ts";
import { findRequestId } from "./request-id.ts";
import { resolverSection } from "./resolvers.ts";
import { deedSections } from "./deeds.ts";
import { environmentRows } from "./environment-rows.ts";
import { placesOf } from "./places.ts";
import { type CheckView, type ReportView, type Row, type Section, seconds } from "./report-view.ts";

/** Makes the view. `t` decides the language. */
export function viewOf(report: SavedReport, t: Translator): ReportView {
  const { verdict } = report.judgement;
  const tone = verdict.code === "healthy" ? "good" : verdict.code === "inconclusive" ? "unsure" : "bad";
  const heading = (key: string): string => t(`report.section.${key}`);
  return {
    language: t.language,
    name: t("report.name"),
    ...verdictText(verdict, t),
    tone,
    summary: summaryRows(report, t),
    pathHeading: heading("path"),
    places: placesOf(report.judgement.path, t),
    sections: filled([notePart(report, t), ...verdictParts(report, t), attemptsPart(report, t)]),
    checksHeading: heading("checks"),
    factsHeading: heading("facts"),
    checks: checksOf(report, t),
    durationMs: report.durationMs,
    background: filled([
      resolverSection(report, t),
      ...deedSections(report, t),
      { kind: "rows", heading: heading("environment"), rows: environmentRows(report) },
      { kind: "points", heading: heading("endpoints"), points: report.outsideEndpoints },
      ...redactionParts(report, t),
    ]),
    footer: `${t("report.name")} · ${report.app.version} · ${report.startedAt}`,
  };
}

function filled(sections: readonly Section[]): readonly Section[] {
  return sections.filter((section) => (section.kind === "points" ? section.points : section.rows).length > 0);
}

function summaryRows(report: SavedReport, t: Translator): readonly Row[] {
  const { verdict } = report.judgement;
  const label = (key: string): string => t(`report.label.${key}`);
  const { faultSide, confidence, code } = verdict;
  const requestId = findRequestId(report);
  return [
    [label("address"), report.observations.target.url],
    [label("time"), `${report.startedAt.replace("T", " ").replace(/\.\d+Z$|Z$/u, "")} UTC`],
    [label("side"), t(`report.side.${faultSide}`)],
    [label("sure"), t(`report.sure.${confidence}`)],
    ...(verdict.httpStatus === null ? [] : [[label("status"), String(verdict.httpStatus)] as const]),
    ...(verdict.gateway?.vendor == null
      ? []
      : [[label("gateway"), `${verdict.gateway.vendor} (${verdict.gateway.hop})`] as const]),
    ...(requestId === null ? [] : [[label("request-id"), requestId] as const]),
    [label("code"), `${encodeShortCode({ code, faultSide, confidence, rules: report.rules })} (${code})`],
    [label("requests"), String(report.requestsToSite)],
    [label("took"), seconds(report.durationMs)],
    [label("system"), `${report.platform.os} ${report.platform.version} ${report.platform.arch}`.trim()],
    [label("program"), `GoodGateway ${report.app.version} (${report.app.runtime}, rules ${report.rules})`],
  ];
}

function notePart(report: SavedReport, t: Translator): Section {
  return { kind: "points", heading: t("report.section.note"), points: report.note === "" ? [] : [report.note] };
}

function verdictParts(report: SavedReport, t: Translator): readonly Section[] {
  const { verdict, findings, repairs } = report.judgement;
  const points = (key: string, lines: readonly string[]): Section => ({
    kind: "points",
    heading: t(`report.section.${key}`),
    points: lines,
  });
  return [
    points(
      "why",
      verdict.evidence.map(({ fact }) => t.message(fact)),
    ),
    points(
      "ruled-out",
      verdict.ruledOut.map(({ code, because }) => `${t(`rival.${code}`)}: ${t.message(because)}`),
    ),
    points(
      "left-open",
      verdict.leftOpen.map(({ code, wouldDecide }) => `${t(`rival.${code}`)}: ${t.message(wouldDecide)}`),
    ),
    points(
      "would-change",
      verdict.wouldChange.map((message) => t.message(message)),
    ),
    points(
      "findings",
      findings.map(({ summary }) => t.message(summary)),
    ),
    points(
      "helps",
      repairs.map(({ id }) => `${t(`repair.${id}.title`)}: ${t(`repair.${id}.why`)}`),
    ),
  ];
}

function attemptsPart(report: SavedReport, t: Translator): Section {
  const { http, repeat } = report.observations.checks;
  const main = http?.facts?.chain.at(-1);
  const label = (key: string): string => t(`report.label.${key}`);
  const rows = [
    ...(main === undefined ? [] : [{ words: t("report.varied.first"), exchange: main }]),
    ...(repeat?.facts?.attempts ?? []).map(({ varied, value, exchange }) => ({
      words: value === "" ? t(`report.varied.${varied}`) : `${t(`report.varied.${varied}`)}: ${value}`,
      exchange,
    })),
  ].map(({ words, exchange }) => [
    words,
    exchange.status === null ? sayOutcome(exchange.outcome, t) : `${exchange.status} ${exchange.statusText}`.trim(),
    exchange.address ?? exchange.proxy ?? "",
    seconds(exchange.timings.total),
  ]);
  const head = [label("varied"), label("outcome"), label("address"), label("duration")];
  return { kind: "table", heading: t("report.section.attempts"), head, rows };
}

function checksOf(report: SavedReport, t: Translator): readonly CheckView[] {
  return CHECK_IDS.flatMap((id): CheckView[] => {
    const result = report.observations.checks[id];
    if (result === undefined) return [];
    return [
      {
        title: t(`check.${id}.title`),
        status: result.status,
        statusWord: t(`report.status.${result.status}`),
        summary: t.message(result.summary),
        startedMs: result.startedMs,
        durationMs: result.durationMs,
        facts: result.facts === null ? null : JSON.stringify(result.facts, null, 2),
      },
    ];
  });
}

function redactionParts({ redaction }: SavedReport, t: Translator): readonly Section[] {
  const heading = t("report.section.redaction");
  const all = Object.entries(redaction.counts);
  // What has a name of its own is told in the legend; the rest was simply removed.
  const kinds = all
    .filter(([kind]) => !redaction.legend.some((item) => item.kind === kind))
    .map(([kind, count]) => [t(`report.redacted.${kind}`), `${count}`]);
  const example = `‹${redaction.legend[0]?.name ?? "removed: query"}›`;
  const told = all.length === 0 ? [] : [t("report.taken-out", { example, series: redaction.series })];
  return [
    { kind: "points", heading, points: [t(`report.level.${redaction.level}`), ...told] },
    {
      kind: "table",
      heading: "",
      head: [t("report.label.seen"), t("report.label.kind"), t("report.label.times")],
      rows: redaction.legend.map(({ name, kind, count }) => [`‹${name}›`, t(`report.redacted.${kind}`), `${count}`]),
    },
    { kind: "table", heading: "", head: [t("report.label.kind"), t("report.label.times")], rows: kinds },
  ];
}
