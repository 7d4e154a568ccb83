import { Label, Radio, RadioGroup } from "react-aria-components/RadioGroup";
import css from "./choice.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly word: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className={css["group"] ?? ""}
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={css["label"]}>{label}</Label>
      <div className={css["options"]}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={css["option"] ?? ""}>
            <span className={css["mark"]} aria-hidden="true" />
            <span lang={option.lang}>{option.word}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
