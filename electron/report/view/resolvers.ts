import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { Section } from "./report-view.ts";

/** The DNS servers that were asked, each with its median time. */
export function resolverSection({ observations }: SavedReport, t: Translator): Section {
  const { checks } = observations;
  const asked = [
    ...(checks["dns-configured"]?.facts?.resolvers ?? []),
    ...(checks["dns-public"]?.facts?.resolvers ?? []),
  ].flatMap(({ server, target }) => {
    const times = target.filter(({ outcome }) => outcome !== "timeout").map(({ ms }) => ms);
    const answer = target.find(({ outcome }) => outcome !== "timeout")?.outcome ?? target[0]?.outcome;
    return answer === undefined ? [] : [{ server, answer, ms: times.length === 0 ? null : median(times) }];
  });
  return {
    kind: "table",
    heading: t("deeds.resolvers"),
    chart: {
      kind: "bars",
      label: t("deeds.resolvers"),
      marks: asked.flatMap(({ server, answer, ms }) =>
        ms === null ? [] : [{ label: server, ms, good: answer === "answer" }],
      ),
    },
    head: [t("deeds.server"), t("deeds.answer"), t("report.label.duration")],
    rows: asked.map(({ server, answer, ms }) => [server, answer, ms === null ? "" : `${Math.round(ms)} ms`]),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
