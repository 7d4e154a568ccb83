import type { Comparison } from "../../../shared/model/comparison.ts";
import type { DnsJob, DnsQuestion } from "../../../shared/model/dns-job.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Commands } from "./Commands.tsx";
import { Compared } from "./Compared.tsx";
import { Conditions } from "./Conditions.tsx";
import { Countdown } from "./Countdown.tsx";
import css from "./dns.module.css";
import { sayBefore, sayServers } from "./words.ts";

interface Props {
  readonly job: DnsJob;
  readonly question: DnsQuestion;
}

/** The fix needs a switch: may it? With the exact commands. */
export function AgreeQuestion({ job, question }: Props) {
  const t = useText();
  const actions = useActions();
  const { plan } = question;
  return (
    <Screen
      title={t("common.title.of", { screen: t("mydns.job.screen-fix") })}
      heading={t("mydns.job.agree.heading", { name: sayServers(plan.servers, t) })}
    >
      <p className={css["lead"]}>{t("mydns.job.agree.why")}</p>
      {job.conditions === null ? null : <Conditions conditions={job.conditions} />}
      <p>{t(plan.needsAdmin ? "mydns.plan.admin" : "mydns.plan.no-admin")}</p>
      <div className={css["actions"]}>
        <Button look="main" onPress={() => void actions.answerDns(true)}>
          {t("mydns.job.agree.yes")}
        </Button>
        <Button onPress={() => void actions.answerDns(false)}>{t("mydns.job.agree.no")}</Button>
      </div>
      <Commands commands={plan.commands} />
    </Screen>
  );
}

/** It is switched and its guard waits: keep or undo? */
export function KeepQuestion({ job, question }: Props) {
  const t = useText();
  const actions = useActions();
  const { plan } = question;
  const mood = moodOf(job.comparison);
  return (
    <Screen
      title={t("common.title.of", { screen: t("mydns.job.screen") })}
      heading={t(`mydns.job.keep.${HEADINGS[mood]}`)}
    >
      <p className={css["lead"]}>
        <bdi>{plan.linkName}</bdi>: {sayBefore(plan.before, t)} → {sayServers(plan.servers, t)}
      </p>
      <Countdown />
      <div className={css["actions"]}>
        <Button look={mood === "worse" ? "plain" : "main"} onPress={() => void actions.answerDns(true)}>
          {t("mydns.job.keep.yes")}
        </Button>
        <Button look={mood === "worse" ? "main" : "plain"} onPress={() => void actions.answerDns(false)}>
          {t("mydns.job.keep.no")}
        </Button>
        <Button onPress={() => void actions.moreTimeForDns()}>{t("mydns.job.keep.more")}</Button>
      </div>
      {job.comparison === null ? null : <Compared comparison={job.comparison} />}
    </Screen>
  );
}

const HEADINGS = { better: "heading-better", worse: "heading-worse", plain: "heading" } as const;

function moodOf(comparison: Comparison | null): keyof typeof HEADINGS {
  if (comparison === null) return "plain";
  if (comparison.outcome === "worse") return "worse";
  return comparison.worksNow === true ? "better" : "plain";
}
