import { Screen } from "../../components/Screen.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Button } from "../../components/Button.tsx";
import { Finished } from "./Finished.tsx";
import { Intro } from "./Intro.tsx";
import { StepScreen } from "./StepScreen.tsx";

/** The guided repair: what to expect, one step after the other, and how it ended. */
export function RepairScreen() {
  const session = useAppState((state) => state.guided.session);
  if (session === null) return <Nothing />;
  const step = session.steps[session.at];
  if (session.place === "intro") return <Intro session={session} />;
  if (session.place === "end" || step === undefined) return <Finished session={session} />;
  return <StepScreen key={step.plan.id} session={session} step={step} />;
}

/** The session was ended elsewhere. */
function Nothing() {
  const t = useText();
  const actions = useActions();
  return (
    <Screen title={t("common.app.name")} heading={t("guided.gone")}>
      <div>
        <Button onPress={actions.leaveGuided}>{t("guided.finished.result")}</Button>
      </div>
    </Screen>
  );
}
