import { useEffect, useRef, useState } from "react";
import type { AnswerKey, Answers } from "../../../shared/model/answers.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import {
  choicesOf,
  elsewhereHelps,
  keysOfAnswers,
  nextQuestion,
  sameAnswers,
  withAnswer,
  type AnswerValue,
} from "./questions.ts";
import { Section } from "./Section.tsx";
import css from "./sure.module.css";

/** What only the person can see, one question at a time; then the same check-up with the answers in mind. */
export function HelpMeBeSure({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const before = checkup.observations.answers;
  const [answers, setAnswers] = useState<Answers>(before);
  const room = useRef<HTMLDivElement>(null);
  const question = nextQuestion(checkup.judgement.verdict, answers);
  const given = keysOfAnswers(answers).length;
  const changed = !sameAnswers(answers, before);
  if (question === null && given === 0 && !changed) return null;
  const forget = (): void => {
    setAnswers({});
    // The button that was pressed is gone; the focus must not go with it.
    room.current?.focus();
  };
  return (
    <Section title={t("result.sure.title")}>
      {given === 0 ? <p className={css["quiet"]}>{t("result.sure.why")}</p> : <Given answers={answers} />}
      <div ref={room} className={css["ask"]} aria-live="polite" tabIndex={-1}>
        {question === null ? null : (
          <Question question={question} onAnswer={(value) => setAnswers(withAnswer(answers, question, value))} />
        )}
        {question === null && changed ? <p>{t("result.sure.done")}</p> : null}
      </div>
      {changed ? <AgainWith answers={answers} isLast={question === null} /> : null}
      {given === 0 ? null : (
        <div>
          <Button look="link" onPress={forget}>
            {t("result.sure.forget")}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface QuestionProps {
  readonly question: AnswerKey;
  readonly onAnswer: (value: AnswerValue) => void;
}

function Question({ question, onAnswer }: QuestionProps) {
  const t = useText();
  return (
    <fieldset className={css["question"]}>
      <legend className={css["text"]}>{t(`result.sure.question.${question}`)}</legend>
      <div className={css["choices"]}>
        {choicesOf(question).map((value) => (
          <Button key={value} onPress={() => onAnswer(value)}>
            {t(`result.sure.answer.${value}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Becomes the main thing to do, and takes the focus, once the last question is answered. */
function AgainWith({ answers, isLast }: { readonly answers: Answers; readonly isLast: boolean }) {
  const t = useText();
  const actions = useActions();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLast) button.current?.focus();
  }, [isLast]);
  const none = keysOfAnswers(answers).length === 0;
  return (
    <div>
      <Button ref={button} look={isLast ? "main" : "plain"} onPress={() => void actions.checkAgain({ answers })}>
        {t(none ? "result.sure.again-without" : "result.sure.again")}
      </Button>
    </div>
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
