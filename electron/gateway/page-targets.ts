import { visibleText } from "./visible-text.ts";

/** Longest page, in characters, that is looked at: a page that only sends the visitor on needs no more. */
const SMALL_PAGE = 4_000;

/** Longest text, as a person sees it, beside such a jump or frame: "Redirecting..." and the like. */
const FEW_WORDS = 200;

/** A refresh, a frame or a line of script that leads elsewhere; every repeat is bounded, for hostile pages. */
const TARGET =
  /(?:<iframe\b[^>]{0,200}?\bsrc\s?=\s?|http-equiv\s?=\s?["']?refresh\b[^>]{0,100}?\burl\s?=\s?|location(?:\.href)?\s?=\s?|location\.(?:replace|assign)\()["']?([^"'>\s)]{1,500})/g;

/**
 * Where a small page without words of its own sends the visitor by a refresh or script, or what it shows in a frame;
 * in lower case. Boxes in a network do so where a redirect would not do. Empty: the page is more than that, or no such.
 */
export function pageTargets(body: string): readonly string[] {
  if (body.length > SMALL_PAGE) return [];
  const page = body.toLowerCase();
  const targets = [...page.matchAll(TARGET)].map((match) => match[1] ?? "");
  return targets.length === 0 || visibleText(page).length > FEW_WORDS ? [] : targets;
}
