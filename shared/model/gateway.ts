import type { Confidence } from "./confidence.ts";
import type { FaultSide } from "./fault-side.ts";

/** Where on the way an answer was made. */
export const HOPS = [
  "browser",
  "antivirus",
  "local-proxy",
  "captive-portal",
  "corporate-proxy",
  "isp",
  "cdn-edge",
  "load-balancer",
  "reverse-proxy",
  "app-platform",
  "origin",
  "unknown",
] as const;

/** One of {@link HOPS}. */
export type Hop = (typeof HOPS)[number];

/**
 * What the maker of a page says is wrong, apart from whose side it is. `none`: the page is fine. `unknown`: an error
 * page that no signature fits.
 * - `backend-unusable`: a gateway could not use the program behind it (refused, reset, unresolvable, broken reply).
 * - `backend-timeout`: the program behind the gateway did not answer in the gateway's time.
 * - `overloaded`: no room left (queue, workers, quota of the site).
 * - `maintenance`: switched off on purpose for a while.
 * - `edge-own-fault`: the gateway or CDN failed by itself or is set up wrongly.
 * - `application-error`: the site's own program failed.
 * - `access-denied`: this visitor, address or country is refused.
 * - `challenge`: a "prove you are human" page.
 * - `rate-limited`: too many requests from this visitor.
 * - `block-page`: a filter between the visitor and the site swapped the page.
 * - `portal`: a network's sign-in page.
 * - `proxy-own-fault`: a proxy on the visitor's side could not reach the site or failed by itself.
 * - `proxy-auth`: a proxy on the visitor's side wants credentials.
 * - `parked`: the name leads to nobody's site (parking, suspended, unclaimed, default page).
 * - `client-certificate`: the site wants a certificate that the visitor did not show.
 * - `request-fault`: the request itself is at fault (cookies too large, wrong scheme, nothing at that path).
 */
export const GATEWAY_KINDS = [
  "none",
  "unknown",
  "backend-unusable",
  "backend-timeout",
  "overloaded",
  "maintenance",
  "edge-own-fault",
  "application-error",
  "access-denied",
  "challenge",
  "rate-limited",
  "block-page",
  "portal",
  "proxy-own-fault",
  "proxy-auth",
  "parked",
  "client-certificate",
  "request-fault",
] as const;

/** One of {@link GATEWAY_KINDS}. */
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** Who made a response. No match: `signatureId` null and side `unknown`; a page that is fine: side `none`. */
export interface GatewayClassification {
  readonly signatureId: string | null;
  /** Product or service; null when not known. */
  readonly vendor: string | null;
  readonly hop: Hop;
  readonly faultSide: FaultSide;
  /** What the maker says is wrong; verdict rules build on it. */
  readonly kind: GatewayKind;
  readonly confidence: Confidence;
  /** One English sentence. */
  readonly meaning: string;
}
