import { useEffect, useRef, useState } from "react";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { Button } from "../../components/Button.tsx";
import type { Run } from "../../state/run.ts";
import { selectStartError, selectStarting } from "../../state/selectors.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { copyText } from "./clipboard.ts";
import { resultAsText } from "./result-as-text.ts";
import css from "./verdict.module.css";

/** What can be done with the result itself. */
export function ResultActions({ run, checkup }: { readonly run: Run; readonly checkup: Checkup }) {
  const t = useText();
  const actions = useActions();
  const starting = useAppState(selectStarting);
  const error = useAppState(selectStartError);
  const practice = run.request.kind === "practice";
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const text = resultAsText(checkup, t);
  return (
    <>
      <div className={css["actions"]}>
        <Button isPending={starting} onPress={() => void actions.checkAgain({})}>
          {t("result.again")}
        </Button>
        <Button onPress={() => void (practice ? actions.showPractice() : actions.showHome())}>
          {t(practice ? "result.other-practice" : "result.new-address")}
        </Button>
        <Button onPress={() => void copyText(text).then((done) => setCopied(done ? "yes" : "failed"))}>
          {t("result.copy")}
        </Button>
      </div>
      <output className={css["note"]}>{error === null ? noteOn(copied, t) : say(t, `error.${error}`, error)}</output>
      {copied === "failed" ? <ByHand label={t("result.copy-text")} text={text} /> : null}
    </>
  );
}

function noteOn(copied: "no" | "yes" | "failed", t: (key: string) => string): string {
  if (copied === "no") return "";
  return t(copied === "yes" ? "result.copied" : "result.copy-failed");
}

/** The text to copy by hand, already selected. */
function ByHand({ label, text }: { readonly label: string; readonly text: string }) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  return <textarea ref={ref} className={css["byhand"]} aria-label={label} readOnly value={text} />;
}
