import type { ReactNode, Ref } from "react";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An example of an address. */
  readonly placeholder: string;
  /** What is wrong with the address; null when nothing is. */
  readonly error: string | null;
  readonly inputRef: Ref<HTMLInputElement>;
  /** The word on the button. */
  readonly send: string;
  readonly onSend: () => void;
  readonly className: string;
  /** What belongs to the question and stands below the line. */
  readonly children?: ReactNode;
}

/** A line for an address with the button that sends it; Enter sends it, too. What is wrong is said by us, not by the browser. */
export function AddressForm({ send, onSend, className, children, ...field }: Props) {
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Field
        {...field}
        action={
          <Button look="main" type="submit">
            {send}
          </Button>
        }
      />
      {children}
    </form>
  );
}
