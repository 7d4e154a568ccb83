import { Switch } from "react-aria-components/Switch";
import css from "./toggle.module.css";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A switch with a word on what it costs. */
export function Toggle({ label, hint, isOn, onChange }: Props) {
  return (
    <Switch className={css["toggle"] ?? ""} isSelected={isOn} onChange={onChange}>
      <span className={css["track"]} aria-hidden="true">
        <span className={css["knob"]} />
      </span>
      <span>
        <span className={css["label"]}>{label}</span> <span className={css["hint"]}>{hint}</span>
      </span>
    </Switch>
  );
}
