import type { GatewayClassification } from "../../../shared/model/gateway.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import { MAINTENANCE_AFTER_SECONDS, saysMaintenance, saysParked } from "./page-words.ts";
import type { Attempt } from "./signals/signals-http.ts";

/** The codes that one complete answer can lead to. */
export type HttpCode = Extract<
  VerdictCode,
  | "gateway-error"
  | "gateway-timeout"
  | "overloaded"
  | "maintenance"
  | "edge-error"
  | "origin-error"
  | "parked"
  | "access-denied"
  | "rate-limited"
  | "not-found"
  | "other-http-error"
>;

/** What the maker of the page says, where that decides. Kinds left out leave it to the status. */
const BY_KIND: Readonly<Partial<Record<GatewayClassification["kind"], HttpCode>>> = {
  "backend-unusable": "gateway-error",
  "backend-timeout": "gateway-timeout",
  overloaded: "overloaded",
  maintenance: "maintenance",
  "edge-own-fault": "edge-error",
  "application-error": "origin-error",
  "access-denied": "access-denied",
  challenge: "access-denied",
  "rate-limited": "rate-limited",
  "block-page": "access-denied",
  parked: "parked",
};

/** What the status alone says. 52x and 530 are Cloudflare's numbers for an origin it could not use. */
const BY_STATUS: Readonly<Record<number, HttpCode>> = {
  401: "access-denied",
  403: "access-denied",
  404: "not-found",
  410: "not-found",
  429: "rate-limited",
  451: "access-denied",
  500: "origin-error",
  501: "origin-error",
  502: "gateway-error",
  503: "overloaded",
  504: "gateway-timeout",
  505: "origin-error",
  507: "origin-error",
  508: "origin-error",
  509: "overloaded",
  520: "gateway-error",
  521: "gateway-error",
  522: "gateway-error",
  523: "gateway-error",
  524: "gateway-timeout",
  525: "gateway-error",
  526: "gateway-error",
  527: "gateway-error",
  529: "overloaded",
  530: "gateway-error",
  598: "gateway-timeout",
  599: "gateway-timeout",
};

/**
 * The code of a complete answer that is not good; null for a good one. A maker's word counts more than the number,
 * except that a page never turns a success into a gateway's failure (an article may quote one).
 */
export function httpCodeOf(attempt: Attempt, retryAfter: number | null): HttpCode | null {
  const status = attempt.status;
  if (attempt.outcome !== "response" || status === null || attempt.ending !== "bad") return null;
  const byKind = BY_KIND[attempt.gateway?.kind ?? "unknown"] ?? null;
  if (status < 400) return softCode(attempt, byKind);
  if (saysParked(attempt.exchange)) return "parked";
  if (missing(status)) return byKind === "parked" ? "parked" : "not-found";
  if (status === 503 && mayBePlanned(byKind) && planned(attempt, retryAfter)) return "maintenance";
  return inTime(byKind ?? byStatus(status), status);
}

/** A gateway that says "not reached" with the number for "too late" waited in vain. */
function inTime(code: HttpCode, status: number): HttpCode {
  return code === "gateway-error" && (status === 504 || status === 524) ? "gateway-timeout" : code;
}

function missing(status: number): boolean {
  return status === 404 || status === 410;
}

/** What the number alone says. */
export function byStatus(status: number): HttpCode {
  return BY_STATUS[status] ?? "other-http-error";
}

/** A gateway that names a dead backend, or a refusal, is no planned absence however long it asks to wait. */
function mayBePlanned(byKind: HttpCode | null): boolean {
  return byKind !== "gateway-error" && byKind !== "access-denied";
}

function planned(attempt: Attempt, retryAfter: number | null): boolean {
  return saysMaintenance(attempt.exchange) || (retryAfter !== null && retryAfter > MAINTENANCE_AFTER_SECONDS);
}

/** A page with a good status that says it is something else. */
function softCode(attempt: Attempt, byKind: HttpCode | null): HttpCode | null {
  if (saysParked(attempt.exchange)) return "parked";
  if (saysMaintenance(attempt.exchange)) return "maintenance";
  return byKind === "access-denied" || byKind === "parked" || byKind === "maintenance" ? byKind : null;
}
