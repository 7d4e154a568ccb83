import type { GatewayClassification, GatewayKind } from "../../shared/model/gateway.ts";
import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import { classify } from "./classify.ts";

/** What a proxy means that answers CONNECT with this status (RFC 9110, section 9.3.6). */
function refusal(status: number): GatewayKind {
  if (status === 407) return "proxy-auth";
  return status >= 400 && status < 500 ? "block-page" : "proxy-own-fault";
}

/** Nobody but the proxy can have answered: no tunnel to the site was there yet. */
function tunnelRefused(status: number, found: GatewayClassification): GatewayClassification {
  if (found.faultSide === "proxy") return found;
  return {
    signatureId: null,
    vendor: null,
    hop: "corporate-proxy",
    faultSide: "proxy",
    kind: refusal(status),
    confidence: "high",
    meaning: "The proxy refused to open a connection to the site.",
  };
}

/**
 * Who made the answer of one exchange; null when no head of an answer came. A body that was cut counts with its whole
 * size, and one that was never asked for (HEAD) or broke off does not count as empty.
 */
export function classifyExchange(exchange: HttpExchange): GatewayClassification | null {
  if (exchange.status === null) return null;
  const found = classify({
    status: exchange.status,
    statusText: exchange.statusText,
    headers: exchange.headers,
    body: exchange.bodySample,
    bodyBytes: exchange.bodyBytes,
    bodyUnread: exchange.method === "HEAD" || exchange.outcome !== "response",
  });
  return exchange.outcome === "proxy-tunnel-refused" ? tunnelRefused(exchange.status, found) : found;
}
