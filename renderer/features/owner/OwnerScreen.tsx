import { useEffect, useRef } from "react";
import type { OwnerReport } from "../../../shared/model/owner.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./owner.module.css";
import { PropagationTable } from "./PropagationTable.tsx";
import { WaysTable } from "./WaysTable.tsx";

/** For the site's owner: the server or what stands in front of it, DNS over the world, and what to look at. */
export function OwnerScreen() {
  const t = useText();
  const actions = useActions();
  const report = useAppState((state) => state.owner.report);
  useEscape(actions.leaveOwner);
  const result = report?.bypass?.result;
  return (
    <Screen
      key={report === null ? "ask" : "answer"}
      title={t("common.title.of", { screen: t("own.screen") })}
      heading={result === undefined ? t("own.question") : t(`owner.result.${result}`)}
      focusHeading={report !== null}
    >
      <p className={css["lead"]}>{result === undefined ? t("own.lead") : t(`owner.explain.${result}`)}</p>
      <OwnerForm />
      {report === null ? null : <Answer report={report} />}
      <Section title={t("owner.ranking.title")}>
        <p>{t("owner.ranking.text")}</p>
      </Section>
    </Screen>
  );
}

function OwnerForm() {
  const t = useText();
  const actions = useActions();
  const { input, origin, busy, error, report } = useAppState((state) => state.owner);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (report === null) field.current?.focus();
  }, [report]);
  const badOrigin = error === "bad-origin";
  return (
    <form
      className={css["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void actions.askOwner();
      }}
    >
      <Field
        label={t("own.address")}
        value={input}
        onChange={(value) => actions.editOwner({ input: value })}
        placeholder={t("home.example")}
        error={error === null || badOrigin ? null : say(t, `error.${error}`, error)}
        inputRef={field}
      />
      <Field
        kind="text"
        label={t("own.origin")}
        value={origin}
        onChange={(value) => actions.editOwner({ origin: value })}
        placeholder={t("own.origin-example")}
        error={badOrigin ? t("own.bad-origin") : null}
      />
      <div className={css["actions"]}>
        <Button look="main" type="submit">
          {t("own.ask")}
        </Button>
        <Button onPress={actions.leaveOwner}>{t("common.back")}</Button>
      </div>
      <output className={css["note"]}>{noteOn(busy, report, t)}</output>
    </form>
  );
}

function noteOn(busy: boolean, report: OwnerReport | null, t: (key: string) => string): string {
  if (busy) return t("own.asking");
  return report === null ? "" : t("own.done");
}

function Answer({ report }: { readonly report: OwnerReport }) {
  const t = useText();
  return (
    <>
      {report.bypass === null ? null : (
        <Section title={t("own.ways")}>
          <WaysTable bypass={report.bypass} />
        </Section>
      )}
      {report.hints.length === 0 ? null : (
        <Section title={t("own.hints")}>
          <ul className={css["hints"]}>
            {report.hints.map((hint) => (
              <li key={hint}>{t(`owner.hint.${hint}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      {report.propagation === null ? null : (
        <Section title={t("own.dns")}>
          <PropagationTable propagation={report.propagation} />
        </Section>
      )}
    </>
  );
}
