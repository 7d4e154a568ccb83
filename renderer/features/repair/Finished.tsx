import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./repair.module.css";
import { stepTitle, triedWord } from "./words.ts";

/** How the whole of it ended, and what was tried. */
export function Finished({ session }: { readonly session: GuidedSession }) {
  const t = useText();
  const actions = useActions();
  useEscape(actions.leaveGuided);
  const { heading, lead } = endWords(session, t);
  return (
    <Screen title={t("common.title.of", { screen: t("guided.screen", { host: session.host }) })} heading={heading}>
      <p className={css["lead"]}>{lead}</p>
      <div className={css["actions"]}>
        <Button look="main" onPress={() => void actions.endGuided()}>
          {t("guided.finished.done")}
        </Button>
        <Button onPress={() => void actions.moveGuided("back")}>{t("guided.back")}</Button>
      </div>
      <Tried session={session} />
    </Screen>
  );
}

function Tried({ session }: { readonly session: GuidedSession }) {
  const t = useText();
  const tried = session.steps.flatMap((step) => {
    const word = triedWord(step, t);
    return word === null ? [] : [{ id: step.plan.id, title: stepTitle(step, session, t), word }];
  });
  if (tried.length === 0) return null;
  return (
    <Section title={t("guided.finished.tried")}>
      <ol className={css["plan"]}>
        {tried.map(({ id, title, word }) => (
          <li key={id}>
            {title}: <span className={css["quiet"]}>{word}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function endWords(session: GuidedSession, t: Translator): { readonly heading: string; readonly lead: string } {
  const won = session.steps.find(by("fixed"));
  if (won !== undefined) {
    const title = stepTitle(won, session, t);
    return { heading: t("guided.finished.works"), lead: t("guided.finished.works-by", { title }) };
  }
  if (session.steps.some(by("recovered-by-itself"))) {
    return { heading: t("guided.finished.works"), lead: t("guided.finished.works-itself") };
  }
  return { heading: t("guided.finished.over"), lead: t("guided.finished.over-why") };
}

function by(outcome: "fixed" | "recovered-by-itself"): (step: StepRecord) => boolean {
  return ({ comparison, decision }) => comparison?.outcome === outcome && decision !== "undone";
}
