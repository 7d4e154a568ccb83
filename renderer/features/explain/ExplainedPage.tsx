import type { ExplainPage } from "../../../shared/model/explain/page.ts";
import { findPage } from "../../../shared/model/explain/pages.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./explain.module.css";
import { headingOf, sublineOf } from "./page-title.ts";
import { PageRows } from "./PageRows.tsx";
import { WithTerms } from "./WithTerms.tsx";

interface Props {
  readonly page: ExplainPage;
  readonly words: Translator;
}

/** One page: what it means, whose fault it is, what helps and what does not. */
export function ExplainedPage({ page, words }: Props) {
  const t = useText();
  const actions = useActions();
  useEscape(actions.leaveExplained);
  const heading = headingOf(page, t, words);
  const more = `${page.words}.more`;
  return (
    <Screen title={t("common.title.of", { screen: heading })} heading={heading}>
      {sublineOf(page, words) === "" ? null : <p className={css["lead"]}>{sublineOf(page, words)}</p>}
      <Section title={t("know.means")}>
        <p className={css["text"]}>
          <WithTerms text={words(`${page.words}.means`)} />
        </p>
        {words.has(more) ? (
          <p className={css["text"]}>
            <WithTerms text={words(more)} />
          </p>
        ) : null}
      </Section>
      <Advice page={page} words={words} />
      <RelatedPages page={page} words={words} />
      {page.kind === "verdict" ? <p className={css["subline"]}>{t("know.code", { code: page.name })}</p> : null}
      <div className={css["actions"]}>
        <Button onPress={actions.leaveExplained}>{t("know.back")}</Button>
        <Button onPress={() => actions.showExplain()}>{t("know.list")}</Button>
      </div>
    </Screen>
  );
}

function Advice({ page, words }: Props) {
  const t = useText();
  const { fault, helps, vain } = page;
  return (
    <>
      <Section title={t("know.fault")}>
        <Sentences
          of={fault.length === 0 ? [t("know.fault-depends")] : fault.map((side) => words(`explain.fault.${side}`))}
        />
      </Section>
      <Section title={t("know.helps")}>
        <Sentences of={helps.map((tip) => words(`explain.tip.${tip}`))} />
      </Section>
      {vain.length === 0 ? null : (
        <Section title={t("know.vain")}>
          <Sentences of={vain.map((tip) => words(`explain.vain.${tip}`))} />
        </Section>
      )}
    </>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className={css["sentences"]}>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function RelatedPages({ page, words }: Props) {
  const t = useText();
  const pages = page.related.map(findPage).filter((found) => found !== null);
  if (pages.length === 0) return null;
  return (
    <Section title={t("know.related")}>
      <PageRows pages={pages} words={words} />
    </Section>
  );
}
