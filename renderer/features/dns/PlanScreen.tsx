import type { DnsConditions } from "../../../shared/model/dns-condition.ts";
import type { DnsPlanned, DnsShownPlan } from "../../../shared/model/dns-job.ts";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Commands } from "./Commands.tsx";
import { Conditions } from "./Conditions.tsx";
import sides from "../before-after/before-after.module.css";
import css from "./dns.module.css";
import { sayDnsError, sayFamily, sayRefusal, sayServers } from "./words.ts";

/** What would happen, to the letter, before anything does. */
export function PlanScreen() {
  const planned = useAppState((state) => state.dns.planned);
  if (planned === null || planned.kind === "bad-servers") return null;
  return planned.kind === "planned" ? (
    <Planned key={planned.plan.planId} plan={planned.plan} conditions={planned.conditions} />
  ) : (
    <Refused refusal={planned} />
  );
}

function Refused({ refusal }: { readonly refusal: Extract<DnsPlanned, { kind: "refused" }> }) {
  const t = useText();
  const actions = useActions();
  const back = (): void => actions.chooseDns(undefined);
  useEscape(back);
  return (
    <Screen title={t("common.title.of", { screen: t("mydns.plan.screen") })} heading={t("mydns.plan.refused")}>
      <p className={css["lead"]}>{sayRefusal(refusal, t)}</p>
      {refusal.detail === "" ? null : <code className={css["raw"]}>{refusal.detail}</code>}
      <div>
        <Button onPress={back}>{t("common.back")}</Button>
      </div>
    </Screen>
  );
}

interface Props {
  readonly plan: DnsShownPlan;
  readonly conditions: DnsConditions;
}

function Planned({ plan, conditions }: Props) {
  const t = useText();
  const actions = useActions();
  const site = useAppState((state) => state.dns.site);
  const error = useAppState((state) => state.dns.error);
  const [insists, setInsists] = useState(false);
  const held = conditions.conditions.some(({ blocks }) => blocks);
  const back = (): void => actions.chooseDns(site);
  useEscape(back);
  const name = sayServers(plan.servers, t);
  return (
    <Screen
      title={t("common.title.of", { screen: t("mydns.plan.screen") })}
      heading={t(held ? "mydns.plan.question-held" : "mydns.plan.question", { name })}
    >
      <p className={css["lead"]}>{t(held ? "mydns.plan.held-lead" : "mydns.plan.lead")}</p>
      <Conditions conditions={conditions} />
      <BeforeThen plan={plan} />
      <Notes plan={plan} site={site} />
      {held ? (
        <Toggle label={t("mydns.plan.anyway")} hint={t("mydns.plan.anyway-why")} isOn={insists} onChange={setInsists} />
      ) : null}
      <p className={css["error"]} role="alert">
        {error === null ? "" : sayDnsError(error, t)}
      </p>
      <div className={css["actions"]}>
        <Button
          look={held ? "plain" : "main"}
          isDisabled={held && !insists}
          onPress={() => void actions.switchDns(held && insists)}
        >
          {t(held ? "mydns.plan.anyway" : "mydns.plan.go")}
        </Button>
        <Button onPress={back}>{t("mydns.plan.other")}</Button>
        <Button onPress={() => void actions.showDns()}>{t("common.back")}</Button>
      </div>
      <Commands commands={plan.commands} />
    </Screen>
  );
}

function BeforeThen({ plan }: { readonly plan: DnsShownPlan }) {
  const t = useText();
  const then = (family: "v4" | "v6"): string => {
    const own = plan.servers.filter((server) => server.includes(":") === (family === "v6"));
    return own.length === 0 ? sayFamily(plan.before[family], t) : own.join(", ");
  };
  return (
    <table className={sides["sides"]}>
      <caption>
        {t("mydns.plan.link")}: <bdi>{plan.linkName}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-heard">{t("mydns.plan.family")}</span>
          </th>
          <th scope="col">{t("mydns.plan.now")}</th>
          <th scope="col">{t("mydns.plan.next")}</th>
        </tr>
      </thead>
      <tbody>
        {(["v4", "v6"] as const).map((family) => (
          <tr key={family}>
            <th scope="row">{t(`mydns.family.${family}`)}</th>
            <td>{sayFamily(plan.before[family], t)}</td>
            <td>{then(family)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ plan, site }: { readonly plan: DnsShownPlan; readonly site: string }) {
  const t = useText();
  const notes = [
    t(plan.needsAdmin ? "mydns.plan.admin" : "mydns.plan.no-admin"),
    t(`mydns.plan.power-cut.${plan.afterPowerCut}`),
    t(`mydns.plan.lasts.${plan.lasts}`),
    ...(site === "" ? [] : [t("mydns.plan.site", { host: site })]),
  ];
  return (
    <ul className={css["notes"]}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
