import type { PageView } from "./page-view.ts";
import { visibleText } from "./visible-text.ts";

/**
 * Longest 2xx page, in characters, that its text alone may turn into somebody's block page or portal: those pages are
 * small, and long ones that contain such words are articles about them.
 */
const SWAPPED_PAGE_CHARACTERS = 20_000;

/** Longest text, as a person sees it, of such a page: a few sentences and the details for support. */
const NOTICE_CHARACTERS = 3_000;

/**
 * Marks of a page that is made to be read, found by search engines or shared: whatever it quotes, it is the site's own.
 * A page that something puts in place of another has no use for them.
 */
const MARKS = [
  "<article>",
  "<article ",
  "<main>",
  "<main ",
  'property="og:',
  "property='og:",
  "property=og:",
  'name="twitter:',
  "application/ld+json",
  'rel="canonical"',
  "rel=canonical",
  'rel="next"',
  'type="application/rss+xml"',
  'type="application/atom+xml"',
] as const;

/** Words in the title of a page that speaks about such pages. */
const TITLE_WORDS = [
  "how to",
  "what is",
  "guide",
  "documentation",
  " docs",
  "manual",
  "tutorial",
  "knowledge base",
  "understanding",
  "troubleshoot",
  "explained",
  "forum",
  "wiki",
  "review",
  "blog",
  "faq",
  "changelog",
  "release notes",
  "stack overflow",
  "issue #",
  "· github",
  "anleitung",
  "handbuch",
  "ratgeber",
  "so beheben",
  "was ist",
] as const;

/** Whether a fine answer is something to read, so that the words in it say nothing about who sent it. */
export function isReadingMatter(view: PageView): boolean {
  if (view.bodyLength > SWAPPED_PAGE_CHARACTERS || MARKS.some((mark) => view.has(mark))) return true;
  const title = view.title();
  // A question is asked in a forum; a notice states.
  if (title.endsWith("?")) return true;
  if (TITLE_WORDS.some((word) => title.includes(word))) return true;
  return visibleText(view.text()).length > NOTICE_CHARACTERS;
}
