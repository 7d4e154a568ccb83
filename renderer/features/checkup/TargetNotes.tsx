import type { Target } from "../../../shared/model/target.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { RunRequest } from "../../state/slices/run.ts";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./notes.module.css";

interface Props {
  readonly target: Target;
  readonly request: RunRequest;
}

/** What was done to the address that was typed, and how it is asked: said quietly, never silently done. */
export function TargetNotes({ target, request }: Props) {
  const t = useText();
  const notes = notesOn(target, request, t);
  if (notes.length === 0) return null;
  return (
    <ul className={css["notes"]} aria-label={t("checkup.notes.label")}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function notesOn(target: Target, request: RunRequest, t: Translator): readonly string[] {
  const notes: string[] = [];
  if (request.kind === "practice") {
    const title = say(t, `practice.${request.scenarioId}.title`, request.title);
    notes.push(t("checkup.notes.practice", { title }));
  }
  if (target.credentialsRemoved) notes.push(t("checkup.notes.credentials"));
  if (target.displayHost !== target.host) notes.push(t("checkup.notes.idn", { host: target.host }));
  if (target.schemeGuessed) notes.push(t("checkup.notes.scheme"));
  if (request.kind === "address" && request.privateMode) notes.push(t("checkup.notes.private"));
  return notes;
}
