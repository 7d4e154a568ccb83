/** Characters kept of one text out of an answer: a TXT record's usual length is under 512, error texts are sentences. */
const TEXT_CHARACTERS = 1_024;

/**
 * Text out of a DNS answer, made safe to show: whoever answers chooses it. Control characters (terminal sequences, line
 * breaks) and characters that turn the reading direction become U+FFFD; the length is bounded. Markup is left as it
 * is: those who show text must escape it in any case.
 */
export function cleanText(text: string): string {
  return text.slice(0, TEXT_CHARACTERS).replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "\ufffd");
}
