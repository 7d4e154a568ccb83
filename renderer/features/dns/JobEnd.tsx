import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { OneClickTrace } from "../../../shared/model/dns-repair.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Pairs } from "../../components/Pairs.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import { Compared } from "./Compared.tsx";
import { Conditions } from "./Conditions.tsx";
import css from "./dns.module.css";
import { endWords, type End } from "./end-words.ts";
import { sayFlush } from "./FlushNote.tsx";
import { sayServers } from "./words.ts";

/** How it ended, in one sentence, with the proof. */
export function JobEnd({ job, end }: { readonly job: DnsJob; readonly end: End }) {
  const t = useText();
  const actions = useActions();
  useEscape(actions.leaveDns);
  const { title, text } = endWords(end, t);
  const held = end.kind === "held-back" || (end.kind === "fix-ended" && end.result.end.kind === "held-back");
  const lasts = end.kind === "kept" && job.plan?.lasts === "until-restart" ? t("mydns.end.kept-until-restart") : "";
  return (
    <Screen key={job.id} title={t("common.title.of", { screen: title })} heading={title}>
      <p className={css["lead"]}>{`${text} ${lasts}`.trim()}</p>
      {held && job.conditions !== null ? <Conditions conditions={job.conditions} /> : null}
      {job.comparison === null ? null : <Compared comparison={job.comparison} />}
      {end.kind === "fix-ended" ? <Trace trace={end.result.trace} /> : null}
      <Next end={end} held={held} />
    </Screen>
  );
}

function Next({ end, held }: { readonly end: End; readonly held: boolean }) {
  const t = useText();
  const actions = useActions();
  const site = useAppState((state) => state.dns.site);
  const fix = end.kind === "fix-ended";
  return (
    <div className={css["actions"]}>
      {site === "" ? null : <Button onPress={() => void actions.check(site)}>{t("mydns.end.check")}</Button>}
      {fix && held ? (
        <Button onPress={() => void actions.fixDns({ anyway: true })}>{t("mydns.plan.anyway")}</Button>
      ) : null}
      <Button onPress={() => void actions.showDns()}>{t("mydns.end.to-dns")}</Button>
      <Button onPress={() => void actions.showDnsHistory()}>{t("mydns.end.to-history")}</Button>
      <Button onPress={actions.leaveDns}>{t("common.back")}</Button>
    </div>
  );
}

/** What the fix really did, step by step. */
function Trace({ trace }: { readonly trace: OneClickTrace }) {
  const t = useText();
  const rows = traceRows(trace, t);
  return rows.length === 0 ? null : (
    <Section title={t("mydns.job.steps")}>
      <Pairs rows={rows} />
    </Section>
  );
}

function traceRows({ flush, hostCacheCleared, candidates }: OneClickTrace, t: Translator) {
  const rows: (readonly [string, string])[] = [];
  if (flush !== null) rows.push([t("mydns.end.flushed"), sayFlush(flush, t)]);
  if (hostCacheCleared !== null) {
    rows.push([
      t("mydns.end.host-cache"),
      t(hostCacheCleared ? "mydns.end.host-cache-yes" : "mydns.end.host-cache-no"),
    ]);
  }
  for (const { servers, helps, seen } of candidates) {
    const word = helps === null ? "unknown" : helps ? "yes" : "no";
    rows.push([`${t("mydns.end.tried")}: ${sayServers(servers, t)}`, `${t(`mydns.end.candidate.${word}`)} (${seen})`]);
  }
  return rows;
}
