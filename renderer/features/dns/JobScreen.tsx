import { ONE_CLICK_STEPS } from "../../../shared/model/dns-repair.ts";
import { DNS_SWITCH_STEPS, type DnsJob, type DnsJobStep } from "../../../shared/model/dns-job.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";
import { JobEnd } from "./JobEnd.tsx";
import { AgreeQuestion, KeepQuestion } from "./JobQuestion.tsx";

/** A change of DNS: its steps, its questions, its end. */
export function JobScreen() {
  const job = useAppState((state) => state.dns.job);
  if (job === null) return <Running job={null} />;
  if (job.end !== null) return <JobEnd job={job} end={job.end} />;
  const { question } = job;
  if (question === null) return <Running job={job} />;
  return question.kind === "agree" ? (
    <AgreeQuestion key={question.plan.planId} job={job} question={question} />
  ) : (
    <KeepQuestion job={job} question={question} />
  );
}

function Running({ job }: { readonly job: DnsJob | null }) {
  const t = useText();
  const actions = useActions();
  const site = useAppState((state) => state.dns.site);
  const beginning = useAppState((state) => state.dns.beginning);
  const isFix = (job?.kind ?? beginning) === "fix";
  const stop = (): void => void actions.cancelDns();
  useEscape(stop);
  const steps = job?.steps ?? [];
  const now = steps.at(-1);
  const heading = isFix ? t("mydns.job.question-fix", { host: job?.host ?? site }) : t("mydns.job.question");
  return (
    <Screen
      title={t("common.title.of", { screen: t(`mydns.job.${isFix ? "screen-fix" : "screen"}`) })}
      heading={heading}
    >
      <p className={`${css["lead"]} ${css["two"]}`}>{t(`mydns.job.${mayPrompt(now) ? "prompt" : "waiting"}`)}</p>
      <LiveLine>{now === undefined ? "" : sayStep(now, t)}</LiveLine>
      <div>
        <Button isDisabled={job === null} onPress={stop}>
          {t("mydns.job.stop")} <kbd className={css["key"]}>{t("checkup.cancel-key")}</kbd>
        </Button>
      </div>
      <Steps steps={stepsOf(isFix ? "fix" : "switch")} begun={steps} />
    </Screen>
  );
}

/** The steps in which the system may ask for a password. */
function mayPrompt(step: DnsJobStep | undefined): boolean {
  return step === "ask" || step === "switch";
}

/** Every step from the start, so that nothing moves; those that were not needed stay as they are. */
function stepsOf(kind: DnsJob["kind"]): readonly DnsJobStep[] {
  if (kind === "fix") return ONE_CLICK_STEPS;
  return DNS_SWITCH_STEPS.filter((step) => step !== "roll-back" && step !== "done");
}

function Steps({ steps, begun }: { readonly steps: readonly DnsJobStep[]; readonly begun: readonly DnsJobStep[] }) {
  const t = useText();
  const extra = begun.includes("roll-back") ? (["roll-back"] as const) : [];
  return (
    <ol className={css["steps"]} aria-label={t("mydns.job.steps")}>
      {[...steps, ...extra].map((step) => {
        const mark = markOf(step, begun);
        return (
          <li key={step} className={css["step"]} data-mark={mark}>
            <StatusMark mark={mark} word={t(`common.status.${mark}`)} />
            <span>{sayStep(step, t)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function markOf(step: DnsJobStep, begun: readonly DnsJobStep[]): Mark {
  if (begun.at(-1) === step) return "running";
  return begun.includes(step) ? "pass" : "waiting";
}

function sayStep(step: DnsJobStep, t: Translator): string {
  return say(t, `mydns.job.step.${step}`, t(`dns.fix.step.${step}`));
}
