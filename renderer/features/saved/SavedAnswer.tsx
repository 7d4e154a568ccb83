import { useState, type ReactNode } from "react";
import type { SavedPage } from "../../../shared/model/saved-page.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Pairs } from "../../components/Pairs.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { copyText } from "../../state/copy-text.ts";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { WithTerms } from "../explain/WithTerms.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./saved.module.css";

/** Who made the page, how sure that is, what it means, and the number to quote. */
export function SavedAnswer({ page }: { readonly page: SavedPage }) {
  const t = useText();
  const actions = useActions();
  const shown = useAppState((state) => state.saved.shown);
  useEscape(actions.editSavedAgain);
  const { faultSide, kind, meaning, confidence } = page.found;
  const sure = faultSide === "unknown" ? "none" : confidence;
  return (
    <Screen
      key={shown}
      title={t("common.title.of", { screen: t("saved.answer") })}
      heading={t(`saved.side.${faultSide}`)}
    >
      {/* The signatures' own sentences exist in English only; elsewhere they stand below, named as such. */}
      {t.language === "en" ? <p className={css["meaning"]}>{meaning}</p> : null}
      <p className={css[t.language === "en" ? "means" : "meaning"]}>
        <WithTerms text={t(`saved.kind.${kind}`)} />
      </p>
      <MeaningLinks code={null} status={page.status} />
      <p className={css["sure"]}>{t(`saved.confidence.${sure}`)}</p>
      <Facts page={page} />
      <div className={css["actions"]}>
        <Button onPress={actions.editSavedAgain}>{t("saved.again")}</Button>
        <Button onPress={actions.showHome}>{t("saved.check")}</Button>
        {page.requestId === null ? null : <CopyNumber value={page.requestId.value} />}
      </div>
      <Others />
    </Screen>
  );
}

function Facts({ page }: { readonly page: SavedPage }) {
  const t = useText();
  const fileName = useAppState((state) => state.saved.fileName);
  return <Pairs rows={factsOf(page, fileName, t)} />;
}

function factsOf(page: SavedPage, fileName: string | null, t: Translator): readonly (readonly [string, ReactNode])[] {
  const { status, statusFrom, statusText, url, requestId, retryAfterSeconds, found } = page;
  const number = `${status ?? ""} ${statusText}`.trim();
  const rows: (readonly [string, ReactNode])[] = [
    [t("saved.detail.vendor"), found.vendor ?? t("saved.not-known")],
    [t("saved.detail.hop"), t(`saved.hop.${found.hop}`)],
    [t("saved.detail.status"), raw(t(`saved.status-from.${statusFrom}`, { status: number }))],
  ];
  if (requestId !== null) rows.push([t("saved.detail.request", { name: requestId.name }), raw(requestId.value)]);
  if (retryAfterSeconds !== null) rows.push([t("saved.detail.wait"), sayWait(t, retryAfterSeconds)]);
  if (url !== null) rows.push([t("saved.detail.url"), raw(url)]);
  if (t.language !== "en")
    rows.push([
      t("saved.detail.english"),
      <span key="meaning" lang="en">
        {found.meaning}
      </span>,
    ]);
  if (fileName !== null) rows.push([t("saved.detail.file"), raw(fileName)]);
  if (found.signatureId !== null) rows.push([t("saved.detail.signature"), raw(found.signatureId)]);
  return rows;
}

/** What others wrote: shown as it is, and unable to turn the words around it. */
function raw(text: string): ReactNode {
  return <bdi className={css["raw"]}>{text}</bdi>;
}

function CopyNumber({ value }: { readonly value: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Button onPress={() => void copyText(value).then(setCopied)}>{t("saved.copy")}</Button>
      <output className={css["note"]}>{copied ? t("result.copied") : ""}</output>
    </>
  );
}

/** The other error answers of the same file. */
function Others() {
  const t = useText();
  const actions = useActions();
  const pages = useAppState((state) => state.saved.pages);
  const shown = useAppState((state) => state.saved.shown);
  if (pages === null || pages.pages.length < 2) return null;
  return (
    <Section title={t("saved.several")}>
      <ul className={css["list"]}>
        {pages.pages.map(({ status, url, found }, index) =>
          index === shown ? null : (
            // Answers of one file never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Button look="row" onPress={() => actions.showSavedPage(index)}>
                <span>{t("saved.row", { status: status ?? "", vendor: found.vendor ?? t("saved.not-known") })}</span>
                <bdi className={css["address"]}>{url ?? ""}</bdi>
              </Button>
            </li>
          ),
        )}
      </ul>
      {pages.more === 0 ? null : <p className={css["sure"]}>{t("saved.more", { count: pages.more })}</p>}
    </Section>
  );
}
