import { useId } from "react";
import css from "./select-box.module.css";

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChange: (id: Id) => void;
}

/** One of a few, as the system's own list: works with every keyboard and every screen reader. */
export function SelectBox<Id extends string>({ label, value, options, onChange }: Props<Id>) {
  const id = useId();
  return (
    <div className={css["box"]}>
      <label className={css["label"]} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={css["select"]}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
