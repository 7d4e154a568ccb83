import { useEffect, useState } from "react";
import type { ReportPreview } from "../../../shared/model/report-desk.ts";
import { Button } from "../../components/Button.tsx";
import { Choices } from "../../components/Choices.tsx";
import { Field } from "../../components/Field.tsx";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { SafePage } from "./SafePage.tsx";
import { matchesIn, SearchedText } from "./SearchedText.tsx";
import { sha256Of } from "./sha256.ts";
import { WideSection } from "./WideSection.tsx";
import css from "./report.module.css";

/** The bytes that will be saved: as a page where they are one, and as the text they are, which can be searched. */
export function Preview({ preview }: { readonly preview: ReportPreview }) {
  const t = useText();
  const [wanted, setView] = useState<"page" | "text">("page");
  const view = preview.page === null ? "text" : preview.text === "" ? "page" : wanted;
  const both = preview.page !== null && preview.text !== "";
  return (
    <WideSection title={t("reports.preview.title")}>
      <Facts preview={preview} />
      {both ? (
        <Choices
          label={t("reports.preview.view")}
          choices={[
            { value: "page", label: t("reports.preview.page") },
            { value: "text", label: t("reports.preview.text") },
          ]}
          value={view}
          onChange={setView}
        />
      ) : null}
      {view === "page" && preview.page !== null ? (
        <>
          {preview.format === "pdf" ? <p className={css["quiet"]}>{t("reports.preview.pdf")}</p> : null}
          <SafePage page={preview.page} title={t("reports.preview.title")} />
        </>
      ) : (
        <TextView text={preview.text} />
      )}
    </WideSection>
  );
}

/** Size and fingerprint; the fingerprint is worked out here, from what is shown. */
function Facts({ preview }: { readonly preview: ReportPreview }) {
  const t = useText();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const hash = await sha256Of(preview.text);
      if (!gone) setOwn(hash);
    };
    if (preview.text !== "") void look();
    return () => {
      gone = true;
    };
  }, [preview.text]);
  const kilobytes = new Intl.NumberFormat(t.language, { maximumFractionDigits: 0 }).format(
    Math.max(1, preview.bytes / 1000),
  );
  const mark = preview.sha256.slice(0, 12);
  return (
    <p className={css["quiet"]}>
      {t("reports.preview.facts", { size: kilobytes, time: sayDuration(t, preview.ms) })}{" "}
      <span title={preview.sha256}>
        {own === null || own === preview.sha256
          ? t("reports.preview.mark", { mark })
          : t("reports.preview.differs", { mark: own.slice(0, 12) })}
      </span>
    </p>
  );
}

function TextView({ text }: { readonly text: string }) {
  const t = useText();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const matches = matchesIn(text, query);
  const go = (step: number): void => setAt((old) => (old + step + matches.length) % Math.max(1, matches.length));
  return (
    <>
      <form
        className={css["find"]}
        onSubmit={(event) => {
          event.preventDefault();
          go(1);
        }}
      >
        <Field
          kind="text"
          label={t("reports.find.label")}
          value={query}
          onChange={(changed) => {
            setQuery(changed);
            setAt(0);
          }}
          error={null}
          action={
            <>
              <Button isDisabled={matches.length === 0} aria-label={t("reports.find.before")} onPress={() => go(-1)}>
                ↑
              </Button>
              <Button isDisabled={matches.length === 0} aria-label={t("reports.find.next")} onPress={() => go(1)}>
                ↓
              </Button>
            </>
          }
        />
        <output className={css["quiet"]}>
          {query === ""
            ? ""
            : matches.length === 0
              ? t("reports.find.none")
              : t("reports.find.at", { at: at + 1, count: matches.length })}
        </output>
      </form>
      <SearchedText
        text={text}
        matches={matches}
        current={at}
        length={query.length}
        label={t("reports.preview.title")}
      />
    </>
  );
}
