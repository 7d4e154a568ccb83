import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { GatewayClassification } from "../../../shared/model/gateway.ts";
import { classify } from "../../gateway/classify.ts";
import { LIMITS } from "../../probes/limits.ts";
import type { HttpRequest } from "../../probes/probes.ts";
import type { CheckContext } from "../check.ts";

/** Time kept for handing in what was seen, ms. */
const RESERVE_MS = 300;

/** One request to the site, counted; never longer than what is left of the check-up. `limitMs` shortens it further. */
export async function requestSite(
  context: CheckContext,
  request: HttpRequest,
  limitMs = Number.POSITIVE_INFINITY,
): Promise<HttpExchange> {
  context.contacts.siteRequest();
  const left = Math.max(context.timeLeftMs() - RESERVE_MS, 1);
  const shorter = Math.min(left, limitMs);
  const options = { signal: context.signal };
  // The probe has its own limits; ours only ever cuts them shorter.
  return context.probes.httpRequest(
    request,
    shorter < LIMITS.httpTotalMs ? { ...options, timeoutMs: shorter } : options,
  );
}

/** Who made an answer; null when it is fine or there is none. */
export function gatewayOf(exchange: HttpExchange): GatewayClassification | null {
  if (exchange.status === null) return null;
  const { status, statusText, headers, bodySample: body } = exchange;
  const made = classify({ status, statusText, headers, body });
  return made.kind === "none" ? null : made;
}

/** A complete answer with a good status that no signature calls something else. */
export function isGood(exchange: HttpExchange): boolean {
  const status = exchange.status ?? 0;
  return exchange.outcome === "response" && status >= 200 && status < 400 && gatewayOf(exchange) === null;
}
