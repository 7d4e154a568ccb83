import type { Checkup } from "../../../shared/model/checkup.ts";
import type { RepairProposal } from "../../../shared/model/repair.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "./Section.tsx";
import css from "./todo.module.css";

/** What helps, in the order to try it, each with its reason. */
export function WhatToDo({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const { repairs, verdict } = checkup.judgement;
  if (repairs.length === 0) return null;
  return (
    <Section title={t("result.todo.title")}>
      <ol className={css["list"]}>
        {repairs.map((repair) => (
          <li key={repair.id} className={css["item"]}>
            <p className={css["title"]}>{say(t, `repair.${repair.id}.title`, repair.id, verdict.values)}</p>
            <p className={css["why"]}>{say(t, `repair.${repair.id}.why`, "", verdict.values)}</p>
            <Costs repair={repair} />
            <OpenStep id={repair.id} title={say(t, `repair.${repair.id}.title`, repair.id, verdict.values)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Straight to one step of the list. */
function OpenStep({ id, title }: { readonly id: RepairProposal["id"]; readonly title: string }) {
  const t = useText();
  const actions = useActions();
  return (
    <Button look="link" aria-label={t("guided.open-one", { title })} onPress={() => void actions.openGuided(id)}>
      {t("guided.open-short")}
    </Button>
  );
}

function Costs({ repair }: { readonly repair: RepairProposal }) {
  const t = useText();
  const words = costsOf(repair, t);
  return words.length === 0 ? null : <p className={css["costs"]}>{words.join(" · ")}</p>;
}

function costsOf(repair: RepairProposal, t: Translator): readonly string[] {
  const words: string[] = [];
  if (repair.likelihood !== "likely") words.push(t(`result.todo.${repair.likelihood}`));
  if (repair.needsAdmin) words.push(t("result.todo.admin"));
  if (repair.risk !== "none") words.push(t(`result.todo.risk.${repair.risk}`));
  if (repair.undoable) words.push(t("result.todo.undo"));
  return words;
}
