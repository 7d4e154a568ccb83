import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionUndone } from "../../../shared/model/repair-action.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./repair.module.css";

/** Keep or undo, where there is something to undo. */
export function Decision({ step }: { readonly step: StepRecord }) {
  const { end, undone } = step;
  if (undone !== null) return <Undone undone={undone} />;
  return end?.kind === "done" && end.undoId !== null ? <KeepOrUndo step={step} /> : null;
}

function Undone({ undone }: { readonly undone: ActionUndone }) {
  const t = useText();
  switch (undone.kind) {
    case "undone":
      return null;
    case "theirs":
      return <p>{t("guided.theirs")}</p>;
    case "refused": {
      const why = say(t, `action.refused.${undone.code}`, t("action.refused.failed"));
      return <p>{t("guided.undo-failed", { why })}</p>;
    }
  }
}

function KeepOrUndo({ step }: { readonly step: StepRecord }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.guided.busy);
  const outcome = step.comparison?.outcome;
  const better = outcome === "fixed" || outcome === "improved";
  const kept = step.decision === "kept";
  return (
    <div className={css["actions"]}>
      {kept ? (
        <p className={css["kept"]}>{t("guided.kept")}</p>
      ) : (
        <Button look={better ? "main" : "plain"} isDisabled={busy} onPress={() => void actions.decideStep(true)}>
          {t("guided.keep")}
        </Button>
      )}
      <Button look={better || kept ? "plain" : "main"} isDisabled={busy} onPress={() => void actions.decideStep(false)}>
        {t("guided.undo")}
      </Button>
    </div>
  );
}
