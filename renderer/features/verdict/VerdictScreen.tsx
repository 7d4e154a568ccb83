import { encodeShortCode } from "../../../shared/lib/short-code.ts";
import { RULES_VERSION, type Checkup } from "../../../shared/model/checkup.ts";
import type { Verdict } from "../../../shared/model/verdict.ts";
import { verdictText } from "../../../shared/text/verdict-text.ts";
import { Screen } from "../../components/Screen.tsx";
import type { Run } from "../../state/slices/run.ts";
import { selectRun } from "../../state/selectors.ts";
import { useAppState } from "../../state/WindowProvider.tsx";
import { sayConfidence, sayDuration, sayTime } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { TargetNotes } from "../checkup/TargetNotes.tsx";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { WithTerms } from "../explain/WithTerms.tsx";
import { ResultActions } from "./ResultActions.tsx";
import { AskElsewhere, HelpMeBeSure } from "./HelpMeBeSure.tsx";
import { isAboutBrowser } from "./questions.ts";
import { Reasons } from "./Reasons.tsx";
import { Unfolded } from "./Unfolded.tsx";
import css from "./verdict.module.css";
import { WhatToDo } from "./WhatToDo.tsx";

/** The answer: one sentence, how sure it is, what to do, and why. */
export function VerdictScreen() {
  const run = useAppState(selectRun);
  return run === null || run.checkup === null ? null : <Answer run={run} checkup={run.checkup} />;
}

function shortCodeOf({ code, faultSide, confidence }: Verdict): string {
  return encodeShortCode({ code, faultSide, confidence, rules: RULES_VERSION });
}

function Answer({ run, checkup }: { readonly run: Run; readonly checkup: Checkup }) {
  const t = useText();
  const { verdict } = checkup.judgement;
  const { displayHost } = run.target;
  const { title, explanation } = verdictText(verdict, t);
  const askFirst = isAboutBrowser(verdict.code);
  // Where there is nothing to mend, the question is what to do next.
  const asksOnly = askFirst && checkup.judgement.repairs.length === 0;
  const { stopped } = checkup.observations;
  return (
    <Screen
      key={run.id}
      title={t("common.title.of", { screen: t("result.screen", { host: displayHost }) })}
      heading={title}
    >
      <p className={css["explanation"]}>
        <WithTerms text={explanation} />
      </p>
      <p className={css["sure"]}>{sayConfidence(verdict, t)}</p>
      {asksOnly ? <HelpMeBeSure checkup={checkup} /> : null}
      <ResultActions run={run} checkup={checkup} />
      <div className={css["small"]}>
        <p className={css["about"]}>
          {t("result.checked", {
            host: displayHost,
            time: sayTime(t, checkup.startedAt),
            duration: sayDuration(t, checkup.durationMs),
          })}
          {stopped === "no" ? "" : ` ${t(`result.stopped.${stopped}`)}`}
        </p>
        <p className={css["about"]}>{t("reports.entry.code", { code: shortCodeOf(verdict) })}</p>
        <TargetNotes target={run.target} request={run.request} />
      </div>
      {askFirst && !asksOnly ? <HelpMeBeSure checkup={checkup} /> : null}
      <WhatToDo checkup={checkup} />
      {askFirst ? null : <HelpMeBeSure checkup={checkup} />}
      {run.request.kind === "address" && !run.request.privateMode ? <AskElsewhere checkup={checkup} /> : null}
      <Reasons checkup={checkup} />
      <div className={css["more"]}>
        <MeaningLinks code={verdict.code} status={verdict.httpStatus} />
      </div>
      <Unfolded checkup={checkup} />
    </Screen>
  );
}
