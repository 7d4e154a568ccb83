import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Decision } from "./Decision.tsx";
import { Facts } from "./Facts.tsx";
import { Proof } from "./Proof.tsx";
import { RestartPicture } from "./RestartPicture.tsx";
import css from "./repair.module.css";
import { outcomeWords, triedWord } from "./words.ts";

interface Props {
  readonly session: GuidedSession;
  readonly step: StepRecord;
}

/** What the step did, said honestly, with the proof; and what to do with it. */
export function Outcome({ session, step }: Props) {
  const t = useText();
  if (step.phase === "answered") return <Learnt session={session} step={step} />;
  if (step.phase !== "judged") {
    return (
      <>
        <p>{triedWord(step, t)}</p>
        <After session={session} step={step} />
      </>
    );
  }
  const { title, why } = outcomeWords(step, t);
  return (
    <>
      <LiveLine>{`${title} ${why}`}</LiveLine>
      <h2 className={css["outcome"]} data-outcome={step.comparison?.outcome ?? "unknown"}>
        {title}
      </h2>
      <p>{why}</p>
      <Facts end={step.end} />
      {step.restart === null ? null : <RestartPicture restart={step.restart} spoken={false} />}
      <Decision step={step} />
      {step.comparison === null ? null : <Proof step={step} comparison={step.comparison} />}
      <After session={session} step={step} />
    </>
  );
}

function Learnt({ session, step }: Props) {
  const t = useText();
  const { id } = step.plan;
  const answer = step.answer ?? "unsure";
  const words = answer === "unsure" ? t("guided.learnt.unsure") : say(t, `guided.learnt.${id}.${answer}`, "");
  return (
    <>
      <LiveLine>{words}</LiveLine>
      <p className={css["lead"]}>{words}</p>
      <After session={session} step={step} />
    </>
  );
}

/** On to the next step, or once more. Whatever still waits for a decision comes first. */
function After({ session, step }: Props) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.guided.busy);
  const open = step.end?.kind === "done" && step.end.undoId !== null && step.decision === null && step.undone === null;
  const better = step.comparison?.outcome === "fixed" || step.comparison?.outcome === "recovered-by-itself";
  const works = better && step.decision !== "undone";
  const last = works || session.at + 1 >= session.steps.length;
  return (
    <div className={css["actions"]}>
      <Button look={open ? "plain" : "main"} isDisabled={busy} onPress={() => void actions.moveGuided("next")}>
        {t(last ? "guided.finish" : "guided.next")}
      </Button>
      {works ? null : (
        <Button isDisabled={busy} onPress={() => void actions.moveGuided("again")}>
          {t("guided.again-this")}
        </Button>
      )}
    </div>
  );
}
