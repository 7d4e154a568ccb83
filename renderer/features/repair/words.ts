import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { say } from "../../text/say.ts";

/** What a step is called. */
export function stepTitle({ plan }: StepRecord, { verdict }: GuidedSession, t: Translator): string {
  return say(t, `repair.${plan.id}.title`, plan.id, verdict.values);
}

/** What a step showed: one sentence, and why; `why` may be empty. */
export interface OutcomeWords {
  readonly title: string;
  readonly why: string;
}

/** The result of a step that is over, said honestly. */
export function outcomeWords(step: StepRecord, t: Translator): OutcomeWords {
  const { comparison, end } = step;
  if (step.decision === "undone") return { title: t("guided.outcome.undone"), why: t("guided.undone") };
  if (comparison === null) {
    if (step.restart?.phase === "no-gap") {
      return { title: t("guided.outcome.not-restarted"), why: t("guided.outcome.not-restarted-why") };
    }
    if (end?.kind !== "refused") return { title: t("guided.outcome.unknown"), why: t("guided.outcome.unknown-why") };
    const why = say(t, `action.refused.${end.code}`, t("action.refused.failed"));
    const title = t(`guided.outcome.${end.changed === "nothing" ? "refused" : "refused-maybe"}`);
    return { title, why: end.detail === "" ? why : `${why} (${end.detail})` };
  }
  return { title: t(`guided.outcome.${comparison.outcome}`), why: whyOf(step, t) };
}

function whyOf({ plan, comparison, verdictAfter, startedAt, end }: StepRecord, t: Translator): string {
  switch (comparison?.outcome) {
    case "fixed":
      return t(plan.look === "person" ? "guided.outcome.fixed-said" : "guided.outcome.fixed-why");
    case "improved":
      return verdictAfter === null
        ? t("guided.outcome.improved-why-plain")
        : t("guided.outcome.improved-why", { fault: say(t, `rival.${verdictAfter}`, verdictAfter) });
    case "recovered-by-itself":
      if (plan.kind === "look") return t("guided.outcome.recovered-by-itself-look");
      return t(`guided.outcome.recovered-by-itself-${startedAt !== null && end === null ? "before" : "why"}`);
    case "unknown":
      return t(`guided.outcome.unknown-${comparison.worksNow === true ? "works" : "why"}`);
    case "unchanged":
    case "worse":
      return t(`guided.outcome.${comparison.outcome}-why`);
    case undefined:
      return "";
  }
}

/** What came of a step, for the list at the end; null while it was not taken. */
export function triedWord(step: StepRecord, t: Translator): string | null {
  switch (step.phase) {
    case "skipped":
    case "not-here":
    case "left":
      return t(`guided.tried.${step.phase}`);
    case "answered":
      return t(`guided.tried.${step.answer === "yes" || step.answer === "no" ? step.answer : "unknown"}`);
    case "judged":
      if (step.decision === "undone") return t("guided.tried.undone");
      return t(`guided.tried.${step.comparison?.outcome ?? (step.end?.kind === "refused" ? "refused" : "unknown")}`);
    default:
      return null;
  }
}
