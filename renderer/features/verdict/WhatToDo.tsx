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
export function WhatToDo({ checkup, practice }: { readonly checkup: Checkup; readonly practice: boolean }) {
  const t = useText();
  const { target } = checkup.observations;
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
            {practice || isSecondFix(repair, repairs) ? null : <DoIt id={repair.id} url={target.url} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Clearing the memory is the first step of the one-click fix: one button for both. */
const FIXES: readonly RepairProposal["id"][] = ["flush-dns", "one-click-dns"];

function isSecondFix(repair: RepairProposal, repairs: readonly RepairProposal[]): boolean {
  return FIXES.includes(repair.id) && repairs.find(({ id }) => FIXES.includes(id)) !== repair;
}

/** The button of a repair that this program does by itself. */
function DoIt({ id, url }: { readonly id: RepairProposal["id"]; readonly url: string }) {
  const t = useText();
  const actions = useActions();
  switch (id) {
    case "flush-dns":
    case "one-click-dns":
      return <Button onPress={() => void actions.fixDns({ site: url })}>{t("mydns.verdict.fix")}</Button>;
    case "switch-dns":
      return <Button onPress={() => actions.chooseDns(url)}>{t("mydns.verdict.choose")}</Button>;
    default:
      return null;
  }
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
