import { useState } from "react";
import type { Answers } from "../../../shared/model/answers.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { choicesOf, elsewhereHelps, keysOfAnswers, nextQuestion, withAnswer } from "./questions.ts";
import { Section } from "./Section.tsx";
import css from "./sure.module.css";

/** What only the person can see, one question at a time; then the same check-up with the answers in mind. */
export function HelpMeBeSure({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const actions = useActions();
  const before = checkup.observations.answers;
  const [answers, setAnswers] = useState<Answers>(before);
  const question = nextQuestion(checkup.judgement.verdict, answers);
  const given = keysOfAnswers(answers);
  const isNew = given.length > keysOfAnswers(before).length;
  if (question === null && given.length === 0) return null;
  return (
    <Section title={t("result.sure.title")}>
      {given.length === 0 ? <p className={css["quiet"]}>{t("result.sure.why")}</p> : <Given answers={answers} />}
      <div className={css["ask"]} aria-live="polite">
        {question === null ? null : (
          <fieldset className={css["question"]}>
            <legend className={css["text"]}>{t(`result.sure.question.${question}`)}</legend>
            <div className={css["choices"]}>
              {choicesOf(question).map((value) => (
                <Button key={value} onPress={() => setAnswers(withAnswer(answers, question, value))}>
                  {t(`result.sure.answer.${value}`)}
                </Button>
              ))}
            </div>
          </fieldset>
        )}
        {question === null && isNew ? <p>{t("result.sure.done")}</p> : null}
      </div>
      {isNew ? (
        <div>
          <Button look={question === null ? "main" : "plain"} onPress={() => void actions.checkAgain({ answers })}>
            {t("result.sure.again")}
          </Button>
        </div>
      ) : null}
      {given.length === 0 ? null : (
        <div>
          <Button look="link" onPress={() => setAnswers({})}>
            {t("result.sure.forget")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Given({ answers }: { readonly answers: Answers }) {
  const t = useText();
  return (
    <ul className={css["given"]} aria-label={t("result.sure.given")}>
      {keysOfAnswers(answers).map((key) => (
        <li key={key}>
          {t(`result.sure.question.${key}`)} <strong>{t(`result.sure.answer.${answers[key] ?? "no"}`)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The offer to ask from other places, where that decides something and was not done. */
export function AskElsewhere({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const actions = useActions();
  const notAsked = checkup.observations.checks.vantage?.skipped === "not-asked";
  if (!notAsked || !elsewhereHelps(checkup.judgement.verdict)) return null;
  return (
    <Section title={t("result.sure.elsewhere.title")}>
      <p className={css["quiet"]}>{t("result.sure.elsewhere.why")}</p>
      <div>
        <Button onPress={() => void actions.checkAgain({ askVantage: true })}>{t("result.sure.elsewhere.go")}</Button>
      </div>
    </Section>
  );
}
