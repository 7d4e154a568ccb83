import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import { addressScope, isIpLiteral, isPublicAddress } from "../../../shared/lib/ip.ts";
import { stripUrl } from "./exchange-draft.ts";
import { headerOf } from "./response-head.ts";

/** Statuses that send a GET or HEAD elsewhere (RFC 9110, 15.4); 300, 304 and 305 do not. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us: an address, nowhere (`none`: it is the final one), or nowhere usable (`bad`). */
export type RedirectTarget =
  | { readonly kind: "to"; readonly url: URL }
  | { readonly kind: "none" }
  | { readonly kind: "bad" };

/**
 * Reads an answer's Location: absolute, relative or without a scheme; http and https only. Credentials and fragment
 * are taken out. A redirect without a Location is the final answer, as in browsers.
 */
export function redirectTarget(exchange: HttpExchange): RedirectTarget {
  if (exchange.outcome !== "response" || !REDIRECTS.has(exchange.status ?? 0)) return { kind: "none" };
  const location = headerOf(exchange.headers, "location");
  if (location === null || location === "") return { kind: "none" };
  if (!URL.canParse(location, exchange.url)) return { kind: "bad" };
  const url = new URL(location, exchange.url);
  stripUrl(url);
  return url.protocol === "http:" || url.protocol === "https:" ? { kind: "to", url } : { kind: "bad" };
}

/** Host of a URL without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** Names that mean this machine wherever they are looked up (RFC 6761, 6.3). */
function isLocalName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(host);
}

/**
 * Did this answer come from outside? Through a proxy the address is not known; then only a private literal or a local
 * name counts as inside.
 */
export function cameFromOutside(exchange: HttpExchange): boolean {
  if (exchange.address !== null) return addressScope(exchange.address) === "public";
  const host = hostOf(new URL(exchange.url));
  if (isLocalName(host)) return false;
  return !isIpLiteral(host) || addressScope(host) === "public";
}

/** Is one of these addresses (or the literal or local name itself) inside a private network or this machine? */
export function leadsInside(host: string, addresses: readonly string[]): boolean {
  if (isLocalName(host)) return true;
  const all = isIpLiteral(host) ? [host, ...addresses] : addresses;
  return all.some((address) => !isPublicAddress(address));
}
