import type { StepRecord } from "../../../shared/model/guided.ts";
import { SEEN_ANSWERS } from "../../../shared/model/guided.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Facts } from "./Facts.tsx";
import css from "./repair.module.css";

/** The person has something to do, or something to say that only they can see. */
export function YourTurn({ step }: { readonly step: StepRecord }) {
  const t = useText();
  const interrupted = step.end?.kind === "refused";
  return (
    <>
      <LiveLine>{t("guided.your-turn")}</LiveLine>
      <Facts end={step.end} />
      {interrupted ? <p className={css["blocked"]}>{t("guided.interrupted")}</p> : null}
      {step.plan.kind === "ask" || step.plan.look === "person" ? <Question step={step} /> : <LookAgain />}
    </>
  );
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
