import { useMemo } from "react";
import { markTerms } from "../../../shared/text/terms.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Term } from "./Term.tsx";

/** A text whose jargon can be pressed: each word once, where it first stands. */
export function WithTerms({ text }: { readonly text: string }) {
  const t = useText();
  const parts = useMemo(() => markTerms(text, t), [text, t]);
  return parts.map(({ text: part, term }, index) =>
    // The parts of one text never change their order.
    // oxlint-disable-next-line react/no-array-index-key
    term === null ? part : <Term key={index} id={term} word={part} />,
  );
}
