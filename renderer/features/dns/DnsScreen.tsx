import type { DnsLink, DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { DnsOverview } from "../../../shared/model/dns-job.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Pairs } from "../../components/Pairs.tsx";
import { RawFacts } from "../../components/RawFacts.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./dns.module.css";
import { FlushNote } from "./FlushNote.tsx";
import { sayDnsError, sayFamily, sayRefusal } from "./words.ts";

/** What is set now, plainly, and what can be done about it. */
export function DnsScreen() {
  const t = useText();
  const actions = useActions();
  const overview = useAppState((state) => state.dns.overview);
  const error = useAppState((state) => state.dns.error);
  useEscape(actions.leaveDns);
  return (
    <Screen title={t("common.title.of", { screen: t("mydns.screen") })} heading={t("mydns.question")}>
      {overview === null ? <p className={css["lead"]}>{error === null ? t("mydns.loading") : ""}</p> : null}
      {overview !== null && "kind" in overview ? <p className={css["lead"]}>{sayRefusal(overview, t)}</p> : null}
      {overview !== null && "status" in overview ? <Settings overview={overview} /> : null}
      <p className={css["error"]} role="alert">
        {error === null ? "" : sayDnsError(error, t)}
      </p>
      {/* Not before there is something to choose about: it would jump down. */}
      {overview === null && error === null ? null : (
        <Choices canSwitch={overview !== null && "status" in overview && overview.status.readOnly === null} />
      )}
      {overview !== null && "status" in overview ? <Details status={overview.status} /> : null}
    </Screen>
  );
}

function Settings({ overview }: { readonly overview: DnsOverview }) {
  const t = useText();
  const { manager, readOnly, links, globalServers, overrides } = overview.status;
  return (
    <>
      <p className={css["lead"]}>
        {t("mydns.by", { manager: asSubject(t(`dns.manager.${manager}`), t) })}
        {readOnly === null ? "" : ` ${t(`dns.read-only.${readOnly}`)}`}
      </p>
      {links.length === 0 ? <p>{t("mydns.no-links")}</p> : null}
      <Links links={links} />
      {globalServers.length === 0 ? null : (
        <Section title={t("mydns.global")}>
          <p>{globalServers.join(", ")}</p>
        </Section>
      )}
      {overrides.length === 0 ? null : (
        <Section title={t("mydns.overrides")}>
          <ul className={css["plain"]}>
            {overrides.map(({ kind, detail }) => (
              <li key={`${kind} ${detail}`}>
                <bdi>{t(`mydns.override.${kind}`, { detail })}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** "the file /etc/resolv.conf" at the beginning of a sentence. */
function asSubject(manager: string, t: Translator): string {
  return manager.slice(0, 1).toLocaleUpperCase(t.language) + manager.slice(1);
}

/** Those with the way out first; the others are folded away, since nothing is asked through them. */
function Links({ links }: { readonly links: readonly DnsLink[] }) {
  const t = useText();
  const main = links.filter(({ defaultRoute }) => defaultRoute);
  const others = main.length === 0 ? [] : links.filter(({ defaultRoute }) => !defaultRoute);
  return (
    <>
      {(main.length === 0 ? links : main).map((link) => (
        <Link key={link.id} link={link} />
      ))}
      {others.length === 0 ? null : (
        <Unfold level={2} title={t("mydns.other-links", { count: others.length })}>
          <div className={css["others"]}>
            {others.map((link) => (
              <Link key={link.id} link={link} />
            ))}
          </div>
        </Unfold>
      )}
    </>
  );
}

function Link({ link }: { readonly link: DnsLink }) {
  const t = useText();
  const rows: (readonly [string, string])[] = [
    [t("mydns.family.v4"), sayFamily(link.v4, t)],
    [t("mydns.family.v6"), sayFamily(link.v6, t)],
  ];
  if (link.searchDomains.length > 0) rows.push([t("mydns.search"), link.searchDomains.join(", ")]);
  const note = [
    ...(link.defaultRoute ? [t("mydns.main")] : []),
    ...(link.encryption === null ? [] : [t(`mydns.encryption.${link.encryption.kind}`)]),
  ].join(", ");
  return (
    <section className={css["link"]}>
      <h2>
        <bdi>{link.name}</bdi> {note === "" ? null : <span className={css["note"]}>{note}</span>}
      </h2>
      <Pairs rows={rows} />
    </section>
  );
}

function Choices({ canSwitch }: { readonly canSwitch: boolean }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.dns.busy);
  return (
    <>
      <div className={css["actions"]}>
        {canSwitch ? <Button onPress={() => actions.chooseDns()}>{t("mydns.change")}</Button> : null}
        <Button onPress={() => actions.showFix()}>{t("mydns.fix")}</Button>
        <Button isDisabled={busy} onPress={() => void actions.flushDns(false)}>
          {t("mydns.flush")}
        </Button>
      </div>
      <FlushNote />
      <div className={css["actions"]}>
        <Button onPress={actions.leaveDns}>{t("common.back")}</Button>
        <Button look="link" onPress={actions.showBench}>
          {t("mydns.bench")}
        </Button>
        <Button look="link" onPress={() => void actions.showDnsHistory()}>
          {t("mydns.history")}
        </Button>
      </div>
    </>
  );
}

function Details({ status }: { readonly status: DnsStatus }) {
  const t = useText();
  const words = {
    null: t("result.facts.null"),
    true: t("result.facts.true"),
    false: t("result.facts.false"),
    empty: t("result.facts.empty"),
  };
  return (
    <div className={css["unfolded"]}>
      <Unfold level={2} title={t("mydns.raw")}>
        <RawFacts value={status} words={words} />
      </Unfold>
    </div>
  );
}
