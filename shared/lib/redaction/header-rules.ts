import type { RedactedKind } from "./field-kinds.ts";

/**
 * How a header's value is shown. `plain`: as it is, unless it holds something known to be private. `url`, `via`,
 * `cache`, `scheme-word`, `proxy-status`: only its parts of a known form. `site`: like `plain`, at `standard` only,
 * since it can name the site's own machines.
 */
export type HeaderRule = "plain" | "url" | "via" | "cache" | "scheme-word" | "proxy-status" | "site";

/** Headers that tell who answered, from where and what to do; everything else is taken out. */
const RULES: Readonly<Record<string, HeaderRule>> = {
  server: "plain",
  date: "plain",
  age: "plain",
  "retry-after": "plain",
  "content-type": "plain",
  "content-length": "plain",
  "content-encoding": "plain",
  "transfer-encoding": "plain",
  connection: "plain",
  "cache-control": "plain",
  expires: "plain",
  "last-modified": "plain",
  pragma: "plain",
  vary: "plain",
  allow: "plain",
  upgrade: "plain",
  "strict-transport-security": "plain",
  "x-powered-by": "plain",
  "x-cache-hits": "plain",
  "cf-ray": "plain",
  "cf-cache-status": "plain",
  "cf-mitigated": "plain",
  "x-amz-cf-pop": "plain",
  "x-amz-cf-id": "plain",
  "x-amzn-errortype": "plain",
  "x-amzn-requestid": "plain",
  "x-amzn-trace-id": "plain",
  "x-azure-ref": "plain",
  "x-ms-request-id": "plain",
  "x-vercel-error": "plain",
  "x-vercel-id": "plain",
  "x-vercel-cache": "plain",
  "x-nf-request-id": "plain",
  "fly-request-id": "plain",
  "x-request-id": "plain",
  "x-akamai-request-id": "plain",
  "akamai-grn": "plain",
  "x-sucuri-id": "plain",
  "x-sucuri-cache": "plain",
  "x-iinfo": "plain",
  "x-cdn": "plain",
  "x-squid-error": "plain",
  "x-kong-response-latency": "plain",
  "x-kong-upstream-latency": "plain",
  "x-envoy-upstream-service-time": "plain",
  "x-envoy-overloaded": "plain",
  "x-fastly-request-id": "plain",
  "x-timer": "plain",
  location: "url",
  via: "via",
  "x-cache": "cache",
  "x-cache-lookup": "cache",
  "www-authenticate": "scheme-word",
  "proxy-authenticate": "scheme-word",
  "proxy-status": "proxy-status",
  "x-served-by": "site",
  "x-backend": "site",
  "x-backend-server": "site",
  "x-upstream": "site",
  "x-varnish": "plain",
  "alt-svc": "plain",
};

/** Rule of a header by its name in lower case; null for one whose value is taken out. */
export function headerRule(name: string): HeaderRule | null {
  return Object.hasOwn(RULES, name) ? (RULES[name] ?? null) : null;
}

const COOKIE_NAMES = new Set(["set-cookie", "set-cookie2", "cookie"]);
const TOKEN_WORDS = /auth|token|secret|session|csrf|xsrf|api-?key|credential/u;

/** The kind of a value that is taken out, by the header's name. */
export function headerKind(name: string): RedactedKind {
  if (COOKIE_NAMES.has(name)) return "cookie";
  return TOKEN_WORDS.test(name) ? "token" : "header";
}

/** Names of headers that are public knowledge, shown though their value is not. A name of the site's own is taken out. */
const PUBLIC_NAMES = new Set([
  "set-cookie",
  "authorization",
  "content-security-policy",
  "content-security-policy-report-only",
  "report-to",
  "nel",
  "link",
  "etag",
  "p3p",
  "referrer-policy",
  "permissions-policy",
  "x-frame-options",
  "x-content-type-options",
  "x-xss-protection",
  "accept-ranges",
  "content-language",
  "content-location",
  "content-disposition",
  "access-control-allow-origin",
  "x-forwarded-for",
  "x-real-ip",
  "x-csrf-token",
  "x-auth-token",
  "x-runtime",
  "refresh",
  "keep-alive",
  "server-timing",
]);

/** May the header's name be shown at `strict`? */
export function isPublicHeaderName(name: string): boolean {
  return headerRule(name) !== null || PUBLIC_NAMES.has(name);
}

/** Longest value of a plain header that is shown, characters. */
export const HEADER_VALUE_LIMIT = 200;
