import type { GuidedSession } from "../../../shared/model/guided.ts";
import { verdictText } from "../../../shared/text/verdict-text.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./repair.module.css";
import { stepTitle } from "./words.ts";

/** A fault that is not this person's: said first, with what makes sense all the same. */
export function Intro({ session }: { readonly session: GuidedSession }) {
  const t = useText();
  const actions = useActions();
  useEscape(actions.leaveGuided);
  const [first] = session.steps;
  const { title } = verdictText(session.verdict, t);
  return (
    <Screen
      title={t("common.title.of", { screen: t("guided.screen", { host: session.host }) })}
      heading={t("guided.intro.heading")}
    >
      <p className={css["lead"]}>{t("guided.intro.lead", { verdict: title })}</p>
      <p className={css["quiet"]}>{t("guided.intro.form")}</p>
      <div className={css["actions"]}>
        {first === undefined ? null : (
          <Button look="main" onPress={() => void actions.moveGuided("next")}>
            {t("guided.intro.start", { title: stepTitle(first, session, t) })}
          </Button>
        )}
        <Button onPress={actions.leaveGuided}>{t("guided.leave")}</Button>
      </div>
      <Section title={t("guided.intro.plan")}>
        <ol className={css["plan"]}>
          {session.steps.map((step) => (
            <li key={step.plan.id}>{stepTitle(step, session, t)}</li>
          ))}
        </ol>
      </Section>
      <MeaningLinks code={session.verdict.code} status={session.verdict.httpStatus} />
    </Screen>
  );
}
