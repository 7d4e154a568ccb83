import type { RedactedKind } from "./field-kinds.ts";
import { HEADER_VALUE_LIMIT, headerKind, headerRule } from "./header-rules.ts";

/** What the redaction of a header borrows from the redaction of fields. */
export interface HeaderTools {
  readonly strict: boolean;
  takesOut(kind: RedactedKind): boolean;
  gone(text: string, kind: RedactedKind): string;
  guarded(text: string, kind: RedactedKind): string;
  url(text: string): string;
  server(text: string): string;
}

/** A header's value with what is private taken out; which part that is depends on the header's name. */
export function redactHeaderValue(name: string, value: string, tools: HeaderTools): string {
  const kind = headerKind(name);
  if (value === "" || !tools.takesOut(kind)) return value;
  switch (headerRule(name)) {
    case null:
      return tools.gone(value, kind);
    case "site":
      return tools.strict ? tools.gone(value, kind) : plain(value, kind, tools);
    case "url":
      return tools.url(value);
    case "scheme-word":
      return AUTH_SCHEME.exec(value)?.[0] ?? tools.gone(value, kind);
    case "via":
      return eachPart(value, (part) => via(part, tools));
    case "cache":
      return eachPart(value, (part) => cache(part, tools));
    case "proxy-status":
      return tools.strict ? proxyStatus(value, kind, tools) : plain(value, kind, tools);
    case "plain":
      return plain(value, kind, tools);
  }
}

/** Schemes of IANA's registry that gateways ask for; what follows (realm, challenge) can name people and machines. */
const AUTH_SCHEME = /^(?:Basic|Digest|Negotiate|NTLM|Bearer|Kerberos)\b/iu;

function plain(value: string, kind: RedactedKind, tools: HeaderTools): string {
  return value.length > HEADER_VALUE_LIMIT ? tools.gone(value, kind) : tools.guarded(value, kind);
}

function eachPart(value: string, show: (part: string) => string): string {
  return value
    .split(",")
    .map((part) => show(part.trim()))
    .join(", ");
}

/** One hop of Via (RFC 9110, 7.6.3): protocol, who, perhaps a product in brackets. */
function via(hop: string, tools: HeaderTools): string {
  const cut = /^([A-Za-z0-9./]{1,20}) ([^\s()]{1,200})((?: \([A-Za-z][\w ./-]{0,40}\))?)$/u.exec(hop);
  if (cut === null) return tools.gone(hop, "header");
  const [, protocol = "", who = "", product = ""] = cut;
  return `${protocol} ${machineWord(who, tools)}${tools.guarded(product, "header")}`;
}

/** `HIT`, `Miss from cloudfront`, `MISS from proxy1.example:3128`. */
function cache(part: string, tools: HeaderTools): string {
  const cut = /^([A-Za-z_-]{1,30})(?: from ([^\s]{1,200}))?$/u.exec(part);
  if (cut === null) return tools.gone(part, "header");
  const [, word = "", who] = cut;
  return who === undefined ? word : `${word} from ${machineWord(who, tools)}`;
}

/** Of Proxy-Status (RFC 9209) the error's name; the rest names machines. */
function proxyStatus(value: string, kind: RedactedKind, tools: HeaderTools): string {
  const word = /;\s*error=([a-z_]{1,40})/u.exec(value)?.[1];
  const who = tools.gone(word === undefined ? value : (value.split(";")[0] ?? ""), kind);
  return word === undefined ? who : `${who}; error=${word}`;
}

/** A proxy's name for itself: a product's word stays, a name or an address is treated as one. */
function machineWord(word: string, tools: HeaderTools): string {
  return PROXY_WORDS.has(word.toLowerCase()) ? word : tools.server(word);
}

/** What gateways call themselves in Via and X-Cache when they do not give a machine's name. */
const PROXY_WORDS = new Set([
  "varnish",
  "google",
  "cloudfront",
  "cloudflare",
  "vegur",
  "squid",
  "haproxy",
  "nginx",
  "envoy",
  "kong",
  "traefik",
  "apache",
  "caddy",
  "akamai",
  "fastly",
  "zscaler",
]);
