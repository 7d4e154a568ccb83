import { bestLanguage, type Language } from "../../shared/text/languages.ts";
import { createTranslator, type Catalogue, type Translator } from "../../shared/text/translator.ts";
import { EN } from "./english.ts";

/** The words of each further language, loaded when they are wanted: a window needs one language, not all. */
const FURTHER: Readonly<Record<Exclude<Language, "en">, () => Promise<Catalogue>>> = {
  de: async () => (await import("./german.ts")).DE,
};

/** What is here already. Tests add made-up languages to find fixed strings, clipping and wrong directions. */
const here = new Map<string, Catalogue>([["en", EN]]);

export function addLanguage(code: string, catalogue: Catalogue): void {
  here.set(code, catalogue);
}

/** The language that fits best what is wanted (a BCP 47 tag); English when none does. */
function languageFor(wanted: string): string {
  return here.has(wanted) ? wanted : bestLanguage([wanted]);
}

/** Are the words of the language that fits best here? */
export function isLanguageHere(wanted: string): boolean {
  return here.has(languageFor(wanted));
}

/** Brings the words of the language that fits best; does nothing when they are here. */
export async function loadLanguage(wanted: string): Promise<void> {
  const language = bestLanguage([wanted]);
  if (isLanguageHere(wanted) || language === "en") return;
  here.set(language, await FURTHER[language]());
}

/** The words in the language that fits best what is wanted; English when there is none, or until it has been loaded. */
export function createWindowTranslator(wanted: string): Translator {
  const language = languageFor(wanted);
  const words = here.get(language);
  return words === undefined
    ? createTranslator("en", { en: EN })
    : createTranslator(language, { en: EN, [language]: words });
}
