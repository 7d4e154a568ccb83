import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { GatewayClassification } from "../../../shared/model/gateway.ts";
import type { LookCode, NearFault } from "../../../shared/model/watch.ts";
import { gatewayOf } from "../../checks/support/site-request.ts";
import { httpCodeOf } from "../../engine/rules/http-kind.ts";
import { announcedError } from "../../engine/rules/page-words.ts";
import { httpSignals, type Attempt } from "../../engine/rules/signals/signals-http.ts";
import { retryAfter } from "../../gateway/retry-after.ts";
import type { FollowedRedirects } from "../../probes/http/follow-redirects.ts";
import { printOf, type PagePrint } from "./page-print.ts";

/** What a look saw. */
export interface LookFinding {
  readonly code: LookCode;
  readonly status: number | null;
  readonly ms: number;
  /** How long the site asks to be left alone, seconds; null when it does not. */
  readonly retryAfterSeconds: number | null;
  /** Of a complete answer; else null. */
  readonly print: PagePrint | null;
  /** Somebody between the person and the site seems to have answered or refused; null when nobody does. */
  readonly hint: NearFault | null;
}

/** A look that ended before anything could be seen (stopped by us). */
export type LookEnd = LookFinding | "cancelled";

/** Judges one look by the engine's own rules: what a check-up would call fine is fine here, and nothing else is. */
export function judgeLook(followed: FollowedRedirects, receivedAt: number): LookEnd {
  const last = followed.chain.at(-1);
  if (last === undefined || last.outcome === "cancelled") return "cancelled";
  const gateway = gatewayOf(last);
  const main = mainOf(followed, gateway);
  if (main === null) return "cancelled";
  const code = codeOf(main, followed);
  return {
    code,
    status: last.status,
    ms: Math.round(last.timings.total),
    retryAfterSeconds: code === "good" ? null : waitOf(last, receivedAt),
    print: last.outcome === "response" ? printOf(last) : null,
    hint: hintOf(last, gateway),
  };
}

function mainOf({ chain, redirects }: FollowedRedirects, gateway: GatewayClassification | null): Attempt | null {
  const facts = { chain, redirects, gateway, fellBackToHttp: false };
  const summary = { key: "", values: {} };
  const times = { startedMs: 0, durationMs: 0, skipped: null, error: null };
  return httpSignals({ http: { id: "http", status: "pass", summary, facts, ...times } }).main;
}

function codeOf(main: Attempt, { redirects }: FollowedRedirects): LookCode {
  const { outcome, exchange } = main;
  if (outcome !== "response") return outcome === "cancelled" ? "error" : outcome;
  if (redirects !== "final") return "bad-redirect";
  // A check-up only mentions such a page beside its verdict; a watch must not call it the site.
  if (main.ending === "fine") return announcedError(exchange) === null ? "good" : "error-in-page";
  const status = exchange.status ?? 0;
  if (status >= 300 && status < 400) return "bad-redirect";
  return httpCodeOf(main, null) ?? "error-in-page";
}

function waitOf({ headers }: HttpExchange, receivedAt: number): number | null {
  const seconds = retryAfter(headers, receivedAt)?.seconds ?? 0;
  return seconds > 0 ? seconds : null;
}

/** A proxy that cannot reach the site says something about the site; one that cannot be reached says nothing. */
function hintOf({ outcome }: HttpExchange, gateway: GatewayClassification | null): NearFault | null {
  if (outcome === "proxy-connect-failed") return "proxy";
  return gateway?.faultSide === "local-network" ? "portal" : null;
}
