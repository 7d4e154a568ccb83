import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { OwnerReport } from "../../../shared/model/owner.ts";
import type { ScreenName } from "../screen-name.ts";

/** The owner's page. */
export interface OwnerSlice {
  readonly input: string;
  /** Address of the origin as typed; may be empty. */
  readonly origin: string;
  readonly busy: boolean;
  readonly error: ErrorCode | "bad-origin" | null;
  readonly report: OwnerReport | null;
  readonly from: ScreenName;
}

export const NO_OWNER: OwnerSlice = { input: "", origin: "", busy: false, error: null, report: null, from: "home" };
