import { Button } from "../../components/Button.tsx";
import { undecidedIn } from "../../state/slices/changes.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./changes.module.css";

/** Changes that were neither kept nor taken back, because the program was closed before: asked about, never forced. */
export function ChangesNotice() {
  const t = useText();
  const actions = useActions();
  const count = useAppState((state) => undecidedIn(state.changes));
  if (count === 0) return null;
  return (
    <div className={css["notice"]}>
      <p>{t("changes.notice", { count })}</p>
      <div>
        <Button onPress={() => void actions.showChanges()}>{t("changes.decide")}</Button>
      </div>
    </div>
  );
}
