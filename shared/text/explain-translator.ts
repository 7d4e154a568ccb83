import { DE_EXPLAIN } from "./de/explain.ts";
import { EN_EXPLAIN } from "./en/explain.ts";
import { createTranslator, type Translator } from "./translator.ts";

/** The words of the pages in the language that fits (BCP 47); English when none does. Large: load it when needed. */
export function explainTranslator(wanted: string): Translator {
  const base = wanted.toLowerCase().split("-")[0] ?? "";
  return createTranslator(base === "de" ? "de" : "en", {
    en: { explain: EN_EXPLAIN },
    de: { explain: DE_EXPLAIN },
  });
}
