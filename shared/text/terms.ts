import { keysOf } from "../lib/keys-of.ts";
import { EN_GLOSSARY, type TermId } from "./en/explain/glossary.ts";
import type { Translator } from "./translator.ts";

export type { TermId };

/** Every word that is explained, in the glossary's order. */
export const TERM_IDS: readonly TermId[] = keysOf(EN_GLOSSARY);

/** A piece of a sentence: plain, or a word that is explained. */
export interface TextPart {
  readonly text: string;
  readonly term: TermId | null;
}

/** The text in pieces: each explained word once, where it first stands. The translator must know `glossary`. */
export function markTerms(text: string, t: Translator): readonly TextPart[] {
  const { pattern, terms } = patternOf(t);
  const seen = new Set<TermId>();
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const term = terms.get(word.toLowerCase());
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (index > from) parts.push({ text: text.slice(from, index), term: null });
    parts.push({ text: word, term });
    from = index + word.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), term: null });
  return parts;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly terms: ReadonlyMap<string, TermId>;
}

const PATTERNS = new WeakMap<Translator, Pattern>();

function patternOf(t: Translator): Pattern {
  const known = PATTERNS.get(t);
  if (known !== undefined) return known;
  const terms = new Map(
    TERM_IDS.flatMap((id) =>
      t(`glossary.${id}.words`)
        .split("|")
        .map((word) => [word.toLowerCase(), id] as const),
    ),
  );
  // The longest first: "DNS server" is not "DNS". A part of a longer word (or of 0.0.0.0/DNS) does not count.
  const words = [...terms.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_./-])(?:${words.join("|")})(?![\p{L}\p{N}_/-]|\.[\p{L}\p{N}])`,
    "giu",
  );
  const made = { pattern, terms };
  PATTERNS.set(t, made);
  return made;
}
