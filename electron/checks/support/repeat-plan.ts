import type { CheckResults } from "../../../shared/model/check.ts";
import type { HttpExchange, Varied } from "../../../shared/model/facts/http-facts.ts";
import { familyOf, type HttpRequest } from "../../probes/probes.ts";
import { asksToWait } from "./header.ts";
import { isGood } from "./site-request.ts";

/** One request to make, and what it varies. */
export interface PlannedRepeat {
  readonly varied: Varied;
  /** What it is set to; empty for `none`. */
  readonly value: string;
  readonly request: HttpRequest;
}

/** What the plan is made from. */
export interface RepeatBasis {
  /** The main request's last exchange. */
  readonly main: HttpExchange;
  /** Addresses of the last exchange's host that a browser here would use. */
  readonly inUse: readonly string[];
  /** Addresses that public resolvers give for it. */
  readonly outside: readonly string[];
  readonly results: CheckResults;
  /** Redirects that led to the main answer: requests to the site already, so the repeats shrink by them. */
  readonly hops?: number;
}

/** Further requests to a site in one check-up, in all; redirects on the way to the page count among them. */
export const MOST_REPEATS = 6;

/** The same again twice, whatever the redirects took: fewer than three answers make no verdict. */
const LEAST_REPEATS = 2;

/**
 * The further requests that tell most, in order. Always the same again twice (three spaced answers make a verdict), and
 * between them, one thing at a time: without the proxy, with a public resolver's address, the other addresses, the other
 * family, the root path, past caches. Nothing when the site asks us to wait.
 */
export function planRepeats(basis: RepeatBasis): readonly PlannedRepeat[] {
  const { main } = basis;
  if (asksToWait(main) || main.outcome === "cancelled") return [];
  const same: PlannedRepeat = { varied: "none", value: "", request: baseRequest(basis) };
  const variants = variantsFor(basis).filter(({ varied }) => wanted(main, varied));
  // Each of these costs seconds: the same once more, and the one way round that could explain it.
  if (isSlowFailure(main)) return [...variants.filter(({ varied }) => isWayRound(varied)).slice(0, 1), same];
  // A slow answer is asked for at most three times more: they overlap, and a struggling site shall not be pressed.
  if (isSlowAnswer(main)) return [same, ...variants.slice(0, 1), same];
  const most = Math.max(LEAST_REPEATS, MOST_REPEATS - (basis.hops ?? 0));
  return [same, ...variants.slice(0, most - LEAST_REPEATS), same];
}

/** A complete answer that took this long (ms) is slow: three in a row would take longer than people wait. */
const SLOW_ANSWER_MS = 1_500;

/** An answer that came, but late. */
export function isSlowAnswer({ outcome, timings }: HttpExchange): boolean {
  return outcome === "response" && timings.total >= SLOW_ANSWER_MS;
}

/** The answer stopped coming although the connection stood. */
export function isStalled({ outcome }: HttpExchange): boolean {
  return outcome === "headers-timeout" || outcome === "body-timeout";
}

/** A failure that took seconds to be seen, and takes as long each time. */
export function isSlowFailure(exchange: HttpExchange): boolean {
  return isStalled(exchange) || exchange.outcome === "connect-timeout";
}

function isWayRound(varied: Varied): boolean {
  return varied === "proxy" || varied === "resolver";
}

function wanted(main: HttpExchange, varied: Varied): boolean {
  if (isGood(main)) return varied === "address" || varied === "family";
  const status = main.outcome === "response" ? (main.status ?? 0) : 0;
  if (status >= 500 || (status > 0 && status < 400)) return true;
  // Refused requests (4xx) and failed connections do not depend on path or cache.
  return isWayRound(varied) || (status === 0 && !connectFailed(main));
}

function connectFailed({ outcome }: HttpExchange): boolean {
  return outcome.startsWith("connect-") || outcome === "tls-failed" || outcome.startsWith("proxy-");
}

function baseRequest({ main, inUse }: RepeatBasis): HttpRequest {
  const proxy = proxyOf(main);
  return { method: "GET", url: main.url, addresses: proxy === null ? inUse : [], proxy };
}

function proxyOf({ proxy }: HttpExchange): HttpRequest["proxy"] {
  const match = /^\[?(.+?)\]?:(\d+)$/.exec(proxy ?? "");
  return match?.[1] === undefined ? null : { host: match[1], port: Number(match[2]) };
}

function variantsFor(basis: RepeatBasis): readonly PlannedRepeat[] {
  const base = baseRequest(basis);
  const direct = base.proxy === null;
  const root = new URL("/", base.url).href;
  return [
    ...(direct || basis.inUse.length === 0
      ? []
      : [vary("proxy", "direct", { ...base, proxy: null, addresses: basis.inUse })]),
    ...(direct ? addressVariants(basis, base) : []),
    ...(root === base.url ? [] : [vary("path", "/", { ...base, url: root })]),
    vary("cache", "bypassed", { ...base, bypassCache: true }),
  ];
}

function addressVariants({ main, inUse, outside, results }: RepeatBasis, base: HttpRequest): readonly PlannedRepeat[] {
  const known = (address: string): boolean => takesConnections(results, address);
  const others = inUse.filter((address) => address !== main.address && known(address));
  const sameFamily = others.filter((address) => familyOf(address) === (main.family ?? "v4"));
  const otherFamily = others.find((address) => familyOf(address) !== (main.family ?? "v4"));
  const different = outside.find((address) => !inUse.includes(address) && known(address));
  const disjoint = !outside.some((address) => inUse.includes(address));
  const pinned = (varied: Varied, value: string, address: string): PlannedRepeat =>
    vary(varied, value, { ...base, addresses: [address] });
  return [
    ...(different !== undefined && disjoint ? [pinned("resolver", different, different)] : []),
    ...(otherFamily === undefined ? [] : [pinned("family", familyOf(otherFamily), otherFamily)]),
    ...sameFamily.slice(0, MOST_REPEATS - 2).map((address) => pinned("address", address, address)),
  ];
}

/**
 * Nothing seen so far says that the address is out of reach: it was tried and took a connection, or it is another
 * host's and its family works. Before connecting has ended nothing is known, and a dead address would cost seconds.
 */
function takesConnections({ tcp, references }: CheckResults, address: string): boolean {
  if (tcp === undefined) return false;
  const connects = tcp.facts?.connects ?? [];
  const tried = connects.find((one) => one.address === address);
  if (tried !== undefined) return tried.outcome === "connected";
  const family = familyOf(address);
  const ofFamily = connects.filter((one) => one.family === family);
  const dead = ofFamily.length > 0 && ofFamily.every(({ outcome }) => outcome !== "connected");
  return !dead && references?.facts?.[family] !== "fails";
}

function vary(varied: Varied, value: string, request: HttpRequest): PlannedRepeat {
  return { varied, value, request };
}
