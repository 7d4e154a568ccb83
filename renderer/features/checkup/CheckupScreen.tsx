import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { Screen } from "../../components/Screen.tsx";
import { progressOf, selectRun } from "../../state/selectors.ts";
import type { Run } from "../../state/slices/run.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import type { Translator } from "../../../shared/text/translator.ts";
import { useText } from "../../text/TextProvider.tsx";
import { CheckList } from "./CheckList.tsx";
import css from "./checkup.module.css";
import { Elapsed } from "./Elapsed.tsx";
import { TargetNotes } from "./TargetNotes.tsx";

/** What is being looked at, while it is being looked at. */
export function CheckupScreen() {
  const run = useAppState(selectRun);
  return run === null ? null : <Running run={run} />;
}

function Running({ run }: { readonly run: Run }) {
  const t = useText();
  const actions = useActions();
  useEscape(() => void actions.cancel());
  const host = run.target.displayHost;
  const { done, total } = progressOf(run);
  return (
    <Screen
      key={run.id}
      title={t("common.title.of", { screen: t("checkup.screen", { host }) })}
      heading={t("checkup.question", { host })}
    >
      <p className={css["known"]}>{knownSoFar(run, t)}</p>
      <LiveLine>{spoken(run, t)}</LiveLine>
      <div className={css["bar"]}>
        <Button onPress={() => void actions.cancel()}>
          {t("checkup.cancel")} <kbd className={css["key"]}>{t("checkup.cancel-key")}</kbd>
        </Button>
        <p className={css["time"]}>
          <Elapsed since={run.beganAt} />
          {total === 0 ? null : <span>{t("checkup.progress", { done, total })}</span>}
        </p>
      </div>
      <TargetNotes target={run.target} request={run.request} />
      <CheckList run={run} />
    </Screen>
  );
}

/** The newest thing learnt, in a sentence. */
function knownSoFar(run: Run, t: Translator): string {
  const latest = run.latest === null ? undefined : run.results[run.latest];
  return latest === undefined ? t("checkup.first") : t.message(latest.summary);
}

/** Spoken now and then, not at every check: at the start, and at each quarter. */
function spoken(run: Run, t: Translator): string {
  const { done, total } = progressOf(run);
  const quarter = total === 0 ? 0 : Math.floor((done / total) * 4);
  if (quarter === 0) return t("checkup.started", { host: run.target.displayHost });
  return t("checkup.progress", { done: Math.ceil((quarter * total) / 4), total });
}
