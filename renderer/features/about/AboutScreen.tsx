import { useEffect, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Pairs } from "../../components/Pairs.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { RULES_VERSION } from "../../../shared/model/checkup.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "../settings/settings.module.css";
import { PARTS } from "./parts.ts";

/** What this program is, in which version, and what others have made of it. */
export function AboutScreen() {
  const t = useText();
  const actions = useActions();
  const info = useAppState((state) => state.info);
  useEscape(actions.leaveSettings);
  return (
    <Screen title={t("common.title.of", { screen: t("about.screen") })} heading={t("common.app.name")}>
      <p className={css["lead"]}>{t("about.lead")}</p>
      <div>
        <Button onPress={actions.leaveSettings}>{t("common.back")}</Button>
      </div>
      <Pairs
        rows={[
          [t("about.version"), info?.version ?? ""],
          [t("about.runtime"), info?.runtime ?? ""],
          [t("about.rules"), String(RULES_VERSION)],
          [t("about.licence"), t("about.mit")],
          [t("about.data"), t("about.nothing-sent")],
        ]}
      />
      <section className={css["section"]}>
        <h2>{t("about.parts")}</h2>
        <p className={css["quiet"]}>{t("about.parts-why")}</p>
        <Pairs rows={PARTS.map(({ name, version, licence }) => [name, `${version} · ${licence}`] as const)} />
        <div className={css["unfolded"]}>
          <Unfold level={3} title={t("about.texts")}>
            <LicenceTexts />
          </Unfold>
        </div>
      </section>
    </Screen>
  );
}

/** The licences as their owners wrote them; loaded only when somebody wants to read them. */
function LicenceTexts() {
  const t = useText();
  const [texts, setTexts] = useState<string | null>(null);
  useEffect(() => {
    let open = true;
    const read = async (): Promise<void> => {
      const { LICENCE_TEXTS } = await import("./licence-texts.ts");
      if (open) setTexts(LICENCE_TEXTS);
    };
    void read();
    return () => {
      open = false;
    };
  }, []);
  return (
    // It scrolls, so the keyboard must be able to get into it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css["texts"]} lang="en" dir="ltr" tabIndex={0} aria-label={t("about.texts")}>
      {texts ?? ""}
    </section>
  );
}
