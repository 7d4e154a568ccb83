import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { SettingsView } from "../../../shared/model/settings.ts";
import type { ScreenName } from "../screen-name.ts";

/** What the window knows of the settings, and where the person was before. */
export interface SettingsSlice {
  /** Null until main has told. */
  readonly view: SettingsView | null;
  /** Why the last change did not count; `key`: the endpoint it was about, or null. */
  readonly failed: { readonly code: ErrorCode; readonly key: string | null } | null;
  /** The screen to go back to. */
  readonly from: ScreenName;
}

export const NO_SETTINGS: SettingsSlice = { view: null, failed: null, from: "home" };
