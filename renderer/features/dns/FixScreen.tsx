import { useEffect, useRef } from "react";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";
import { sayDnsError } from "./words.ts";

/** The one-click fix needs one thing to know: the page that fails. */
export function FixScreen() {
  const t = useText();
  const actions = useActions();
  const site = useAppState((state) => state.dns.site);
  const error = useAppState((state) => state.dns.error);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (error !== null) field.current?.focus();
  }, [error]);
  useEscape(actions.leaveDns);
  return (
    <Screen
      title={t("common.title.of", { screen: t("mydns.fix-screen.screen") })}
      heading={t("mydns.fix-screen.question")}
      focusHeading={false}
    >
      <p className={css["lead"]}>{t("mydns.fix-screen.lead")}</p>
      <form
        className={css["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void actions.fixDns({});
        }}
      >
        <Field
          label={t("home.field")}
          value={site}
          onChange={actions.editFix}
          placeholder={t("home.example")}
          error={error === null ? null : sayDnsError(error, t)}
          inputRef={field}
          action={
            <Button look="main" type="submit">
              {t("mydns.fix-screen.go")}
            </Button>
          }
        />
      </form>
      <p className={css["quiet"]}>{t("mydns.fix-screen.steps")}</p>
      <div className={css["actions"]}>
        <Button onPress={actions.leaveDns}>{t("common.back")}</Button>
        <Button look="link" onPress={() => void actions.showDns()}>
          {t("mydns.end.to-dns")}
        </Button>
      </div>
    </Screen>
  );
}
