import { createInstance, type TFunction } from "i18next";
import type { Message } from "../model/message.ts";

/** A catalogue: nested objects of sentences with `{{placeholders}}`; plural forms as `key_one`, `key_other` (Unicode CLDR). */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Turns messages into sentences of one language. */
export interface Translator {
  readonly language: string;
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  message(message: Message): string;
  /** True when the language or its fallback (English) has the key. */
  has(key: string): boolean;
}

/**
 * A translator over the given catalogues. Later catalogues of a language add to earlier ones. A missing key falls back to
 * English and then to the key itself, which tests forbid.
 */
export function createTranslator(language: string, catalogues: Readonly<Record<string, Catalogue>>): Translator {
  const instance = createInstance();
  const resources = Object.fromEntries(
    Object.entries(catalogues).map(([code, translation]) => [code, { translation: structuredCopy(translation) }]),
  );
  void instance.init({
    lng: language,
    fallbackLng: "en",
    resources,
    initAsync: false,
    // Values go into React text nodes, terminals and files that each escape for themselves.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const t: TFunction = instance.t;
  const translate = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    t(key, { ...values });
  return Object.assign(translate, {
    language,
    message: (message: Message): string => translate(message.key, message.values),
    has: (key: string): boolean => instance.exists(key),
  });
}

function structuredCopy(catalogue: Catalogue): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [key, typeof value === "string" ? value : structuredCopy(value)]),
  );
}
