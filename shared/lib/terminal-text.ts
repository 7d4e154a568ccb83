/**
 * What a terminal may be told to do: colours (SGR), and erasing the line that shows progress (ECMA-48 8.3.117, 8.3.41).
 */
const OURS = "\\u001B\\[(?:[0-9;]{0,20}m|2K)";

/**
 * Signs a terminal or its reader would obey: the other control characters, among them the escape by itself and the
 * eight-bit ones (ECMA-48 5.3: U+009B begins a command as ESC [ does), and marks that turn the reading direction.
 */
const OBEYED =
  "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

const BOTH = new RegExp(`${OURS}|${OBEYED}`, "gu");

/**
 * Text that a terminal shows and does not obey: every acting sign but our own colours is written out as `\u009b`. That
 * is the same value where the text is JSON, which escapes only half of these by itself.
 */
export function inert(text: string): string {
  return text.replaceAll(BOTH, (found) =>
    found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
