import { useEffect, useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components/TextField";
import { NOTE_LIMIT } from "../../../shared/model/report-desk.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./report.module.css";

/** The preview follows the note after this pause in typing, ms. */
const PAUSE_MS = 500;

/** A word for the reader; it goes into the report, and the preview follows. */
export function NoteField() {
  const t = useText();
  const actions = useActions();
  const inReport = useAppState((state) => state.report.choice.note);
  const [note, setNote] = useState(inReport);
  useEffect(() => {
    if (note === inReport) return;
    const timer = setTimeout(() => void actions.chooseReport({ note }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [note, inReport, actions]);
  return (
    <TextField className={css["note"] ?? ""} value={note} onChange={setNote} maxLength={NOTE_LIMIT}>
      <Label className={css["quiet"]}>{t("reports.note")}</Label>
      <TextArea className={css["area"] ?? ""} rows={2} dir="auto" />
    </TextField>
  );
}
