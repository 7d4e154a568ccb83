import type { HttpExchange, RedirectEnd } from "../../../shared/model/facts/http-facts.ts";
import { isIpLiteral } from "../../../shared/lib/ip.ts";
import { LIMITS } from "../limits.ts";
import type { HttpRequest, Lookup, ProbeOptions, Probes, ProxyEndpoint } from "../probes.ts";
import { cameFromOutside, hostOf, leadsInside, redirectTarget } from "./redirect-target.ts";

/** What following redirects needs. */
export interface RedirectDeps {
  readonly httpRequest: Probes["httpRequest"];
  /** Asked for every new host, so that the addresses that are checked are the ones that are connected to. */
  readonly lookup: Lookup;
  /** The proxy for a further address (settings differ by scheme and host); the first request's when absent. */
  readonly proxyFor?: (url: URL) => ProxyEndpoint | null;
}

/** All exchanges in order (the last is the final one) and why it ended there. At most 1 + `LIMITS.redirects`. */
export interface FollowedRedirects {
  readonly chain: readonly HttpExchange[];
  readonly redirects: RedirectEnd;
}

/** Addresses for the next request; empty when they cannot be found (the request will say so). */
async function addressesFor(
  host: string,
  current: { readonly host: string; readonly addresses: readonly string[] },
  { lookup }: RedirectDeps,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (isIpLiteral(host)) return [host];
  // The same host keeps the addresses it was given: a request to one edge of several stays with that edge.
  if (host === current.host && current.addresses.length > 0) return current.addresses;
  try {
    return await lookup(host, signal);
  } catch {
    return []; // the next request says that the name has no addresses
  }
}

/** The request a redirect asks for, or why it is not made. */
async function nextRequest(
  url: URL,
  { exchange, request }: { readonly exchange: HttpExchange; readonly request: HttpRequest },
  options: ProbeOptions,
  deps: RedirectDeps,
): Promise<HttpRequest | RedirectEnd> {
  const host = hostOf(url);
  const current = { host: hostOf(new URL(request.url)), addresses: request.addresses };
  const addresses = await addressesFor(host, current, deps, options.signal);
  if (options.signal.aborted) return "not-followed";
  // The same host at the same addresses is where we already are (documentation ranges of a practice network, too).
  const elsewhere = host !== current.host || current.addresses.length === 0;
  if (elsewhere && cameFromOutside(exchange) && leadsInside(host, addresses)) return "to-private";
  const proxy = deps.proxyFor === undefined ? request.proxy : deps.proxyFor(url);
  return { ...request, url: url.href, addresses, proxy };
}

/**
 * Makes a request and follows its redirects, at most `LIMITS.redirects`. Never from a public host to an address that
 * is not public, whether written out or looked up; every further host is looked up here and the addresses that were
 * checked are the only ones connected to, so a name that changes its mind (DNS rebinding) gains nothing. Nothing of
 * one answer is carried to the next request. `timeoutMs` holds for each request. Never throws.
 */
export async function followRedirects(
  first: HttpRequest,
  options: ProbeOptions,
  deps: RedirectDeps,
): Promise<FollowedRedirects> {
  const chain: HttpExchange[] = [];
  // The same question asked twice would get the same answer for ever: cookies are not sent, the method never changes.
  const asked = new Set<string>();
  let request = first;
  for (;;) {
    const exchange = await deps.httpRequest(request, options);
    chain.push(exchange);
    asked.add(exchange.url);
    const target = redirectTarget(exchange);
    if (target.kind === "none") return { chain, redirects: "final" };
    if (target.kind === "bad") return { chain, redirects: "bad-location" };
    if (asked.has(target.url.href)) return { chain, redirects: "loop" };
    if (chain.length > LIMITS.redirects) return { chain, redirects: "too-many" };
    if (options.signal.aborted) return { chain, redirects: "not-followed" };
    const next = await nextRequest(target.url, { exchange, request }, options, deps);
    if (typeof next === "string") return { chain, redirects: next };
    request = next;
  }
}
