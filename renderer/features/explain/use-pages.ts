import { useEffect, useState } from "react";
import { indexPages, type ExplainIndex } from "../../../shared/text/explain-search.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { useText } from "../../text/TextProvider.tsx";

/** The words of the pages and the index over them. */
export interface Pages {
  readonly words: Translator;
  readonly index: ExplainIndex;
}

const loaded = new Map<string, Pages>();

async function load(language: string): Promise<Pages> {
  const { explainTranslator } = await import("../../../shared/text/explain-translator.ts");
  const words = explainTranslator(language);
  const pages = { words, index: indexPages(words) };
  loaded.set(language, pages);
  return pages;
}

/** The pages in the window's language; null until they are loaded, the first time somebody asks. */
export function usePages(): Pages | null {
  const { language } = useText();
  const [, setDone] = useState("");
  const pages = loaded.get(language) ?? null;
  useEffect(() => {
    let wanted = true;
    if (!loaded.has(language)) void load(language).then(() => wanted && setDone(language));
    return () => {
      wanted = false;
    };
  }, [language]);
  return pages;
}
