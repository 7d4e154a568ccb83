import { Radio, RadioGroup, Label } from "react-aria-components/RadioGroup";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionChoice, ActionStep } from "../../../shared/model/repair-action.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./repair.module.css";

interface Props {
  readonly step: StepRecord;
  readonly choice: ActionChoice | null;
  readonly onPick: (choiceId: string) => void;
  /** The step is on its way or over: what was chosen stays. */
  readonly locked: boolean;
  /** It has happened. */
  readonly over: boolean;
}

/** What will be done, or is to be done: the choice of a way, and its exact commands or clicks. */
export function WhatHappens({ step, choice, onPick, locked, over }: Props) {
  const t = useText();
  const choices = step.offer?.choices ?? [];
  if (step.phase === "not-here" || (step.plan.kind === "elsewhere" && choice === null)) return null;
  return (
    <Section title={t(over ? "guided.what-over" : "guided.what")}>
      {choices.length > 1 ? <Choices choices={choices} choice={choice} onPick={onPick} locked={locked} /> : null}
      {choice === null ? <p>{t(`guided.how.${step.plan.id}`)}</p> : <Steps steps={choice.steps} id={step.plan.id} />}
    </Section>
  );
}

interface ChoicesProps extends Omit<Props, "step" | "over"> {
  readonly choices: readonly ActionChoice[];
}

function Choices({ choices, choice, onPick, locked }: ChoicesProps) {
  const t = useText();
  return (
    <RadioGroup
      className={css["choices"] ?? ""}
      value={choice?.id ?? null}
      onChange={onPick}
      isDisabled={locked}
      aria-label={t("guided.choose")}
    >
      <Label className={css["label"] ?? ""}>{t("guided.choose")}</Label>
      {choices.map(({ id, label, facts }) => (
        <Radio key={id} value={id} className={css["choice"] ?? ""}>
          <span className={css["pick"]} aria-hidden="true" />
          <span>
            <bdi>{label}</bdi>
            {facts.length === 0 ? null : (
              <span className={css["small"]}>{facts.map((fact) => t.message(fact)).join(" · ")}</span>
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Steps({ steps, id }: { readonly steps: readonly ActionStep[]; readonly id: string }) {
  const t = useText();
  if (steps.length === 0) return <p>{t(`guided.how.${id}`)}</p>;
  return (
    <ol className={css["steps"]}>
      {withTheirCommands(steps).map((group, index) => (
        // The steps of one choice never move.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {group.map((step) =>
            step.kind === "click" ? (
              t.message(step.what)
            ) : (
              // It may scroll, so the keyboard must be able to get into it.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <pre key={step.text} className={css["command"]} dir="ltr" tabIndex={0}>
                {step.text}
              </pre>
            ),
          )}
        </li>
      ))}
    </ol>
  );
}

/** A command after words is what the words mean, so it stands with them and is no step of its own. */
function withTheirCommands(steps: readonly ActionStep[]): readonly (readonly ActionStep[])[] {
  const groups: ActionStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.kind === "command" && last?.[0]?.kind === "click") last.push(step);
    else groups.push([step]);
  }
  return groups;
}
