import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import { retryAfter } from "../../gateway/retry-after.ts";

/** The first header of a name (lower case); null when there is none. */
export function headerOf(exchange: Pick<HttpExchange, "headers">, name: string): string | null {
  return exchange.headers.find(([key]) => key === name)?.[1] ?? null;
}

/**
 * Does the answer ask us to stay away? 429 always does; 503 with a Retry-After in the future does too (0, which some
 * gateways send with everything, is no wish).
 */
export function asksToWait(exchange: Pick<HttpExchange, "headers" | "status">): boolean {
  if (exchange.status === 429) return true;
  return exchange.status === 503 && (retryAfter(exchange.headers, Date.now())?.seconds ?? 0) > 0;
}
