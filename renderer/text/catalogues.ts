import { ENGLISH } from "../../shared/text/english.ts";
import { EN_GLOSSARY } from "../../shared/text/en/explain/glossary.ts";
import { bestLanguage, type Language } from "../../shared/text/languages.ts";
import { createTranslator, type Catalogue, type Translator } from "../../shared/text/translator.ts";
import { EN_OWN } from "./en/own.ts";
import { EN_WRITE } from "./en/write.ts";
import { EN_OWNER } from "../../shared/text/en/owner.ts";
import { EN_CHANGES } from "./en/changes.ts";
import { EN_CHECKUP } from "./en/checkup.ts";
import { EN_COMMON } from "./en/common.ts";
import { EN_GUIDED } from "./en/guided.ts";
import { EN_HOME, EN_PRACTISING } from "./en/home.ts";
import { EN_KNOW } from "./en/know.ts";
import { EN_MYDNS } from "./en/mydns.ts";
import { EN_PATH } from "./en/path.ts";
import { EN_OPENED, EN_PAST, EN_WRONG } from "./en/past.ts";
import { EN_REPORTS } from "./en/reports.ts";
import { EN_SAVED } from "./en/saved.ts";
import { EN_ABOUT, EN_SETTINGS, EN_SHORTCUTS } from "./en/settings.ts";
import { EN_RESULT } from "./en/verdict.ts";
import { EN_UPDATES } from "./en/updates.ts";
import { EN_WATCHING } from "./en/watching.ts";

/** The window's labels and the engine's words in English: the fallback of every other language, always here. */
export const EN = {
  ...ENGLISH,
  common: EN_COMMON,
  path: EN_PATH,
  home: EN_HOME,
  practising: EN_PRACTISING,
  checkup: EN_CHECKUP,
  result: EN_RESULT,
  saved: EN_SAVED,
  mydns: EN_MYDNS,
  settings: EN_SETTINGS,
  shortcuts: EN_SHORTCUTS,
  about: EN_ABOUT,
  guided: EN_GUIDED,
  reports: EN_REPORTS,
  past: EN_PAST,
  opened: EN_OPENED,
  wrong: EN_WRONG,
  know: EN_KNOW,
  write: EN_WRITE,
  own: EN_OWN,
  owner: EN_OWNER,
  glossary: EN_GLOSSARY,
  watching: EN_WATCHING,
  updates: EN_UPDATES,
  changes: EN_CHANGES,
} as const satisfies Catalogue;

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
