import { pageTargets } from "./page-targets.ts";
import { parseProxyStatus, type ProxyStatusMember } from "./proxy-status.ts";

/** A response as a gateway made it. */
export interface GatewayResponse {
  readonly status: number;
  /** Reason phrase; empty with HTTP/2. */
  readonly statusText: string;
  /** In the order received; any case. */
  readonly headers: readonly (readonly [string, string])[];
  /** Decoded body as text; may be cut. */
  readonly body: string;
  /** Size of the whole body, when `body` is only its start. */
  readonly bodyBytes?: number;
  /** True when no body was asked for (HEAD) or none could be read: then an empty `body` says nothing. */
  readonly bodyUnread?: boolean;
}

/** Characters looked at from the start of a body. Gateways' own pages are far shorter. */
export const HEAD_CHARACTERS = 64 * 1024;

/** Characters looked at from the end of a longer body: some makers sign at the bottom. */
export const TAIL_CHARACTERS = 8 * 1024;

/** A response prepared for many tests; everything costly is done once, when first asked for. */
export interface PageView {
  readonly status: number;
  /** In lower case. */
  readonly statusText: string;
  /** Characters of the body as given, or its whole size when that is larger. */
  readonly bodyLength: number;
  /** All values of a header (name in lower case), in lower case; empty when absent. */
  values(name: string): readonly string[];
  /** The page's plain form, see {@link plainText}. */
  text(): string;
  /** Content of the first title element, plain; empty when there is none. */
  title(): string;
  /** Whether the plain form contains the word. */
  has(word: string): boolean;
  isEmpty(): boolean;
  /** Where a small page without words of its own sends or frames the visitor, in lower case; see page-targets.ts. */
  pageTargets(): readonly string[];
  isJson(): boolean;
  /** Members of Proxy-Status, nearest the origin first; empty when absent or malformed. */
  proxyStatus(): readonly ProxyStatusMember[];
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: " ",
  quot: '"',
  rsquo: "'",
  lsquo: "'",
  apos: "'",
  ndash: "-",
  mdash: "-",
  middot: "·",
  bull: "•",
};

/** Characters that mean markup or its escape: left escaped, so that quoted markup never reads as markup. */
const KEPT = new Set([38, 60, 62]);

function decodeNumber(whole: string, code: number): string {
  if (KEPT.has(code) || code < 9 || code > 0xff_ff) return whole;
  return String.fromCharCode(code);
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (decimal !== undefined) return decodeNumber(whole, Number.parseInt(decimal, 10));
  if (hex !== undefined) return decodeNumber(whole, Number.parseInt(hex, 16));
  return NAMED[name ?? ""] ?? whole;
}

/**
 * A page in the one form that signatures are written in: lower case, entities decoded (but for `&lt;`, `&gt;` and
 * `&amp;`), curly quotes and dashes made plain, white space squeezed to single blanks, no blank beside a tag's
 * brackets or at the ends. Every step is linear in the length.
 */
export function plainText(page: string): string {
  return page
    .replace(/&(?:#(\d{1,5})|#x([\da-f]{1,4})|([a-z]{4,6}));/gi, decodeEntity)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?([<>]) ?/g, "$1")
    .trim();
}

function shorten(body: string): string {
  if (body.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return body;
  return `${body.slice(0, HEAD_CHARACTERS)} ${body.slice(-TAIL_CHARACTERS)}`;
}

/** Characters taken of a title that is never closed. */
const OPEN_TITLE = 200;

function titleOf(text: string): string {
  const open = text.indexOf("<title");
  if (open === -1) return "";
  const start = text.indexOf(">", open);
  const end = text.indexOf("</title", start);
  if (start === -1) return "";
  // A title left open still has a beginning; more of it than this is not a title.
  return text.slice(start + 1, end === -1 ? start + 1 + OPEN_TITLE : end);
}

function isJsonText(body: string, contentTypes: readonly string[]): boolean {
  const start = body.trimStart().slice(0, 1);
  if (start !== "{" && start !== "[") return false;
  if (contentTypes.some((type) => type.includes("json"))) return true;
  if (body.length > HEAD_CHARACTERS) return false;
  try {
    JSON.parse(body);
    return true;
  } catch {
    // Not JSON after all: that is the answer.
    return false;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Prepares a response. */
export function viewOf(response: GatewayResponse): PageView {
  const headers = new Map<string, string[]>();
  for (const [name, value] of response.headers) {
    const key = name.toLowerCase();
    const values = headers.get(key) ?? [];
    values.push(value.trim().toLowerCase());
    headers.set(key, values);
  }
  const text = once(() => plainText(shorten(response.body)));
  const found = new Map<string, boolean>();
  const values = (name: string): readonly string[] => headers.get(name) ?? [];
  return {
    status: response.status,
    statusText: response.statusText.trim().toLowerCase(),
    bodyLength: Math.max(response.body.length, response.bodyBytes ?? 0),
    values,
    text,
    title: once(() => titleOf(text())),
    has: (word) => {
      const known = found.get(word);
      if (known !== undefined) return known;
      const isThere = text().includes(word);
      found.set(word, isThere);
      return isThere;
    },
    isEmpty: once(() => text() === "" && response.bodyUnread !== true),
    pageTargets: once(() => pageTargets(response.body)),
    isJson: once(() => isJsonText(response.body, values("content-type"))),
    proxyStatus: once(() =>
      parseProxyStatus(
        response.headers.filter(([name]) => name.toLowerCase() === "proxy-status").map(([, value]) => value),
      ),
    ),
  };
}
