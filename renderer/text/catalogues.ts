import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator, type Catalogue, type Translator } from "../../shared/text/translator.ts";
import { EN_CHECKUP } from "./en/checkup.ts";
import { EN_COMMON } from "./en/common.ts";
import { EN_HOME, EN_PRACTISING } from "./en/home.ts";
import { EN_MYDNS } from "./en/mydns.ts";
import { EN_PATH } from "./en/path.ts";
import { EN_SAVED } from "./en/saved.ts";
import { EN_RESULT } from "./en/verdict.ts";

/** The engine's words and the window's labels, by language. A language is offered when it stands here. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  en: {
    ...ENGLISH,
    common: EN_COMMON,
    path: EN_PATH,
    home: EN_HOME,
    practising: EN_PRACTISING,
    checkup: EN_CHECKUP,
    result: EN_RESULT,
    saved: EN_SAVED,
    mydns: EN_MYDNS,
  },
};

/** The words in the language that fits best what the system speaks (BCP 47); English when none does. */
export function createWindowTranslator(wanted: string): Translator {
  const base = wanted.toLowerCase().split("-")[0] ?? "";
  return createTranslator(base in CATALOGUES ? base : "en", CATALOGUES);
}
