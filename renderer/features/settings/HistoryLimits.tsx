import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { HISTORY_BOUNDS, type Settings } from "../../../shared/model/settings.ts";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./settings.module.css";

/** How much of the history is kept; saved when both numbers fit. */
export function HistoryLimits({ limits }: { readonly limits: Settings["history"] }) {
  const t = useText();
  const { changeSettings } = useActions();
  const [entries, setEntries] = useState(String(limits.entries));
  const [days, setDays] = useState(String(limits.days));
  const wrong = (text: string, { min, max }: { readonly min: number; readonly max: number }): string | null =>
    /^\d{1,5}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max
      ? null
      : t("settings.history.wrong", { min, max });
  const wrongEntries = wrong(entries, HISTORY_BOUNDS.entries);
  const wrongDays = wrong(days, HISTORY_BOUNDS.days);
  const same = Number(entries) === limits.entries && Number(days) === limits.days;
  return (
    <form
      className={css["section"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wrongEntries !== null || wrongDays !== null) return;
        void changeSettings({ history: { entries: Number(entries), days: Number(days) } });
      }}
    >
      <h2>{t("settings.history.title")}</h2>
      <p className={css["quiet"]}>{t("settings.history.why")}</p>
      <div className={css["limits"]}>
        <Field
          kind="number"
          label={t("settings.history.entries")}
          value={entries}
          onChange={setEntries}
          placeholder={String(HISTORY_BOUNDS.entries.min)}
          error={wrongEntries}
        />
        <Field
          kind="number"
          label={t("settings.history.days")}
          value={days}
          onChange={setDays}
          placeholder={String(HISTORY_BOUNDS.days.min)}
          error={wrongDays}
        />
      </div>
      <div>
        <Button type="submit" isDisabled={same}>
          {t("settings.history.save")}
        </Button>
      </div>
    </form>
  );
}
