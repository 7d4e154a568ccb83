/** Longest piece of markup taken as one tag: bounds the search for a tag's end on hostile pages. */
const TAG = /<[^<>]{0,2000}>/g;

const UNSEEN = ["script", "style", "noscript"] as const;

/** Cuts elements whose content nobody sees; linear, an element left open ends the page. */
function withoutElement(text: string, name: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf(`<${name}`, from);
    if (open === -1) break;
    parts.push(text.slice(from, open));
    const close = text.indexOf(`</${name}`, open);
    if (close === -1) return parts.join(" ");
    from = close + name.length + 2;
  }
  parts.push(text.slice(from));
  return parts.join(" ");
}

/** A piece of a page without its tags. */
export function withoutTags(text: string): string {
  return text.replace(TAG, " ");
}

/** What a person sees of a page in plain form (page-view.ts), roughly; in lower case, blanks squeezed. */
export function visibleText(text: string): string {
  let seen = text;
  for (const name of UNSEEN) seen = withoutElement(seen, name);
  return withoutTags(seen).replace(/\s+/g, " ").trim();
}
