import { useState } from "react";
import { ADDRESSEES, MESSAGE_LANGUAGES, type ContactDraft } from "../../../shared/model/contact.ts";
import { Button } from "../../components/Button.tsx";
import { SelectBox } from "../../components/SelectBox.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { copyText } from "../../state/copy-text.ts";
import { Section } from "../verdict/Section.tsx";
import css from "./contact.module.css";

/** The message to whoever can mend it: chosen, previewed, copied or mailed. */
export function ContactScreen() {
  const t = useText();
  const actions = useActions();
  const draft = useAppState((state) => state.contact.draft);
  const error = useAppState((state) => state.contact.error);
  useEscape(actions.leaveContact);
  return (
    <Screen title={t("common.title.of", { screen: t("write.screen") })} heading={t("write.question")}>
      <p className={css["lead"]}>{t("write.lead")}</p>
      <Order />
      <p className={css["error"]} role="alert">
        {error === null ? "" : say(t, `error.${error}`, error)}
      </p>
      {draft === null ? <output>{error === null ? t("write.waiting") : ""}</output> : <Preview draft={draft} />}
    </Screen>
  );
}

function Order() {
  const t = useText();
  const actions = useActions();
  const { to, language, withQuery } = useAppState((state) => state.contact.order);
  return (
    <div className={css["order"]}>
      <SelectBox
        label={t("write.to")}
        value={to}
        options={ADDRESSEES.map((id) => ({ id, name: t(`write.who.${id}`) }))}
        onChange={(id) => void actions.changeContact({ to: id })}
      />
      <SelectBox
        label={t("write.language")}
        value={language}
        options={MESSAGE_LANGUAGES.map((id) => ({ id, name: t(`write.languages.${id}`) }))}
        onChange={(id) => void actions.changeContact({ language: id })}
      />
      <Toggle
        label={t("write.query")}
        hint={t("write.query-why")}
        isOn={withQuery}
        onChange={(on) => void actions.changeContact({ withQuery: on })}
      />
    </div>
  );
}

function Preview({ draft }: { readonly draft: ContactDraft }) {
  const t = useText();
  const actions = useActions();
  const mailed = useAppState((state) => state.contact.mailed);
  const [copied, setCopied] = useState<{ readonly of: string; readonly done: boolean } | null>(null);
  const copy = (): void => void copyText(draft.body).then((done) => setCopied({ of: draft.body, done }));
  const note = copied?.of === draft.body ? t(copied.done ? "write.copied" : "write.not-copied") : "";
  return (
    <Section title={t("write.text")}>
      <p className={css["subject"]}>{t("write.subject", { subject: draft.subject })}</p>
      {/* It scrolls, so the keyboard must be able to get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={css["text"]} tabIndex={0} dir="auto">
        {draft.body}
      </pre>
      <div className={css["actions"]}>
        <Button look="main" onPress={copy}>
          {t("write.copy")}
        </Button>
        <Button onPress={() => void actions.mailContact(copyText)}>{t("write.mail")}</Button>
        <Button onPress={actions.leaveContact}>{t("common.back")}</Button>
      </div>
      <output className={css["note"]}>{mailed === null ? note : t(`write.mailed.${mailed}`)}</output>
    </Section>
  );
}
