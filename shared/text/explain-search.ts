import { ALIASES } from "../model/explain/aliases.ts";
import type { ExplainPage } from "../model/explain/page.ts";
import { EXPLAIN_PAGES, pageOfStatus } from "../model/explain/pages.ts";
import { holdsPhrase, isOneSlip, searchable, wordsOf } from "../lib/search-text.ts";
import type { Translator } from "./translator.ts";

/** What is searched: made once for a language. */
export interface ExplainIndex {
  readonly pages: readonly IndexedPage[];
  /** In how many pages a word stands: the rarer, the more it says. */
  readonly spread: ReadonlyMap<string, number>;
}

interface IndexedPage {
  readonly page: ExplainPage;
  readonly phrases: readonly string[];
  /** The best place a word stands in. */
  readonly words: ReadonlyMap<string, number>;
}

/** What a word counts by the place it stands in. */
const PLACE = { name: 6, alias: 5, title: 4, text: 1 };
/** What a match counts by its kind. */
const MATCH = { exact: 1, prefix: 0.7, slip: 0.5 };
/** A text that somebody read off the screen beats any number of single words; a number beats a part of a text. */
const SAME = 1_000;
const NUMBER = 400;
const HOLDS = 200;
const PART = 100;

/** The index over all pages in the translator's language; the translator must know the pages' words. */
export function indexPages(t: Translator): ExplainIndex {
  const pages = EXPLAIN_PAGES.map((page) => indexed(page, t));
  const spread = new Map<string, number>();
  for (const { words } of pages) for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return { pages, spread };
}

/** The pages that fit what was typed, best first; none for an empty text. `limit`: at most so many. */
export function searchPages(index: ExplainIndex, typed: string, limit = 20): readonly ExplainPage[] {
  const query = searchable(typed);
  const wanted = wordsOf(query);
  // A verdict's code as reports write it, with its dash.
  const code = typed.trim().toLowerCase();
  if (wanted.length === 0) return [];
  const numbers = new Set(wanted.filter((word) => /^\d{3}$/.test(word)).map(Number));
  const found = index.pages
    .map(({ page, phrases, words }) => ({
      page,
      score:
        (page.name === code ? SAME : 0) +
        phraseScore(query, phrases) +
        numberScore(page, numbers) +
        wordScore(wanted, words, index),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ page }) => page);
  return [...unknownNumbers(numbers), ...found].slice(0, limit);
}

/** Pages for numbers that nobody has defined: those of their class. */
function unknownNumbers(numbers: ReadonlySet<number>): readonly ExplainPage[] {
  return [...numbers].flatMap((number) => {
    const page = pageOfStatus(number);
    return page === null || page.kind === "status" ? [] : [page];
  });
}

function indexed(page: ExplainPage, t: Translator): IndexedPage {
  const words = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(searchable(text))) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  const aliases = ALIASES[page.id] ?? [];
  add(page.name, PLACE.name);
  for (const alias of aliases) add(alias, PLACE.alias);
  const [title, means, more] = ["title", "means", "more"].map((part) => sentence(t, `${page.words}.${part}`));
  add(title ?? "", PLACE.title);
  add(`${means} ${more}`, PLACE.text);
  return { page, phrases: [page.name, title ?? "", ...aliases].map(searchable).filter((text) => text !== ""), words };
}

function sentence(t: Translator, key: string): string {
  return t.has(key) ? t(key) : "";
}

function phraseScore(query: string, phrases: readonly string[]): number {
  if (phrases.includes(query)) return SAME;
  // The more and the longer the parts that are the same, the surer.
  const held = phrases.filter((phrase) => holdsPhrase(query, phrase)).reduce((sum, { length }) => sum + length, 0);
  if (held > 0) return HOLDS + held;
  return query.length > 3 && phrases.some((phrase) => holdsPhrase(phrase, query)) ? PART : 0;
}

/** One number means its page; several are a comparison, and the words decide. */
function numberScore(page: ExplainPage, numbers: ReadonlySet<number>): number {
  return page.kind === "status" && page.status !== null && numbers.has(page.status) ? NUMBER / numbers.size : 0;
}

function wordScore(wanted: readonly string[], words: ReadonlyMap<string, number>, index: ExplainIndex): number {
  let sum = 0;
  let matched = 0;
  for (const typed of wanted) {
    let best = 0;
    for (const [word, weight] of words) {
      const quality = match(typed, word);
      if (quality === 0) continue;
      const rarity = Math.log(1 + index.pages.length / (index.spread.get(word) ?? 1));
      best = Math.max(best, quality * weight * rarity);
    }
    if (best > 0) matched += 1;
    sum += best;
  }
  return (sum * matched) / wanted.length;
}

function match(typed: string, word: string): number {
  if (typed === word) return MATCH.exact;
  if (typed.length > 1 && word.startsWith(typed)) return MATCH.prefix;
  return isOneSlip(typed, word) ? MATCH.slip : 0;
}
