import { ENGLISH } from "../../shared/text/english.ts";
import { GERMAN } from "../../shared/text/german.ts";
import { bestLanguage } from "../../shared/text/languages.ts";
import { createTranslator, type Translator } from "../../shared/text/translator.ts";

/** The words of a report in the language that fits (BCP 47); English where there is no other. */
export function reportTranslator(language: string): Translator {
  return createTranslator(bestLanguage([language]), { en: ENGLISH, de: GERMAN });
}
