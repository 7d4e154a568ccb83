import type { CheckId } from "./check-id.ts";
import type { FaultSide } from "./fault-side.ts";
import type { Message } from "./message.ts";
import type { VerdictCode } from "./verdict-code.ts";

/** One fact that matters, beside the verdict. */
export interface Finding {
  readonly code: VerdictCode;
  readonly severity: "info" | "warning" | "problem";
  readonly side: FaultSide;
  readonly summary: Message;
  readonly checkId: CheckId;
  /** Codes that hide this finding while they hold (parents hide children). */
  readonly dependsOn: readonly VerdictCode[];
}
