import type { Translator } from "../../../shared/text/translator.ts";
import { REPORT_FORMATS } from "../../../shared/model/report.ts";
import { REDACTION_LEVELS } from "../../../shared/lib/redaction/field-kinds.ts";
import { Button } from "../../components/Button.tsx";
import { Choices } from "../../components/Choices.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useEscape } from "../../components/use-escape.ts";
import type { ReportSlice } from "../../state/slices/report.ts";
import { isCopyable } from "../../state/actions/report-actions.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { NoteField } from "./NoteField.tsx";
import { Preview } from "./Preview.tsx";
import css from "./report.module.css";
import { TakenOut } from "./TakenOut.tsx";

/** What to send: choose, see exactly what will be saved, save it. */
export function ReportScreen() {
  const t = useText();
  const actions = useActions();
  const host = useAppState((state) => state.report.host);
  const preview = useAppState((state) => state.report.preview);
  useEscape(actions.leaveReport);
  return (
    <Screen title={t("common.title.of", { screen: t("reports.screen", { host }) })} heading={t("reports.question")}>
      <p className={css["lead"]}>{t("reports.lead")}</p>
      <Chosen />
      <Actions />
      <Status />
      {preview === null ? null : <TakenOut preview={preview} />}
      {preview === null ? null : <Preview preview={preview} />}
    </Screen>
  );
}

function Chosen() {
  const t = useText();
  const actions = useActions();
  const choice = useAppState((state) => state.report.choice);
  const canAdd = useAppState((state) => state.report.preview?.canAddEnvironment ?? false);
  return (
    <div className={css["form"]}>
      <Choices
        label={t("reports.level.label")}
        choices={REDACTION_LEVELS.map((value) => ({ value, label: t(`reports.level.${value}`) }))}
        value={choice.level}
        onChange={(level) => void actions.chooseReport({ level, keep: [], hide: [] })}
      />
      <p className={css["quiet"]}>{t(`reports.level.about-${choice.level}`)}</p>
      <Choices
        label={t("reports.format.label")}
        choices={REPORT_FORMATS.map((value) => ({ value, label: t(`reports.format.${value}`) }))}
        value={choice.format}
        onChange={(format) => void actions.chooseReport({ format })}
      />
      {canAdd ? (
        <Toggle
          label={t("reports.computer")}
          hint={t("reports.computer-why")}
          isOn={choice.environment}
          onChange={(environment) => void actions.chooseReport({ environment })}
        />
      ) : null}
      <NoteField />
    </div>
  );
}

function Actions() {
  const t = useText();
  const actions = useActions();
  const { preview, busy } = useAppState((state) => state.report);
  return (
    <div className={css["actions"]}>
      <Button look="main" isDisabled={preview === null || busy} onPress={() => void actions.saveReport()}>
        {t("reports.save")}
      </Button>
      {preview !== null && isCopyable(preview) ? (
        <Button isDisabled={busy} onPress={() => void actions.copyReport()}>
          {t("reports.copy")}
        </Button>
      ) : null}
      {busy ? <Button onPress={() => void actions.cancelReport()}>{t("reports.cancel")}</Button> : null}
      <Button onPress={actions.leaveReport}>{t("common.back")}</Button>
    </div>
  );
}

/** What is going on, or how it went. Its room is kept. */
function Status() {
  const t = useText();
  const report = useAppState((state) => state.report);
  const failed = report.error !== null || report.saved?.kind === "failed" || report.copied === "failed";
  return (
    <output className={css["status"]} data-failed={failed}>
      {sayStatus(report, t)}
    </output>
  );
}

function sayStatus({ busy, phase, stopped, error, saved, copied, preview }: ReportSlice, t: Translator): string {
  if (error !== null) return say(t, `reports.error.${error}`, say(t, `error.${error}`, error));
  if (busy) return t(phase === null ? "reports.phase.begin" : `reports.phase.${phase}`);
  if (stopped) return t("reports.stopped");
  if (copied !== "no") return t(`reports.copied.${copied}`);
  if (saved?.kind === "saved") {
    const key = saved.sha256 === preview?.sha256 ? "reports.saved.same" : "reports.saved.other";
    return t(key, { name: saved.name, mark: saved.sha256.slice(0, 12) });
  }
  if (saved?.kind === "failed")
    return t("reports.saved.failed", { why: say(t, `reports.disk.${saved.code}`, saved.code) });
  return "";
}
