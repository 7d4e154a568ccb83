/** The languages with a complete catalogue, by BCP 47 language subtag. */
export const LANGUAGES = ["en", "de"] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** The first of the wanted languages (BCP 47 tags, best first) that there are words in; English when there is none. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find((language) => language === base);
    if (known !== undefined) return known;
  }
  return "en";
}

/** The language to speak: the chosen one, or the best for the system's (BCP 47 tags, best first). */
export function spokenLanguage(choice: Language | "system", system: readonly string[]): Language {
  return choice === "system" ? bestLanguage(system) : choice;
}
