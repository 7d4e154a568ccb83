import { useEffect, useRef, useState } from "react";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { Button } from "../../components/Button.tsx";
import type { Run } from "../../state/slices/run.ts";
import { selectStartError } from "../../state/selectors.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { TellMe } from "../watch/TellMe.tsx";
import css from "./verdict.module.css";

type Copied = "no" | "yes" | "failed" | "not-made";

/** What can be done now: first of all the way through everything that helps, then what one does with the result itself. */
export function ResultActions({ run, checkup }: { readonly run: Run; readonly checkup: Checkup }) {
  const t = useText();
  const actions = useActions();
  const error = useAppState((state) => selectStartError(state) ?? state.guided.error);
  const { repairs, verdict } = checkup.judgement;
  const practice = run.request.kind === "practice";
  const [copied, setCopied] = useState<Copied>("no");
  const [text, setText] = useState("");
  const source = { kind: "checkup", id: run.id } as const;
  const about = { host: run.target.displayHost };
  const copy = async (): Promise<void> => {
    // The same report that is saved, with what is private taken out.
    const made = await actions.copyAsText(source);
    setText(made?.text ?? "");
    setCopied(made === null ? "not-made" : made.copied ? "yes" : "failed");
  };
  return (
    <>
      <div className={css["actions"]}>
        {repairs.length > 0 ? (
          <Button look="main" onPress={() => void actions.openGuided()}>
            {t("guided.open")}
          </Button>
        ) : null}
        <TellMe run={run} checkup={checkup} />
        <Button onPress={() => void actions.checkAgain({})}>{t("result.again")}</Button>
        <Button onPress={() => void (practice ? actions.showPractice() : actions.showHome())}>
          {t(practice ? "result.other-practice" : "result.new-address")}
        </Button>
      </div>
      <div className={css["links"]}>
        <Button look="link" onPress={() => void actions.showReport(source, about)}>
          {t("reports.entry.make")}
        </Button>
        <Button look="link" onPress={() => void copy()}>
          {t("result.copy")}
        </Button>
        {verdict.code === "healthy" ? null : (
          <>
            <Button look="link" onPress={() => void actions.showContact()}>
              {t("write.open")}
            </Button>
            <Button look="link" onPress={actions.showOwner}>
              {t("own.open")}
            </Button>
          </>
        )}
        {practice ? null : (
          <Button look="link" onPress={() => actions.showWrong(source, about)}>
            {t("reports.entry.wrong")}
          </Button>
        )}
      </div>
      <output className={css["note"]}>{error === null ? noteOn(copied, t) : say(t, `error.${error}`, error)}</output>
      {copied === "failed" ? <ByHand label={t("result.copy-text")} text={text} /> : null}
    </>
  );
}

function noteOn(copied: Copied, t: (key: string) => string): string {
  if (copied === "no") return "";
  if (copied === "not-made") return t("reports.error.crashed");
  if (copied === "failed") return t("result.copy-failed");
  return t("result.copied");
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
