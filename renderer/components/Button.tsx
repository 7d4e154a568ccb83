import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import css from "./button.module.css";

interface Props extends Omit<ButtonProps, "className" | "style" | "isPending"> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** `main`: the one thing to do here; `plain`: beside it; `chip`: a small offer; `row`: one of a list; `link`: in passing; `quiet`: in the bar at the top. */
  readonly look?: "main" | "plain" | "chip" | "row" | "link" | "quiet";
}

/**
 * A button. A screen has at most one of look `main`. There is no pending state: its announcement is an unnamed picture
 * once the button is gone. Actions that are asked for twice do nothing the second time.
 */
export function Button({ look = "plain", ...props }: Props) {
  return <AriaButton {...props} className={`${css["button"]} ${css[look]}`} />;
}
