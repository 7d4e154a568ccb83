import { domainToUnicode } from "node:url";

/**
 * Scripts of living languages whose letters are hardly mistaken for Latin ones (UTS 31, table 5), beside those looked
 * at below. Letters of any other script, Cherokee or Lisu for example, are mostly seen where somebody imitates Latin.
 */
const SCRIPTS = (
  "Latin Cyrillic Greek Armenian Georgian Hebrew Arabic Thaana Ethiopic Khmer " +
  "Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala " +
  "Thai Lao Tibetan Myanmar Han Hiragana Katakana Hangul Bopomofo"
)
  .split(" ")
  .map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, "u") }));

/** Scripts that are written together (UTS 39, 5.2, without Latin: beside Chinese strokes it is where imitations hide). */
const TOGETHER = [
  ["Han", "Hiragana", "Katakana"],
  ["Han", "Hangul"],
  ["Han", "Bopomofo"],
] as const;

/** Letters, their marks, digits and the hyphen; the long-vowel mark of Japanese belongs to two scripts and to none. */
const SIGN = /^[\p{L}\p{M}\p{Nd}-]$/u;
const OF_NO_SCRIPT = /^[0-9\u30FC-]$/u;

/** Latin letters with marks that people know from a keyboard; not phonetic signs, and none that looks like another. */
const LATIN =
  /^[a-z0-9\u00DF-\u00F6\u00F8-\u00FD\u00FF-\u0130\u0132-\u0137\u0139-\u0148\u014C-\u017E\u01A1\u01B0\u0218-\u021B\u1EA0-\u1EF9-]+$/u;

/** Whole words of these look like Latin words: the letters of Cyrillic, Greek and Armenian that have a Latin twin. */
const TWINS = [
  /^[асԁеһіјӏорԛѕԝхуъЬҽпгѵѡ0-9-]*[асԁеһіјӏорԛѕԝхуҽѵѡ][асԁеһіјӏорԛѕԝхуъЬҽпгѵѡ0-9-]*$/u,
  /^[αγεηικνορτυχωϲϳ0-9-]+$/u,
  /^[գզհյոսցօքռ0-9-]+$/u,
];

/**
 * A host as people may read it: in its own script, unless a label could be mistaken for another name; then the whole
 * name stays in ASCII, where an imitation is seen at once. After the rules that browsers use for address bars.
 */
export function displayName(host: string): string {
  if (!host.includes("xn--")) return host;
  const shown = domainToUnicode(host);
  return shown === "" || !shown.split(".").every(isPlain) ? host : shown;
}

function isPlain(label: string): boolean {
  if (/^[a-z0-9_-]*$/u.test(label)) return !label.startsWith("xn--");
  const signs = Array.from(label);
  if (!signs.every((sign) => SIGN.test(sign))) return false;
  const scripts = new Set<string>();
  for (const sign of signs) {
    // A mark belongs to the letter it stands on; on a Latin one it would have become one letter with it.
    if (OF_NO_SCRIPT.test(sign)) continue;
    const script = SCRIPTS.find(({ letter }) => letter.test(sign))?.script;
    if (script === undefined) return false;
    scripts.add(script);
  }
  if (scripts.has("Latin")) return scripts.size === 1 && LATIN.test(label);
  if (TWINS.some((twin) => twin.test(label))) return false;
  return (
    scripts.size === 1 || TOGETHER.some((group) => [...scripts].every((script) => group.some((one) => one === script)))
  );
}
