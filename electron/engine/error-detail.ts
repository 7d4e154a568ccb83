/** Longest detail kept, in characters. */
const DETAIL_LIMIT = 300;

/**
 * The technical text of a crash, fit for a report: one line, no folders of this person (any path keeps its last part
 * only), no credentials in URLs, cut at 300 characters.
 */
export function errorDetail(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text
    .replace(/\s+/g, " ")
    .replace(/\/\/[^\s/@]+@/g, "//")
    .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][\w.@~+-]+){2,}/g, (path) => path.slice(path.search(/[^\\/]*$/)))
    .slice(0, DETAIL_LIMIT);
}
