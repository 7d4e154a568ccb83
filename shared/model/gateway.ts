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

/** Who made a response. No match: `signatureId` null and side `unknown`; a page that is fine: side `none`. */
export interface GatewayClassification {
  readonly signatureId: string | null;
  /** Product or service; null when not known. */
  readonly vendor: string | null;
  readonly hop: Hop;
  readonly faultSide: FaultSide;
  readonly confidence: Confidence;
  /** One English sentence. */
  readonly meaning: string;
}
