import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./repair.module.css";

/** What a step asks of the person and of the computer, in one line each. */
export function Costs({ step, choice }: { readonly step: StepRecord; readonly choice: ActionChoice | null }) {
  const t = useText();
  return (
    <ul className={css["costs"]}>
      {costsOf(step, choice, t).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** The offer knows this computer; without one the plan's own words stand. */
function costsOf({ plan }: StepRecord, choice: ActionChoice | null, t: Translator): readonly string[] {
  const seconds = choice === null ? plan.effort : choice.seconds;
  const changes = plan.kind === "do" || plan.kind === "dns";
  return [
    t((choice?.needsAdmin ?? plan.needsAdmin) ? "guided.admin" : "guided.no-admin"),
    ...(changes ? [undoWords(choice?.undoable ?? plan.undoable, plan.risk, t)] : []),
    seconds === null ? t("guided.till-you") : t("guided.seconds", { time: sayWait(t, seconds) }),
  ];
}

function undoWords(undoable: boolean, risk: StepRecord["plan"]["risk"], t: Translator): string {
  if (undoable) return t("guided.undoable");
  return t(risk === "none" ? "guided.no-undo" : "guided.not-undoable");
}
