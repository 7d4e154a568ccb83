import { decodeShortCode } from "../../../shared/lib/short-code.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./explain.module.css";

/** Seven signs with their dash: nobody writes a word so. */
const LOOKS_LIKE_CODE = /^\s*[\dA-Z]{3}-[\dA-Z]{4}\s*$/i;

interface Props {
  readonly typed: string;
  readonly words: Translator;
  /** The search has pages for it: then a code that does not check out is a word. */
  readonly found: boolean;
}

/** What the short code of a report says, where one was typed. */
export function ShortCode({ typed, words, found }: Props) {
  const t = useText();
  const actions = useActions();
  const decoded = decodeShortCode(typed);
  if (!decoded.ok) {
    if (!LOOKS_LIKE_CODE.test(typed) || (found && decoded.error === "wrong-sign")) return null;
    return (
      <p className={css["text"]}>{t(decoded.error === "unknown" ? "know.short.unknown" : "know.short.misread")}</p>
    );
  }
  const { code, faultSide, confidence, rules } = decoded.value;
  const values = {
    title: words(`explain.verdict.${code}.title`),
    side: words(`explain.fault.${faultSide}`),
    sure: t(`know.sure.${confidence}`),
    rules,
  };
  return (
    <Section title={t("know.short.title", { code: typed.trim().toUpperCase() })}>
      <p className={css["text"]}>{t("know.short.says", values)}</p>
      <div className={css["actions"]}>
        <Button onPress={() => actions.openExplained(`verdict-${code}`)}>{t("know.what")}</Button>
      </div>
    </Section>
  );
}
