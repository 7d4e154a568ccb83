import { Button } from "../../components/Button.tsx";
import { Choices } from "../../components/Choices.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { LANGUAGE_CHOICES, THEMES, type SettingsView } from "../../../shared/model/settings.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Endpoints } from "./Endpoints.tsx";
import { HistoryLimits } from "./HistoryLimits.tsx";
import { Updates } from "./Updates.tsx";
import css from "./settings.module.css";

/** What a person can set; everything counts at once and is kept. */
export function SettingsScreen() {
  const t = useText();
  const actions = useActions();
  const view = useAppState((state) => state.settings.view);
  const failed = useAppState((state) => state.settings.failed);
  useEscape(actions.leaveSettings);
  const error = failed === null || failed.key !== null ? "" : say(t, `error.${failed.code}`, failed.code);
  return (
    <Screen title={t("common.title.of", { screen: t("settings.screen") })} heading={t("settings.question")}>
      <p className={css["lead"]}>{t("settings.lead")}</p>
      <p className={css["error"]} role="alert">
        {error}
      </p>
      <div className={css["actions"]}>
        <Button onPress={actions.leaveSettings}>{t("common.back")}</Button>
        <Button look="link" onPress={actions.showShortcuts}>
          {t("settings.shortcuts")}
        </Button>
        <Button look="link" onPress={actions.showAbout}>
          {t("settings.about")}
        </Button>
      </div>
      {view === null ? <LiveLine>{t("settings.loading")}</LiveLine> : <Parts view={view} />}
    </Screen>
  );
}

function Parts({ view }: { readonly view: SettingsView }) {
  const t = useText();
  const { changeSettings, setBackground } = useActions();
  const background = useAppState((state) => state.watch.background);
  const { language, theme, privateMode } = view.settings;
  return (
    <div className={css["parts"]}>
      {view.damaged ? <p className={css["notice"]}>{t("settings.damaged")}</p> : null}
      <Choices
        label={t("settings.language.label")}
        value={language}
        choices={LANGUAGE_CHOICES.map((value) =>
          // A language is written in itself, so that whoever speaks it finds it.
          value === "system"
            ? { value, label: t("settings.language.system") }
            : { value, label: nameOfLanguage(value), lang: value },
        )}
        onChange={(value) => void changeSettings({ language: value })}
      />
      <Choices
        label={t("settings.theme.label")}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        onChange={(value) => void changeSettings({ theme: value })}
      />
      <Toggle
        label={t("settings.private.label")}
        hint={t("settings.private.hint")}
        isOn={privateMode}
        onChange={(on) => void changeSettings({ privateMode: on })}
      />
      <Toggle
        label={t("settings.watch.label")}
        hint={t("settings.watch.hint")}
        isOn={background === "yes"}
        onChange={(on) => void setBackground(on)}
      />
      <Updates on={view.settings.updates} />
      <HistoryLimits limits={view.settings.history} />
      <Endpoints view={view} />
    </div>
  );
}

function nameOfLanguage(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return (name[0] ?? "").toLocaleUpperCase(code) + name.slice(1);
}
