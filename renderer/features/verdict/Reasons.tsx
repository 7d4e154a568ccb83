import type { Checkup } from "../../../shared/model/checkup.ts";
import { StatusMark } from "../../components/StatusMark.tsx";
import { sayLeftOpen } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "./Section.tsx";
import css from "./verdict.module.css";

/** Why the answer is what it is: what was seen, what else was noticed, and what is still open. */
export function Reasons({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const { verdict, findings } = checkup.judgement;
  return (
    <>
      {verdict.evidence.length === 0 ? null : (
        <Section title={t("result.evidence")}>
          <Sentences of={verdict.evidence.map(({ fact }) => t.message(fact))} />
        </Section>
      )}
      {verdict.leftOpen.length === 0 ? null : (
        <Section title={t("result.left-open")}>
          <Sentences of={verdict.leftOpen.map((item) => sayLeftOpen(t, item))} />
        </Section>
      )}
      {findings.length === 0 ? null : (
        <Section title={t("result.findings")}>
          <ul className={css["sentences"]}>
            {findings.map(({ code, severity, summary }) => (
              <li key={code} className={css["finding"]}>
                <StatusMark
                  mark={severity === "info" ? "skipped" : severity === "warning" ? "warn" : "fail"}
                  word={t(`result.severity.${severity}`)}
                />
                <span>{t.message(summary)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** A plain list of sentences; the same sentence stands once. */
export function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className={css["sentences"]}>
      {[...new Set(of)].map((sentence) => (
        <li key={sentence} className={css["sentence"]}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
