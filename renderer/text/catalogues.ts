import { ENGLISH } from "../../shared/text/english.ts";
import { DE_GLOSSARY } from "../../shared/text/de/explain/glossary.ts";
import { EN_GLOSSARY } from "../../shared/text/en/explain/glossary.ts";
import { GERMAN } from "../../shared/text/german.ts";
import { bestLanguage, type Language } from "../../shared/text/languages.ts";
import { createTranslator, type Catalogue, type Translator } from "../../shared/text/translator.ts";
import type { Twin } from "../../shared/text/twin.ts";
import { DE_CHECKUP } from "./de/checkup.ts";
import { DE_COMMON } from "./de/common.ts";
import { DE_GUIDED } from "./de/guided.ts";
import { DE_OWN } from "./de/own.ts";
import { DE_WRITE } from "./de/write.ts";
import { EN_OWN } from "./en/own.ts";
import { EN_WRITE } from "./en/write.ts";
import { DE_OWNER } from "../../shared/text/de/owner.ts";
import { EN_OWNER } from "../../shared/text/en/owner.ts";
import { DE_KNOW } from "./de/know.ts";
import { DE_HOME, DE_PRACTISING } from "./de/home.ts";
import { DE_MYDNS } from "./de/mydns.ts";
import { DE_PATH } from "./de/path.ts";
import { DE_SAVED } from "./de/saved.ts";
import { DE_ABOUT, DE_SETTINGS, DE_SHORTCUTS } from "./de/settings.ts";
import { DE_RESULT } from "./de/verdict.ts";
import { DE_OPENED, DE_PAST, DE_WRONG } from "./de/past.ts";
import { DE_REPORTS } from "./de/reports.ts";
import { DE_UPDATES } from "./de/updates.ts";
import { DE_WATCHING } from "./de/watching.ts";
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

const EN = {
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
} as const satisfies Catalogue;

/** Its type holds every part to the English one: a missing sentence does not compile. */
const DE: Twin<typeof EN> = {
  ...GERMAN,
  common: DE_COMMON,
  path: DE_PATH,
  home: DE_HOME,
  practising: DE_PRACTISING,
  checkup: DE_CHECKUP,
  result: DE_RESULT,
  saved: DE_SAVED,
  mydns: DE_MYDNS,
  settings: DE_SETTINGS,
  shortcuts: DE_SHORTCUTS,
  about: DE_ABOUT,
  guided: DE_GUIDED,
  reports: DE_REPORTS,
  past: DE_PAST,
  opened: DE_OPENED,
  wrong: DE_WRONG,
  know: DE_KNOW,
  write: DE_WRITE,
  own: DE_OWN,
  owner: DE_OWNER,
  glossary: DE_GLOSSARY,
  watching: DE_WATCHING,
  updates: DE_UPDATES,
};

/** The engine's words and the window's labels, by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: EN, de: DE };

/** A language that is not offered to people: tests add made-up ones to find fixed strings, clipping and wrong directions. */
const extra = new Map<string, Catalogue>();

export function addLanguage(code: string, catalogue: Catalogue): void {
  extra.set(code, catalogue);
}

/** The words in the language that fits best what is wanted (a BCP 47 tag); English when none does. */
export function createWindowTranslator(wanted: string): Translator {
  const language = extra.has(wanted) ? wanted : bestLanguage([wanted]);
  return createTranslator(language, { ...Object.fromEntries(extra), ...CATALOGUES });
}
