import type { RedactedKind } from "./field-kinds.ts";

/**
 * The brackets of a redaction, in every format: single guillemets, which no address, name or header contains and which
 * need no escaping in HTML, Markdown or JSON.
 */
const MARK_OPEN = "‹";
/** Its end. */
const MARK_CLOSE = "›";

/** The mark of a pseudonym: equal things carry equal names inside one report. */
export function named(name: string): string {
  return `${MARK_OPEN}${name}${MARK_CLOSE}`;
}

/** The mark of something that is simply gone. */
export function removed(kind: RedactedKind): string {
  return `${MARK_OPEN}removed: ${kind}${MARK_CLOSE}`;
}
