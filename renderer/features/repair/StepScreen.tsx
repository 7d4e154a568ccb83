import { useState } from "react";
import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { isWorking } from "../../state/slices/guided.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { Costs } from "./Costs.tsx";
import css from "./repair.module.css";
import { StepNow } from "./StepNow.tsx";
import { WhatHappens } from "./WhatHappens.tsx";
import { stepTitle } from "./words.ts";

interface Props {
  readonly session: GuidedSession;
  readonly step: StepRecord;
}

/** One step, one screen: what it does, why, what it costs, how it went. */
export function StepScreen({ session, step }: Props) {
  const t = useText();
  const actions = useActions();
  const error = useAppState((state) => state.guided.error);
  const choices = step.offer?.choices ?? [];
  const [picked, setPicked] = useState(step.choiceId);
  const choice = choices.find(({ id }) => id === picked) ?? choices[0] ?? null;
  const working = isWorking(step);
  useEscape(() => {
    if (working) void actions.stopStep();
    else actions.leaveGuided();
  });
  const title = stepTitle(step, session, t);
  // Once it is over, what came of it stands first.
  const over = isOver(step);
  const why = (
    <>
      <p className={css["lead"]}>{say(t, `repair.${step.plan.id}.why`, "", session.verdict.values)}</p>
      <Costs step={step} choice={choice} />
    </>
  );
  const what = (
    <WhatHappens step={step} choice={choice} onPick={setPicked} locked={step.phase !== "offered"} over={over} />
  );
  return (
    <Screen
      title={t("common.title.of", { screen: `${title}, ${t("guided.screen", { host: session.host })}` })}
      heading={title}
    >
      <Progress session={session} />
      {over ? null : why}
      {over ? null : what}
      <StepNow session={session} step={step} choice={choice} />
      {over ? what : null}
      {over ? why : null}
      <output className={css["error"]}>{error === null ? "" : say(t, `error.${error}`, error)}</output>
      {working ? null : <Ways session={session} step={step} />}
      <MeaningLinks code={session.verdict.code} status={session.verdict.httpStatus} />
    </Screen>
  );
}

function isOver({ phase }: StepRecord): boolean {
  return phase === "judged" || phase === "answered" || phase === "skipped" || phase === "left";
}

function Progress({ session }: { readonly session: GuidedSession }) {
  const t = useText();
  const [step, total] = [session.at + 1, session.steps.length];
  return (
    <div className={css["progress"]}>
      <span>{t("guided.progress", { step, total })}</span>
      <span className={css["track"]} aria-hidden="true">
        {session.steps.map(({ plan }, index) => (
          <span
            key={plan.id}
            className={css["dot"]}
            data-state={index === session.at ? "now" : index < session.at ? "past" : "next"}
          />
        ))}
      </span>
      {session.source.kind === "practice" ? <span className={css["practice"]}>{t("guided.practice")}</span> : null}
    </div>
  );
}

/** Past this step, back, or away from all of it for now. */
function Ways({ session, step }: Props) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.guided.busy);
  const over = isOver(step) || step.phase === "not-here";
  return (
    <div className={css["ways"]}>
      {session.at > 0 || !session.mine ? (
        <Button isDisabled={busy} onPress={() => void actions.moveGuided("back")}>
          {t("guided.back")}
        </Button>
      ) : null}
      {over ? null : (
        <Button isDisabled={busy} onPress={() => void actions.moveGuided("skip")}>
          {t("guided.skip")}
        </Button>
      )}
      <Button look="link" onPress={actions.leaveGuided}>
        {t("guided.leave")}
      </Button>
      <p className={css["small"]}>{t("guided.leave-why")}</p>
    </div>
  );
}
