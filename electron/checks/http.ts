import type { CheckResults } from "../../shared/model/check.ts";
import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { TlsOutcome } from "../../shared/model/facts/tls-facts.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Check, CheckContext } from "./check.ts";
import type { FollowedRedirects } from "../probes/http/follow-redirects.ts";
import { fetchChain } from "./support/fetch-chain.ts";
import { outcome, skip } from "./support/outcome.ts";
import { proxyEndpoint } from "./support/proxy-endpoint.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";
import { gatewayOf, isGood } from "./support/site-request.ts";
import { whenAddressesKnown } from "./support/when-addresses-known.ts";

/** A proxy that already refused a connection gets no more than this (ms). */
const DEAD_PROXY_MS = 1_500;

/** What comes when the page is asked for, as a browser would ask? */
export const httpCheck: Check<"http"> = {
  id: "http",
  needs: ["dns-system", "dns-configured", "dns-public", "proxy"],
  early: {
    atMs: whenAddressesKnown.atMs,
    // A proxy looks the name up by itself; which proxy it is must be known in any case.
    // The system's own answer is what a browser would use: nobody else's is waited for then.
    when: (results, elapsedMs) =>
      results.proxy !== undefined &&
      (asksProxy(results) || systemKnows(results) || whenAddressesKnown.when(results, elapsedMs)),
  },
  limitMs: 11_000,
  async run(context) {
    const { target, results } = context;
    const proxy = proxyEndpoint(results, new URL(target.url));
    const addresses = addressesInUse(siteAddresses(target, results));
    if (proxy === null && addresses.length === 0) return skip("not-needed");
    const connect = results.proxy?.facts?.connect ?? null;
    const dead = proxy !== null && connect !== null && connect.outcome !== "connected";
    const start = { url: target.url, addresses, ...(dead ? { limitMs: DEAD_PROXY_MS } : {}) };
    const first = await fetchChain(context, start);
    const retry = target.schemeGuessed && first.chain.length === 1 && speaksNoTls(first.chain[0]);
    const second = retry ? await fetchChain(context, { ...start, url: plainUrl(target) }) : null;
    const answered = second?.chain.some(({ outcome: how }) => how === "response") === true;
    return summarise(context, answered && second !== null ? joined(first, second) : first, retry);
  },
};

function systemKnows(results: CheckResults): boolean {
  return (results["dns-system"]?.facts?.lookup.addresses.length ?? 0) > 0;
}

function asksProxy({ proxy }: CheckResults): boolean {
  const applies = proxy?.facts?.applies ?? null;
  return applies !== null && applies.kind === "manual" && applies.scheme !== "socks";
}

/** TLS outcomes of a server that offers none; a bad certificate is an answer of its own. */
const NO_TLS: ReadonlySet<TlsOutcome> = new Set([
  "not-tls",
  "reset",
  "closed",
  "timeout",
  "alert",
  "protocol-mismatch",
]);

/** https got nowhere, so that a browser given no scheme would go on with http. */
function speaksNoTls(exchange: HttpExchange | undefined): boolean {
  if (exchange === undefined) return false;
  if (exchange.outcome === "tls-failed") return exchange.tls === null || NO_TLS.has(exchange.tls.outcome);
  return exchange.outcome.startsWith("connect-") || exchange.outcome === "empty-reply" || exchange.outcome === "reset";
}

/** The same address by http: an own port is kept, the usual one becomes 80. */
function plainUrl(target: Target): string {
  const url = new URL(target.url);
  const { port } = url;
  url.protocol = "http:";
  url.port = port;
  return url.href;
}

function joined(first: FollowedRedirects, second: FollowedRedirects): FollowedRedirects {
  return { chain: [...first.chain, ...second.chain], redirects: second.redirects };
}

function summarise({ target }: CheckContext, { chain, redirects }: FollowedRedirects, fellBackToHttp: boolean) {
  const last = chain.at(-1);
  if (last === undefined) return skip("not-needed");
  const facts = { chain: chain.slice(-11), redirects, gateway: gatewayOf(last), fellBackToHttp };
  const values = {
    host: target.displayHost,
    status: last.status ?? 0,
    statusText: last.statusText,
    ms: last.timings.total,
    vendor: facts.gateway?.vendor ?? "",
    count: chain.length - 1,
  };
  if (last.outcome === "cancelled") return outcome("http", "unknown", "cancelled", facts);
  if (redirects !== "final") return outcome("http", "fail", { variant: redirects, values }, facts);
  if (last.outcome !== "response") return outcome("http", "fail", { variant: last.outcome, values }, facts);
  if (isGood(last)) return outcome("http", "pass", { variant: "good", values }, facts);
  const status = values.status >= 400 && values.status < 500 ? "warn" : "fail";
  return outcome("http", status, { variant: values.vendor === "" ? "status" : "status-by", values }, facts);
}
