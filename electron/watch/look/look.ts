import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import { isIpLiteral } from "../../../shared/lib/ip.ts";
import { LIMITS } from "../../probes/limits.ts";
import { type FollowedRedirects, followRedirects } from "../../probes/http/follow-redirects.ts";
import { judgeLook, type LookEnd, type LookFinding } from "./judge-look.ts";
import type { Place, ProxyBook } from "../place.ts";

/** What to look at. */
export interface LookOrder {
  readonly url: string;
  /** No scheme was typed and neither has answered yet: http is asked when https is not spoken. */
  readonly schemeOpen: boolean;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface Looked {
  readonly end: LookEnd;
  /** The address that answered, when the scheme was open and is settled now; else the one given. */
  readonly url: string;
  readonly schemeOpen: boolean;
  readonly throughProxy: boolean;
  /** The page came over a connection that nobody on the way can have written into. */
  readonly secure: boolean;
}

/** Looks once. Never throws. */
export type Look = (order: LookOrder) => Promise<Looked>;

/**
 * One polite GET past every cache, redirects followed as a browser would, without cookies or credentials. The name is
 * looked up each time: a site that moves is found at its new place.
 */
export function createLook(place: Place, proxies: ProxyBook, now: () => number): Look {
  return async ({ url, schemeOpen, signal }) => {
    const first = await fetchOnce(place, proxies, url, signal);
    const second = schemeOpen && speaksNoTls(first) ? await fetchOnce(place, proxies, plain(url), signal) : null;
    const answered = [first, ...(second === null ? [] : [second])].find((one) => "chain" in one && hasAnswer(one));
    const used = answered ?? first;
    return {
      end: "chain" in used ? judgeLook(used, now()) : used.end,
      url: used === second ? plain(url) : url,
      schemeOpen: schemeOpen && answered === undefined,
      throughProxy: "chain" in used && used.chain.at(-1)?.proxy != null,
      secure: "chain" in used && used.chain.every((exchange) => exchange.url.startsWith("https:")),
    };
  };
}

type Fetched = FollowedRedirects | { readonly end: LookEnd };

async function fetchOnce({ probes }: Place, proxies: ProxyBook, url: string, signal: AbortSignal): Promise<Fetched> {
  const target = new URL(url);
  const proxyFor = await proxies.open(signal);
  const proxy = proxyFor(target);
  const found = proxy === null ? await addressesOf(probes, target, signal) : { addresses: [], ms: 0 };
  if (signal.aborted) return { end: "cancelled" };
  if (proxy === null && found.addresses.length === 0) return { end: notFound(found.ms) };
  return followRedirects(
    { method: "GET", url, addresses: found.addresses, proxy, bypassCache: true },
    { signal },
    {
      httpRequest: (request, options) => probes.httpRequest(request, { ...options, timeoutMs: LIMITS.httpTotalMs }),
      lookup: async (host, aborts) => (await probes.systemLookup(host, { signal: aborts })).addresses,
      proxyFor,
    },
  );
}

async function addressesOf(
  probes: Place["probes"],
  url: URL,
  signal: AbortSignal,
): Promise<{ readonly addresses: readonly string[]; readonly ms: number }> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  return isIpLiteral(host) ? { addresses: [host], ms: 0 } : probes.systemLookup(host, { signal });
}

function notFound(ms: number): LookFinding {
  const nothing = { status: null, retryAfterSeconds: null, print: null, hint: null };
  return { code: "dns-failed", ms: Math.round(ms), ...nothing };
}

function hasAnswer({ chain }: FollowedRedirects): boolean {
  return chain.some(({ outcome }) => outcome === "response");
}

/** https got nowhere, so that a browser given no scheme would go on with http. */
function speaksNoTls(fetched: Fetched): boolean {
  const first: HttpExchange | undefined = "chain" in fetched ? fetched.chain[0] : undefined;
  if (first === undefined || hasAnswer({ chain: [first], redirects: "final" })) return false;
  if (first.outcome === "tls-failed") return first.tls === null || first.tls.outcome === "not-tls";
  return first.outcome.startsWith("connect-") || first.outcome === "empty-reply" || first.outcome === "reset";
}

/** The same address by http: an own port is kept, the usual one becomes 80. */
function plain(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `http://${host}${pathname}${search}`;
}
