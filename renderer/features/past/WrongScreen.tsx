import { useEffect, useRef } from "react";
import { NOTE_LIMIT } from "../../../shared/model/report-desk.ts";
import { Label, TextArea, TextField } from "react-aria-components/TextField";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Differences } from "./Differences.tsx";
import css from "./past.module.css";
import { sayRejudged } from "./words.ts";

/** "This verdict is wrong": what the person knows better, kept with the check-up, and one more look by today's rules. */
export function WrongScreen() {
  const t = useText();
  const actions = useActions();
  const { rejudged } = useAppState((state) => state.wrong);
  useEscape(actions.leaveWrong);
  return (
    <Screen
      title={t("common.title.of", { screen: t("wrong.screen") })}
      heading={t(rejudged === null ? "wrong.question" : "wrong.kept")}
      focusHeading={rejudged !== null}
    >
      {rejudged === null ? <Ask /> : <Kept />}
    </Screen>
  );
}

function Ask() {
  const t = useText();
  const actions = useActions();
  const { note, busy, error } = useAppState((state) => state.wrong);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={css["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void actions.keepWrong();
      }}
    >
      <p className={css["lead"]}>{t("wrong.lead")}</p>
      <TextField
        className={css["form"] ?? ""}
        value={note}
        onChange={actions.editWrong}
        maxLength={NOTE_LIMIT}
        isInvalid={error !== null}
        validationBehavior="aria"
      >
        <Label className={css["quiet"]}>{t("wrong.note")}</Label>
        <TextArea ref={field} className={css["area"] ?? ""} rows={4} dir="auto" />
      </TextField>
      <p className={css["error"]} role="alert">
        {error === null ? "" : error === "empty" ? t("wrong.empty") : say(t, `error.${error}`, error)}
      </p>
      <div className={css["actions"]}>
        <Button look="main" type="submit" isDisabled={busy}>
          {t("wrong.keep")}
        </Button>
        <Button onPress={actions.leaveWrong}>{t("common.back")}</Button>
      </div>
    </form>
  );
}

function Kept() {
  const t = useText();
  const actions = useActions();
  const { rejudged, host, source, note } = useAppState((state) => state.wrong);
  if (rejudged === null || source === null) return null;
  return (
    <>
      <p>{sayRejudged(rejudged, t)}</p>
      {rejudged.changes.length === 0 ? null : <Differences of={rejudged.changes} />}
      <p className={css["quiet"]}>{t("wrong.where")}</p>
      <div className={css["actions"]}>
        <Button onPress={() => void actions.showReport(source, { host, note: note.trim() })}>
          {t("wrong.report")}
        </Button>
        <Button onPress={actions.leaveWrong}>{t("common.back")}</Button>
      </div>
    </>
  );
}
