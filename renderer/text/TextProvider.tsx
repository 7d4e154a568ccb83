import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Translator } from "../../shared/text/translator.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import { createWindowTranslator, isLanguageHere, loadLanguage } from "./catalogues.ts";

const Context = createContext<Translator | null>(null);

interface Props {
  /** The language of the page as main sent it. */
  readonly first: string;
  readonly children: ReactNode;
}

/** Gives every screen its words, in the language that main tells; until then, in the page's own. */
export function TextProvider({ first, children }: Props) {
  const wanted = useAppState((state) => state.info?.language) ?? first;
  const [shown, setShown] = useState(isLanguageHere(wanted) ? wanted : "en");
  // The words of before stay until those of another language have come.
  const language = isLanguageHere(wanted) ? wanted : shown;
  const t = useMemo(() => createWindowTranslator(language), [language]);
  useEffect(() => {
    let left = false;
    const bring = async (): Promise<void> => {
      await loadLanguage(wanted);
      if (!left) setShown(wanted);
    };
    void bring();
    return () => {
      left = true;
    };
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = t.language;
    // Right-to-left languages mirror the whole window; its styles use logical directions only.
    document.documentElement.dir = /^(ar|fa|he|ur)\b/.test(t.language) ? "rtl" : "ltr";
  }, [t]);
  return <Context value={t}>{children}</Context>;
}

export function useText(): Translator {
  const t = useContext(Context);
  if (t === null) throw new Error("used outside TextProvider");
  return t;
}
