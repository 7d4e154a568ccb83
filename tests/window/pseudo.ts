import type { Catalogue } from "../../shared/text/translator.ts";

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "ê",
  i: "ï",
  o: "ô",
  u: "ü",
  A: "Å",
  E: "É",
  I: "Î",
  O: "Ö",
  U: "Û",
};

/** A catalogue in a made-up language: every sentence between marks, with accents, and two fifths longer. */
export function pseudoLanguage(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === "string" ? `⟦${accented(value)}${" ~".repeat(padding(value))}⟧` : pseudoLanguage(value),
    ]),
  );
}

/** What stands in a placeholder's braces is its name and stays as it is. */
function accented(text: string): string {
  return text
    .split(/(\{\{\w+\}\})/)
    .map((part) =>
      part.startsWith("{{") ? part : part.replaceAll(/[aeiouAEIOU]/g, (letter) => ACCENTS[letter] ?? letter),
    )
    .join("");
}

function padding(text: string): number {
  return Math.ceil((text.replaceAll(/\{\{\w+\}\}/g, "").length * 0.4) / 2);
}
