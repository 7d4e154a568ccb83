/** The head of an answer. */
export interface ResponseHead {
  readonly httpVersion: "1.0" | "1.1" | "2";
  readonly status: number;
  /** Printable; empty when the server gave none (HTTP/2 has none). */
  readonly statusText: string;
  /** Lower-case names, order and duplicates kept, values printable, cookies blanked. */
  readonly headers: readonly (readonly [string, string])[];
}

/** RFC 9112, section 4; browsers also take a missing reason and several spaces. */
const STATUS_LINE = /^HTTP\/(\d)\.(\d)[ \t]+(\d{3})(?:[ \t]+(.*))?$/;

/** Longest reason phrase kept; real ones have under 40 characters. */
const REASON_LENGTH = 200;

/** Headers whose values are secrets between the site and its visitor. */
const SECRET_HEADERS = new Set(["set-cookie", "set-cookie2"]);

/** Headers that hold an address, which may hold credentials. */
const ADDRESS_HEADERS = new Set(["location", "content-location", "refresh"]);

/** Shows control characters (line breaks, terminal sequences) as `\xNN`, so that no log or terminal obeys them. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/**
 * Takes `user:password@` out of an address, as browsers read one (WHATWG URL): any number of slashes of either kind
 * after the scheme, or two and more without one; everything up to the last `@` before the path.
 */
function withoutCredentials(text: string): string {
  return text.replace(/((?:https?|wss?|ftp):[/\\]*|(?:^|[:=\s'"])[/\\]{2,})[^/?#\\]*@/gi, "$1");
}

/** One header as we keep it. */
export function cleanHeader(name: string, value: string): readonly [string, string] {
  const key = printable(name.trim().toLowerCase());
  if (SECRET_HEADERS.has(key)) return [key, ""];
  // Before control characters are made visible: the backslash of `\x09` would end the part that is looked at.
  const clean = ADDRESS_HEADERS.has(key) ? withoutCredentials(value.trim()) : value.trim();
  return [key, printable(clean)];
}

/** First value of a header (lower-case name); null when absent. */
export function headerOf(headers: ResponseHead["headers"], name: string): string | null {
  return headers.find(([key]) => key === name)?.[1] ?? null;
}

/** All values of a header joined as one list (RFC 9110, 5.3); empty when absent. */
export function listOf(headers: ResponseHead["headers"], name: string): readonly string[] {
  return headers
    .filter(([key]) => key === name)
    .flatMap(([, value]) => value.split(","))
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}

/**
 * Reads a head of HTTP/1.x without its blank line; null when it is none. As forgiving as browsers: bare line feeds,
 * folded lines (RFC 9112, 5.2) and lines without a colon (left out) are no reason to call an answer broken.
 */
export function parseHead(text: string): ResponseHead | null {
  const [first = "", ...lines] = text.split(/\r?\n/);
  const match = STATUS_LINE.exec(first);
  if (match === null || match[1] !== "1") return null;
  const headers: (readonly [string, string])[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      headers[headers.length - 1] = cleanHeader(last[0], `${last[1]} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon > 0) headers.push(cleanHeader(line.slice(0, colon), line.slice(colon + 1)));
  }
  return {
    httpVersion: match[2] === "0" ? "1.0" : "1.1",
    status: Number(match[3]),
    statusText: printable(match[4] ?? "")
      .trim()
      .slice(0, REASON_LENGTH),
    headers,
  };
}
