import { CHECK_IDS } from "../../../shared/model/check-id.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { verdictText } from "../../../shared/text/verdict-text.ts";
import { say, sayConfidence, sayDuration, sayLeftOpen, sayMoment, sayRuledOut } from "../../text/say.ts";
import { attemptsOf, sayAnswer, sayVaried } from "./Attempts.tsx";

/** The result as plain text for a mail or a chat. What follows the question mark of an address is often private: left out. */
export function resultAsText(checkup: Checkup, t: Translator): string {
  const { verdict, repairs } = checkup.judgement;
  const { title, explanation } = verdictText(verdict, t);
  const parts: readonly (readonly string[])[] = [
    [title, sayConfidence(verdict, t), explanation],
    [
      withoutQuery(checkup.observations.target.url),
      `${sayMoment(t, checkup.startedAt)}, ${sayDuration(t, checkup.durationMs)}`,
    ],
    list(
      t("result.todo.title"),
      repairs.map(({ id }) => say(t, `repair.${id}.title`, id, verdict.values)),
    ),
    list(
      t("result.evidence"),
      verdict.evidence.map(({ fact }) => t.message(fact)),
    ),
    list(
      t("result.left-open"),
      verdict.leftOpen.map((item) => sayLeftOpen(t, item)),
    ),
    list(
      t("result.ruled-out"),
      verdict.ruledOut.map((item) => sayRuledOut(t, item)),
    ),
    list(t("result.attempts"), attemptLines(checkup, t)),
    list(t("checkup.list"), checkLines(checkup, t)),
    [`${t("common.app.name")} · ${verdict.code} · ${checkup.id}`],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function withoutQuery(url: string): string {
  const at = url.indexOf("?");
  return at === -1 ? url : `${url.slice(0, at)}?…`;
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...[...new Set(lines)].map((line) => `- ${line}`)];
}

function attemptLines(checkup: Checkup, t: Translator): readonly string[] {
  return attemptsOf(checkup).map(
    (attempt) =>
      `${sayVaried(attempt, t)}: ${sayAnswer(attempt, t)} (${sayDuration(t, attempt.exchange.timings.total)})`,
  );
}

function checkLines(checkup: Checkup, t: Translator): readonly string[] {
  return CHECK_IDS.flatMap((id) => {
    const result = checkup.observations.checks[id];
    if (result === undefined) return [];
    const said = result.skipped === null ? t.message(result.summary) : t(`common.skipped.${result.skipped}`);
    return [`${say(t, `check.${id}.title`, id)} (${t(`common.status.${result.status}`)}): ${said}`];
  });
}
