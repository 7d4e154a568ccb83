import { useEffect, useRef } from "react";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Screen } from "../../components/Screen.tsx";
import { TextBox } from "../../components/TextBox.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { shownPage, type SavedError } from "../../state/slices/saved.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { SavedAnswer } from "./SavedAnswer.tsx";
import css from "./saved.module.css";

/** An error page that somebody kept: what it says, and who made it. */
export function SavedScreen() {
  const page = useAppState((state) => shownPage(state.saved));
  return page === null ? <Ask /> : <SavedAnswer page={page} />;
}

function Ask() {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.saved.busy);
  useEscape(actions.showHome);
  return (
    <Screen
      title={t("common.title.of", { screen: t("saved.screen") })}
      heading={t("saved.question")}
      focusHeading={false}
    >
      <p className={css["lead"]}>{t("saved.lead")}</p>
      <form
        className={css["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void actions.judgeSaved();
        }}
      >
        <Inputs />
        <div className={css["actions"]}>
          <Button look="main" type="submit">
            {t("saved.go")}
          </Button>
          <Button isDisabled={busy} onPress={() => void actions.openSaved()}>
            {t("saved.open")}
          </Button>
          <Button onPress={actions.showHome}>{t("common.back")}</Button>
        </div>
      </form>
    </Screen>
  );
}

function Inputs() {
  const t = useText();
  const actions = useActions();
  const text = useAppState((state) => state.saved.text);
  const status = useAppState((state) => state.saved.status);
  const error = useAppState((state) => state.saved.error);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const aboutStatus = error === "bad-status";
  return (
    <>
      <TextBox
        label={t("saved.text")}
        hint={t("saved.text-hint")}
        value={text}
        onChange={(changed) => actions.editSaved({ text: changed })}
        error={error === null || aboutStatus ? null : sayError(error, t)}
        onDropFile={(file) => void actions.dropSaved(file)}
        inputRef={field}
      />
      <Field
        kind="number"
        label={t("saved.status")}
        value={status}
        onChange={(changed) => actions.editSaved({ status: changed })}
        placeholder={t("saved.status-example")}
        error={aboutStatus ? sayError(error, t) : null}
      />
    </>
  );
}

function sayError(error: SavedError, t: Translator): string {
  const own = `saved.error.${error}`;
  return t.has(own) ? t(own) : say(t, `error.${error}`, error);
}
