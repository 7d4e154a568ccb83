import { Button } from "../../components/Button.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { Screen } from "../../components/Screen.tsx";
import { selectStartError, selectStarting } from "../../state/selectors.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./practice.module.css";

/** The built-in network: choose what is broken, see how it is found. */
export function PracticeScreen() {
  const t = useText();
  const actions = useActions();
  const startError = useAppState(selectStartError);
  const scenariosError = useAppState((state) => state.scenariosError);
  useEscape(actions.showHome);
  const error = startError ?? scenariosError;
  return (
    <Screen title={t("common.title.of", { screen: t("practising.screen") })} heading={t("practising.question")}>
      <p className={css["lead"]}>{t("practising.lead")}</p>
      <p className={css["error"]} role="alert">
        {error === null ? "" : say(t, `error.${error}`, error)}
      </p>
      <div>
        <Button onPress={actions.showHome}>{t("common.back")}</Button>
      </div>
      <Scenarios />
    </Screen>
  );
}

function Scenarios() {
  const t = useText();
  const actions = useActions();
  const scenarios = useAppState((state) => state.scenarios);
  const failed = useAppState((state) => state.scenariosError !== null);
  const starting = useAppState(selectStarting);
  if (scenarios === null) return <p className={css["lead"]}>{failed ? "" : t("practising.loading")}</p>;
  if (scenarios.length === 0) return <p className={css["lead"]}>{t("practising.none")}</p>;
  return (
    <ul className={css["list"]}>
      {scenarios.map(({ id, title, description, address }) => (
        <li key={id}>
          <Button look="row" isDisabled={starting} onPress={() => void actions.practise(id, title)}>
            <span className={css["title"]}>{say(t, `practice.${id}.title`, title)}</span>
            <span className={css["description"]}>{say(t, `practice.${id}.description`, description)}</span>
            <span className={css["address"]} dir="ltr">
              {address}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
