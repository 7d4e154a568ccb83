/** What the build writes where a page's nonce belongs (`html.cspNonce` of the build's settings). */
export const NONCE_PLACE = "__NONCE__";

/**
 * The content policy of one page: its own files and nothing else, no network at all, no string ever becomes code.
 * The nonce is for the one style element that the component library inserts.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    // The preview of a report, in a frame without any rights (see preview-pages.ts).
    "frame-src app://preview",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** Headers of every answer, all constant but the nonce inside the policy: nothing from outside is ever reflected. */
export function pageHeaders(type: string, nonce: string): Readonly<Record<string, string>> {
  return {
    "content-type": type,
    "content-security-policy": contentPolicy(nonce),
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  };
}
