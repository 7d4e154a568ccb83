import type { TermId } from "../../../shared/text/terms.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./explain.module.css";
import { Term } from "./Term.tsx";

/** The words of a screen whose buttons cannot carry an explanation themselves. */
export function TermNote({ ids }: { readonly ids: readonly TermId[] }) {
  const t = useText();
  return (
    <p className={css["note"]}>
      {t("know.term-note")}{" "}
      {ids.map((id, index) => (
        <span key={id}>
          {index === 0 ? "" : " · "}
          <Term id={id} word={t(`glossary.${id}.name`)} />
        </span>
      ))}
    </p>
  );
}
