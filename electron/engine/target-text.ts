/** Pairs that text programs and people put around an address. */
const WRAPPERS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["<", ">"],
  ["(", ")"],
  ["\u201c", "\u201d"],
  ["\u201e", "\u201c"],
  ["\u2018", "\u2019"],
  ["\u00ab", "\u00bb"],
];

/**
 * An address as people paste it, without what surrounds it: white space, quotation marks, angle brackets, a `URL:`
 * label (RFC 3986, appendix C) and the punctuation of the sentence it stood in. An IPv6 literal that ends in `::` keeps
 * its end.
 */
export function unwrapPasted(input: string): string {
  let text = input.trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = withoutWrapper(withoutPunctuation(text)).trim();
  }
  return text.replace(/^url:\s*/i, "");
}

/** Without the marks that end a sentence; they may follow a closing quotation mark. */
function withoutPunctuation(text: string): string {
  return /^[0-9a-f:]*::$/i.test(text) ? text : text.replace(/[.,;:!?]+$/u, "");
}

function withoutWrapper(text: string): string {
  const pair = WRAPPERS.find(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close));
  if (pair !== undefined) return text.slice(1, -1);
  const shorter = text.replace(/^["'`<\u201c\u201e\u2018\u00ab]|["'`>\u201d\u2019\u00bb]$/gu, "");
  // A closing bracket belongs to the address only when it was opened in it.
  return shorter.endsWith(")") && shorter.split("(").length < shorter.split(")").length
    ? shorter.slice(0, -1)
    : shorter;
}

/** Characters nobody sees or that turn the reading direction: control, format (bidi, zero-width), line separators. */
export function hasHiddenCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0]/u.test(text);
}

/**
 * Error numbers and names that people paste instead of an address: Windows result codes (0x8...), a bare status such as
 * 502, and the names browsers print (ERR_..., DNS_PROBE_..., SSL_ERROR_..., SEC_ERROR_...). A browser would read the
 * numbers as IPv4 addresses.
 */
export function isErrorCode(text: string): boolean {
  return (
    /^0x[89a-f][0-9a-f]{7}$/i.test(text) ||
    /^\d{1,5}$/.test(text) ||
    /^(net::)?(ERR|DNS_PROBE|SSL_ERROR|SEC_ERROR|MOZILLA_PKIX_ERROR|PR|NS_ERROR|NET_ERR|INET_E)_[A-Z0-9_]+$/.test(text)
  );
}
