import { Label, Radio, RadioGroup } from "react-aria-components/RadioGroup";
import css from "./choices.module.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Language of the label, where it is not that of the window. */
  readonly lang?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choices<Value extends string>({ label, choices, value, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className={css["group"] ?? ""}
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const known = choices.find((choice) => choice.value === chosen);
        if (known !== undefined) onChange(known.value);
      }}
    >
      <Label className={css["label"]}>{label}</Label>
      <div className={css["line"]}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={css["choice"] ?? ""}>
            <span lang={choice.lang}>{choice.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
