import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { UpdatesView } from "../../../shared/model/updates.ts";

/** What the window knows of newer versions. `view` null: not asked for yet. */
export interface UpdatesSlice {
  readonly view: UpdatesView | null;
  /** Why the last press came to nothing before it began. */
  readonly error: ErrorCode | null;
}

export const NO_UPDATES: UpdatesSlice = { view: null, error: null };
