import { describe, expect, it } from "vitest";
import { EN } from "../../../../renderer/text/english.ts";
import { DE } from "../../../../renderer/text/german.ts";
import { bestLanguage, LANGUAGES } from "../../../../shared/text/languages.ts";
import { SHELL_CATALOGUES } from "../../../../shared/text/shell.ts";
import type { Catalogue } from "../../../../shared/text/translator.ts";

const CATALOGUES = { en: EN, de: DE };

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** Every sentence by its whole key. */
function leaves(catalogue: Catalogue, path = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[path + key, value]] : [...leaves(value, `${path}${key}.`)],
    ),
  );
}

/** `{{count}}` is left out: a language may write "one" as a word. */
const placeholders = (text: string): string =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])]
    .filter((name) => name !== "{{count}}")
    .sort()
    .join(" ");

/** The keys without their plural endings: what a program asks for. */
const asked = (all: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...all.keys()].map((key) => key.replace(PLURAL, "")))].sort();

describe.each(["window", "shell"] as const)("the words of the %s", (name) => {
  const catalogues = name === "window" ? CATALOGUES : SHELL_CATALOGUES;
  const english = leaves(catalogues.en);

  it.each(LANGUAGES)("are complete in %s, and hold nothing else", (language) => {
    expect(asked(leaves(catalogues[language]))).toEqual(asked(english));
  });

  it.each(LANGUAGES)("have every plural form that %s knows", (language) => {
    const all = leaves(catalogues[language]);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set([...all.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")));
    const missing = [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !all.has(key));
    expect(missing).toEqual([]);
  });

  it.each(LANGUAGES)("fill in the same values in %s", (language) => {
    const wrong = [...leaves(catalogues[language])].flatMap(([key, text]) => {
      const twin = english.get(key) ?? english.get(key.replace(PLURAL, "_other")) ?? "";
      return placeholders(text) === placeholders(twin) ? [] : [`${key}: ${text}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)("are never empty in %s", (language) => {
    expect([...leaves(catalogues[language])].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

/** Names and numbers read the same everywhere; a whole sentence that does was forgotten. */
it("leave no English sentence in German", () => {
  const german = leaves(CATALOGUES.de);
  const same = [...leaves(CATALOGUES.en)].filter(
    ([key, text]) =>
      german.get(key) === text &&
      // Names of errors, and values with arrows between them, are the same in every language.
      (text.replaceAll(/\{\{\w+\}\}/g, "").match(/\p{L}+/gu) ?? []).length > 6,
  );
  expect(same).toEqual([]);
});

describe("the language", () => {
  it("is the first that is wanted and known", () => {
    expect(bestLanguage(["fr-FR", "de-AT", "en-GB"])).toBe("de");
    expect(bestLanguage(["en-US", "de"])).toBe("en");
  });

  it("is English where none of the wanted ones is known", () => {
    expect(bestLanguage(["tlh", "fr_CA"])).toBe("en");
    expect(bestLanguage([])).toBe("en");
  });
});
