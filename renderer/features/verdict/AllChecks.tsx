import { CHECK_IDS } from "../../../shared/model/check-id.ts";
import type { CheckResult, CheckResults } from "../../../shared/model/check.ts";
import { RawFacts, type FactWords } from "../../components/RawFacts.tsx";
import { StatusMark } from "../../components/StatusMark.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { say, sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { FIRST_ERROR, StatusLink } from "../explain/StatusLink.tsx";
import css from "./checks.module.css";

/** Every check with its answer; its raw facts unfold in place. */
export function AllChecks({ checks }: { readonly checks: CheckResults }) {
  return (
    <div>
      {CHECK_IDS.map((id) => {
        const result = checks[id];
        return result === undefined ? null : <Check key={id} result={result} />;
      })}
    </div>
  );
}

function Check({ result }: { readonly result: CheckResult }) {
  const t = useText();
  const { id, status } = result;
  return (
    <Unfold
      level={3}
      title={
        <span className={css["head"]}>
          <StatusMark mark={status} word={`${t(`common.status.${status}`)}: `} />
          <span className={css["words"]}>
            <span className={css["title"]}>{say(t, `check.${id}.title`, id)}</span>{" "}
            <span className={css["summary"]}>
              {result.skipped === null ? t.message(result.summary) : t(`common.skipped.${result.skipped}`)}
            </span>
          </span>
        </span>
      }
    >
      <Facts result={result} />
    </Unfold>
  );
}

/** Statuses among the answers that are worth a question, each once. */
function errorStatusesOf({ facts }: CheckResult): readonly number[] {
  const chain = facts !== null && "chain" in facts ? facts.chain : [];
  return [...new Set(chain.flatMap(({ status }) => (status !== null && status >= FIRST_ERROR ? [status] : [])))];
}

function Facts({ result }: { readonly result: CheckResult }) {
  const t = useText();
  const words: FactWords = {
    null: t("result.facts.null"),
    true: t("result.facts.true"),
    false: t("result.facts.false"),
    empty: t("result.facts.empty"),
  };
  return (
    <div className={css["facts"]}>
      {result.skipped === null ? (
        <p className={css["when"]}>
          {t("result.checks-time", {
            start: sayDuration(t, result.startedMs),
            duration: sayDuration(t, result.durationMs),
          })}
        </p>
      ) : null}
      {errorStatusesOf(result).map((status) => (
        <div key={status}>
          <StatusLink status={status} />
        </div>
      ))}
      {result.error === null ? null : (
        <p>
          {t(`common.check-error.${result.error.code}`)} <code>{result.error.detail}</code>
        </p>
      )}
      {result.facts === null ? (
        <p className={css["when"]}>{t("result.no-facts")}</p>
      ) : (
        <RawFacts value={result.facts} words={words} />
      )}
    </div>
  );
}
