/**
 * Characters that act instead of being seen: controls (terminal escapes), line and paragraph separators, marks that
 * turn the reading direction, invisible joiners and tags, and halves of characters. Tab and line feed are the caller's.
 */
const ACTING =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these characters are what this is about
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu;

/** One line of text in which every acting character is written out as `\u202e`. */
export function visible(text: string): string {
  return text.replaceAll(ACTING, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** The same over several lines: line feeds stay, the pair of carriage return and line feed counts as one. */
export function visibleLines(text: string): readonly string[] {
  return text.replaceAll("\r\n", "\n").split("\n").map(visible);
}
