import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { ExplainPage } from "../../../shared/model/explain/page.ts";
import { EXPLAIN_PAGES, findPage } from "../../../shared/model/explain/pages.ts";
import { searchPages } from "../../../shared/text/explain-search.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./explain.module.css";
import { Glossary } from "./Glossary.tsx";
import { PageRows } from "./PageRows.tsx";
import { ShortCode } from "./ShortCode.tsx";
import type { Pages } from "./use-pages.ts";

/** The search, and everything there is to read. */
export function ExplainList({ pages }: { readonly pages: Pages }) {
  const t = useText();
  const actions = useActions();
  const query = useAppState((state) => state.explain.query);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEscape(actions.leaveExplained);
  return (
    <Screen
      title={t("common.title.of", { screen: t("know.screen") })}
      heading={t("know.question")}
      focusHeading={false}
    >
      <p className={css["lead"]}>{t("know.lead")}</p>
      <div className={css["form"]}>
        <Field
          kind="text"
          label={t("know.field")}
          value={query}
          onChange={actions.searchExplain}
          placeholder={t("know.example")}
          error={null}
          inputRef={field}
        />
        <div>
          <Button onPress={actions.leaveExplained}>{t("know.back")}</Button>
        </div>
      </div>
      {query.trim() === "" ? <Everything pages={pages} /> : <Found pages={pages} />}
    </Screen>
  );
}

function Found({ pages }: { readonly pages: Pages }) {
  const t = useText();
  const typed = useAppState((state) => state.explain.query);
  const query = useDeferredValue(typed);
  const found = useMemo(() => searchPages(pages.index, query), [pages, query]);
  return (
    <>
      <ShortCode typed={query} words={pages.words} found={found.length > 0} />
      <LiveLine>{found.length === 0 ? t("know.none") : t("know.found", { count: found.length })}</LiveLine>
      {found.length === 0 ? <p className={css["text"]}>{t("know.none")}</p> : null}
      <PageRows pages={found} words={pages.words} />
    </>
  );
}

/** What most people come for. */
const COMMON = ["status-502", "status-503", "status-504", "status-500", "status-404", "status-403"];

function ofKind(kind: ExplainPage["kind"]): readonly ExplainPage[] {
  return EXPLAIN_PAGES.filter((page) => page.kind === kind);
}

function Everything({ pages: { words } }: { readonly pages: Pages }) {
  const t = useText();
  return (
    <>
      <Section title={t("know.common")}>
        <PageRows pages={COMMON.map(findPage).filter((page) => page !== null)} words={words} />
      </Section>
      <Section title={t("know.topics")}>
        <PageRows pages={ofKind("topic")} words={words} />
      </Section>
      <div className={css["more"]}>
        <Unfold level={2} title={t("know.statuses")}>
          <PageRows pages={ofKind("status")} words={words} />
        </Unfold>
        <Unfold level={2} title={t("know.verdicts")}>
          <PageRows pages={ofKind("verdict")} words={words} />
        </Unfold>
        <Unfold level={2} title={t("know.words")}>
          <Glossary />
        </Unfold>
      </div>
    </>
  );
}
