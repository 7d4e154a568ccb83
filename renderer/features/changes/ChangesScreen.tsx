import type { Output } from "../../../shared/contract/calls.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say, sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./changes.module.css";

type Row = Output<"changes.list">[number];

/** Every change that a repair made and that stands still, each with its way back; those nobody decided about come first. */
export function ChangesScreen() {
  const t = useText();
  const actions = useActions();
  const { rows, answer, error } = useAppState((state) => state.changes);
  useEscape(actions.showHome);
  const sorted = (rows ?? []).toSorted((a, b) => Number(a.standing === "kept") - Number(b.standing === "kept"));
  return (
    <Screen title={t("common.title.of", { screen: t("changes.screen") })} heading={t("changes.question")}>
      <p className={css["lead"]}>{t(rows !== null && rows.length === 0 ? "changes.empty" : "changes.lead")}</p>
      <p className={css["error"]} role="alert">
        {error === null ? "" : say(t, `error.${error}`, error)}
      </p>
      <output className={css["said"]}>{answer === null ? "" : sayAnswer(answer, t)}</output>
      <ul className={css["list"]}>
        {sorted.map((row) => (
          <Change key={row.id} row={row} />
        ))}
      </ul>
      <div className={css["actions"]}>
        <Button onPress={actions.showHome}>{t("common.back")}</Button>
        <Button look="link" onPress={() => void actions.showDnsHistory()}>
          {t("mydns.history")}
        </Button>
      </div>
    </Screen>
  );
}

function Change({ row }: { readonly row: Row }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.changes.busy);
  const what = say(t, `changes.did.${row.repair}`, say(t, `repair.${row.repair}.title`, row.repair));
  const button = (keep: boolean) => (
    <Button
      isDisabled={busy}
      aria-label={`${t(keep ? "guided.keep" : "guided.undo")}: ${what}`}
      onPress={() => void actions.decideChange(row.id, keep)}
    >
      {t(keep ? "guided.keep" : "guided.undo")}
    </Button>
  );
  return (
    <li className={css["change"]}>
      <div>
        <p className={css["what"]}>{what}</p>
        {row.label === "" ? null : (
          <p className={css["quiet"]}>
            <bdi>{row.label}</bdi>
          </p>
        )}
        <p className={css["quiet"]}>
          {sayDay(t, row.startedAt)} · {t(`changes.standing.${row.standing}`)}
        </p>
      </div>
      <div className={css["actions"]}>
        {row.standing === "kept" ? null : button(true)}
        {button(false)}
      </div>
    </li>
  );
}

function sayAnswer(answer: Output<"changes.decide">["answer"], t: Translator): string {
  if (answer.kind !== "refused") return t(`changes.answer.${answer.kind}`);
  return t("guided.undo-failed", { why: say(t, `action.refused.${answer.code}`, t("action.refused.failed")) });
}
