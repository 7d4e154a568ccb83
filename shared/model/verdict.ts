import type { CheckId } from "./check-id.ts";
import type { Confidence } from "./confidence.ts";
import type { FaultSide } from "./fault-side.ts";
import type { GatewayClassification } from "./gateway.ts";
import type { Message } from "./message.ts";
import type { VerdictCode } from "./verdict-code.ts";

/** One observation a verdict rests on. */
export interface Evidence {
  readonly checkId: CheckId;
  readonly fact: Message;
}

/** The check-up's answer. */
export interface Verdict {
  readonly code: VerdictCode;
  readonly faultSide: FaultSide;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** Rivals that were looked at and excluded. */
  readonly ruledOut: readonly { readonly code: VerdictCode; readonly because: Message }[];
  /** Rivals that could not be excluded, each with the observation that would. They lower the confidence. */
  readonly leftOpen: readonly { readonly code: VerdictCode; readonly wouldDecide: Message }[];
  readonly wouldChange: readonly Message[];
  /** Values for the title and explanation (host, status, vendor, seconds to wait...). */
  readonly values: Readonly<Record<string, string | number>>;
  /** Status of the deciding answer; null when none. */
  readonly httpStatus: number | null;
  /** Seconds the site asked us to wait; null when it did not. */
  readonly retryAfterSeconds: number | null;
  readonly gateway: GatewayClassification | null;
}
