import type { StepRecord } from "../../../shared/model/guided.ts";
import { SEEN_ANSWERS } from "../../../shared/model/guided.ts";
import { isOver } from "../../../shared/lib/restart-facts.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Facts } from "./Facts.tsx";
import { RestartPicture } from "./RestartPicture.tsx";
import css from "./repair.module.css";

/** The person has something to do, or something to say that only they can see. */
export function YourTurn({ step }: { readonly step: StepRecord }) {
  const t = useText();
  const { restart } = step;
  return (
    <>
      <LiveLine>{t("guided.your-turn")}</LiveLine>
      <Facts end={step.end} />
      <Trouble end={step.end} />
      {restart === null ? null : isOver(restart) ? (
        <RestartPicture restart={restart} spoken />
      ) : (
        <p className={css["blocked"]}>{t("action.restart-network.end.cancelled")}</p>
      )}
      {step.plan.kind === "ask" || step.plan.look === "person" ? <Question step={step} /> : <LookAgain />}
    </>
  );
}

/** Why it is not known whether it was done: the program ended in the middle of it, or it went wrong. */
function Trouble({ end }: { readonly end: StepRecord["end"] }) {
  const t = useText();
  if (end?.kind !== "refused") return null;
  const why = say(t, `action.refused.${end.code}`, t("action.refused.failed"));
  const words = end.detail === "interrupted" ? t("guided.interrupted") : t("guided.went-wrong", { why });
  return <p className={css["blocked"]}>{words}</p>;
}

function LookAgain() {
  const t = useText();
  const actions = useActions();
  return (
    <div>
      <Button look="main" onPress={() => void actions.stepDone(null)}>
        {t("guided.done-look")}
      </Button>
    </div>
  );
}

function Question({ step }: { readonly step: StepRecord }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.guided.busy);
  const { id, kind } = step.plan;
  return (
    <fieldset className={css["question"]}>
      <legend className={css["text"]}>{t(`guided.ask.${kind === "ask" ? id : "person"}`)}</legend>
      <div className={css["actions"]}>
        {SEEN_ANSWERS.map((answer) => (
          <Button key={answer} isDisabled={busy} onPress={() => void actions.stepDone(answer)}>
            {t(`guided.ask.${answer}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
