import type { CheckResults } from "../../../../shared/model/check.ts";
import type {
  HttpExchange,
  HttpFacts,
  HttpOutcome,
  RedirectEnd,
  Varied,
} from "../../../../shared/model/facts/http-facts.ts";
import type { GatewayClassification } from "../../../../shared/model/gateway.ts";
import { factsOf } from "../facts.ts";
import { saysMaintenance, saysParked } from "../page-words.ts";
import { retryAfterSeconds } from "../retry-after.ts";

/**
 * How one request ended, for comparing requests. `fine`: a good answer. `bad`: a complete answer that is not good.
 * `failed`: no complete answer. `unknown`: ours (cancelled) or not settled.
 */
export type Ending = "fine" | "bad" | "failed" | "unknown";

/** One request, summed up. */
export interface Attempt {
  readonly varied: Varied | "main";
  readonly value: string;
  readonly ending: Ending;
  readonly status: number | null;
  readonly outcome: HttpOutcome;
  readonly address: string | null;
  readonly proxy: string | null;
  readonly gateway: GatewayClassification | null;
  readonly exchange: HttpExchange;
}

/** Where the main request stopped. */
export type Stage = "answered" | "dns" | "connect" | "tls" | "proxy" | "http" | "unknown";

/** The main request and its repeats. */
export interface HttpSignals {
  readonly main: Attempt | null;
  /** Where the first request of the chain went; null when it went nowhere or through a proxy. */
  readonly firstAddress: string | null;
  readonly redirects: RedirectEnd | null;
  readonly redirectCount: number;
  readonly fellBackToHttp: boolean;
  /** Main and repeats with nothing varied, in order. */
  readonly spaced: readonly Attempt[];
  readonly fine: number;
  readonly notFine: number;
  /** Repeats with one thing varied. */
  readonly varied: readonly Attempt[];
  readonly retryAfter: number | null;
}

/** Reads `http` and `repeat`. */
export function httpSignals(checks: CheckResults): HttpSignals {
  const facts = factsOf(checks, "http");
  const main = mainOf(facts);
  const repeats = (factsOf(checks, "repeat")?.attempts ?? []).map((item) =>
    // A redirect asked again only says the same as the chain it began.
    attempt(item, main?.ending === "fine" || (item.exchange.status ?? 0) < 300),
  );
  const alike = repeats.filter((item) => item.varied === "none");
  const spaced = (main === null ? alike : [main, ...alike]).filter((item) => item.ending !== "unknown");
  return {
    main,
    ...chainOf(facts),
    spaced,
    fine: spaced.filter((item) => item.ending === "fine").length,
    notFine: spaced.filter((item) => item.ending !== "fine").length,
    varied: repeats.filter((item) => item.varied !== "none"),
    retryAfter: [main, ...repeats].map((item) => waitOf(item)).find((seconds) => seconds !== null) ?? null,
  };
}

function mainOf(facts: HttpFacts | null): Attempt | null {
  const exchange = facts?.chain.at(-1);
  if (facts === null || exchange === undefined) return null;
  return attempt({ varied: "main", value: "", exchange, gateway: facts.gateway }, endsWell(facts.redirects));
}

function chainOf(
  facts: HttpFacts | null,
): Pick<HttpSignals, "firstAddress" | "redirects" | "redirectCount" | "fellBackToHttp"> {
  if (facts === null) return { firstAddress: null, redirects: null, redirectCount: 0, fellBackToHttp: false };
  return {
    firstAddress: facts.chain[0]?.address ?? null,
    redirects: facts.redirects,
    redirectCount: Math.max(0, facts.chain.length - 1),
    fellBackToHttp: facts.fellBackToHttp,
  };
}

function waitOf(item: Attempt | null): number | null {
  return item === null || item.ending === "fine" ? null : retryAfterSeconds(item.exchange.headers);
}

/** A chain that ended well may be judged by its last answer; any other end is no good answer. */
function endsWell(end: RedirectEnd): boolean {
  return end === "final";
}

function attempt(
  item: {
    readonly varied: Varied | "main";
    readonly value: string;
    readonly exchange: HttpExchange;
    readonly gateway: GatewayClassification | null;
  },
  settled: boolean,
): Attempt {
  const { exchange, gateway } = item;
  return {
    varied: item.varied,
    value: item.value,
    ending: endingOf(exchange, gateway, settled),
    status: exchange.status,
    outcome: exchange.outcome,
    address: exchange.address,
    proxy: exchange.proxy,
    gateway,
    exchange,
  };
}

function endingOf(exchange: HttpExchange, gateway: GatewayClassification | null, settled: boolean): Ending {
  if (exchange.outcome === "error" && exchange.errno === "HEADERS_TOO_LARGE") return "failed";
  if (exchange.outcome === "cancelled" || exchange.outcome === "error") return "unknown";
  if (exchange.outcome !== "response") return "failed";
  const status = exchange.status ?? 0;
  const good = settled && status >= 200 && status < 400 && !leadsNowhere(exchange);
  return good && !saysOtherwise(exchange, gateway) ? "fine" : "bad";
}

/** Statuses that send a browser on to the Location they name (RFC 9110, 15.4). */
const SENDS_ON = new Set([301, 302, 303, 307, 308]);

/** A redirect that does not say where to: a browser stays with an empty page. */
export function leadsNowhere({ status, headers }: Pick<HttpExchange, "status" | "headers">): boolean {
  return SENDS_ON.has(status ?? 0) && !headers.some(([name, value]) => name === "location" && value !== "");
}

/** It ended because nothing came in time, be it the connection, the handshake or the answer: lost packets do that, too. */
export function wasSilence({ outcome, exchange }: Pick<Attempt, "outcome" | "exchange">): boolean {
  return outcome.endsWith("timeout") || (outcome === "tls-failed" && exchange.tls?.outcome === "timeout");
}

/** A page with a good status that is not the site's: a block page, a parking page, a notice. */
function saysOtherwise(exchange: HttpExchange, gateway: GatewayClassification | null): boolean {
  const kind = gateway?.kind ?? "none";
  return (kind !== "none" && kind !== "unknown") || saysParked(exchange) || saysMaintenance(exchange);
}

/** Where an exchange stopped. */
export function stageOf(outcome: HttpOutcome): Stage {
  if (outcome === "response") return "answered";
  if (outcome === "dns-failed") return "dns";
  if (outcome.startsWith("connect-")) return "connect";
  if (outcome === "tls-failed") return "tls";
  if (outcome.startsWith("proxy-")) return "proxy";
  return outcome === "cancelled" || outcome === "error" ? "unknown" : "http";
}
