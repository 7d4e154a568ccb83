/**
 * Text as the search compares it: small letters, no diacritics, one blank between words. Dots inside numbers stay
 * (502.3); every other sign separates.
 */
export function searchable(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/(?<!\d)\.|\.(?!\d)/gu, " ")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();
}

/** The words of a text that went through {@link searchable}; none for an empty one. */
export function wordsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** True when the phrase stands in the text, at borders of words. Both went through {@link searchable}. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return phrase !== "" && ` ${text} `.includes(` ${phrase} `);
}

/** Shorter words are not matched with a slip: too many would be alike. */
const SHORTEST_WITH_SLIP = 4;

/** True when one letter is wrong, missing, too much, or two neighbours are swapped (Damerau's four slips). */
export function isOneSlip(typed: string, word: string): boolean {
  if (typed === word || typed.length < SHORTEST_WITH_SLIP || Math.abs(typed.length - word.length) > 1) return false;
  // A number with another digit is another number.
  if (/^\d/.test(typed) || /^\d/.test(word)) return false;
  let start = 0;
  while (start < typed.length && start < word.length && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  if (left.length > right.length) return left.slice(1) === right;
  if (left.length < right.length) return left === right.slice(1);
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right.slice(1);
}
