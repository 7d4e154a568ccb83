import type { Translator } from "./translator.ts";

/**
 * What came of one request or look, in words ("The connection was refused"): the one home of these words for terminal,
 * reports, messages and watches. A code without words (of a newer version's report) stays as it is.
 */
export function sayOutcome(outcome: string, t: Translator): string {
  const key = `watch.look.${outcome}`;
  return t.has(key) ? t(key) : outcome;
}
