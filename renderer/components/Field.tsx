import type { ReactNode, Ref } from "react";
import { FieldError, Input, Label, TextField } from "react-aria-components/TextField";
import css from "./field.module.css";

interface Props {
  /** What is typed: an address of a page (the usual), a number, or something else. */
  readonly kind?: "address" | "number" | "text";
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An example; none when absent. */
  readonly placeholder?: string;
  /** What is wrong with the value; null when nothing is. */
  readonly error: string | null;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands at the end of the field's line. */
  readonly action?: ReactNode;
}

const INPUT_MODES = { address: "url", number: "numeric", text: "text" } as const;

/** One line of text with its label above and what is wrong with it below. */
export function Field({ kind = "address", label, value, onChange, placeholder, error, inputRef, action }: Props) {
  return (
    <TextField
      className={css["field"] ?? ""}
      type={kind === "address" ? "url" : "text"}
      name={kind}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className={css["label"]}>{label}</Label>
      <div className={css["line"]}>
        <Input
          ref={inputRef ?? null}
          className={css["input"] ?? ""}
          data-kind={kind}
          placeholder={placeholder ?? ""}
          dir="ltr"
          inputMode={INPUT_MODES[kind]}
        />
        {action}
      </div>
      {/* Its room is kept, so that an error moves nothing. */}
      <div className={css["error"]} aria-live="polite">
        <FieldError>{error}</FieldError>
      </div>
    </TextField>
  );
}
