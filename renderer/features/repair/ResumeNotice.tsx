import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./repair.module.css";
import { stepTitle } from "./words.ts";

/** A repair that was left half-way: offered again, never forced. */
export function ResumeNotice() {
  const t = useText();
  const actions = useActions();
  const session = useAppState((state) => state.guided.session);
  const step = session?.steps[session.at];
  if (session === null || step === undefined || session.place === "end") return null;
  return (
    <div className={css["notice"]}>
      <p>{t("guided.resume.text", { host: session.host, step: stepTitle(step, session, t) })}</p>
      <div className={css["actions"]}>
        <Button onPress={() => void actions.resumeGuided()}>{t("guided.resume.go")}</Button>
        <Button look="link" onPress={() => void actions.endGuided()}>
          {t("guided.resume.end")}
        </Button>
      </div>
    </div>
  );
}
