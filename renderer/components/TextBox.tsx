import type { DragEvent, Ref } from "react";
import { FieldError, Label, Text, TextArea, TextField } from "react-aria-components/TextField";
import css from "./field.module.css";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; null when nothing is. */
  readonly error: string | null;
  /** A file was dropped on it; dropped text goes in like typed text. */
  readonly onDropFile: (file: File) => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** Several lines of text, such as a page's source, with the label above and what is wrong below. */
export function TextBox({ label, hint, value, onChange, error, onDropFile, inputRef }: Props) {
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    onDropFile(file);
  };
  return (
    <TextField
      className={css["field"] ?? ""}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className={css["label"]}>{label}</Label>
      <TextArea ref={inputRef} className={`${css["input"]} ${css["lines"]}`} dir="auto" onDrop={drop} />
      <Text slot="description" className={css["label"]}>
        {hint}
      </Text>
      {/* Its room is kept, so that an error moves nothing. */}
      <div className={css["error"]} aria-live="polite">
        <FieldError>{error}</FieldError>
      </div>
    </TextField>
  );
}
