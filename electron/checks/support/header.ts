import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";

/** The first header of a name (lower case); null when there is none. */
export function headerOf(exchange: Pick<HttpExchange, "headers">, name: string): string | null {
  return exchange.headers.find(([key]) => key === name)?.[1] ?? null;
}

/**
 * Does the answer ask us to stay away? 429 always does; 503 with a Retry-After in the future (RFC 9110, 10.2.3: seconds
 * or a date) does too.
 */
export function asksToWait(exchange: Pick<HttpExchange, "headers" | "status">, now: number = Date.now()): boolean {
  if (exchange.status === 429) return true;
  const value = headerOf(exchange, "retry-after")?.trim() ?? "";
  if (exchange.status !== 503 || value === "") return false;
  return /^\d+$/.test(value) ? Number(value) > 0 : Date.parse(value) > now;
}
