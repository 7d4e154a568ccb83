import type { CheckupLine, Difference, RejudgedLine } from "../../../shared/model/report-desk.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { type Said, verdictText } from "../../../shared/text/verdict-text.ts";
import { say } from "../../text/say.ts";

/** A verdict in its one sentence. */
export function sayVerdict(line: Said, t: Translator): string {
  return verdictText(line, t).title;
}

/** The status that the verdict is about, where it names one. */
export function statusOf({ values }: CheckupLine): number | null {
  const status = Number(values["status"]);
  return Number.isInteger(status) ? status : null;
}

/** One difference as a sentence. */
export function sayDifference(difference: Difference, t: Translator): string {
  switch (difference.what) {
    case "code": {
      const { before, after } = difference;
      return t("past.differs.code", {
        before: say(t, `rival.${before}`, before),
        after: say(t, `rival.${after}`, after),
      });
    }
    case "fault-side":
      return t("past.differs.side", {
        before: say(t, `report.side.${difference.before}`, difference.before),
        after: say(t, `report.side.${difference.after}`, difference.after),
      });
    case "confidence":
      return t("past.differs.sure", {
        before: say(t, `report.sure.${difference.before}`, difference.before),
        after: say(t, `report.sure.${difference.after}`, difference.after),
      });
    case "ruled-out":
    case "left-open":
    case "finding":
      return t(`past.differs.${difference.what}-${difference.change}`, {
        name: say(t, `rival.${difference.code}`, difference.code),
      });
    case "fact":
      return t("past.differs.fact", {
        check: say(t, `check.${difference.checkId}.title`, difference.checkId),
        path: difference.path,
        before: sayFact(difference, difference.before, t),
        after: sayFact(difference, difference.after, t),
      });
  }
}

function sayFact(
  { path }: Extract<Difference, { readonly what: "fact" }>,
  value: string | number | boolean | null,
  t: Translator,
): string {
  if (value === null) return t("past.differs.absent");
  if (path === "status") return say(t, `common.status.${value}`, String(value));
  if (typeof value === "boolean") return t(`result.facts.${value}`);
  return String(value);
}

/** What today's rules make of an old check-up, in one or two sentences. */
export function sayRejudged(rejudged: RejudgedLine, t: Translator): string {
  if (rejudged.changes.length === 0) return t("past.rejudged.same");
  const now = sayVerdict(rejudged.now, t);
  const why = rejudged.reasons.map((reason) => t(`past.rejudged.because-${reason}`)).join(" ");
  return `${t("past.rejudged.now", { now })} ${why}`;
}
