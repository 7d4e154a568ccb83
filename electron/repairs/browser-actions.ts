import type { RepairAction } from "./action.ts";
import type { BrowserActionDeps } from "./browser/browser-action-deps.ts";
import { otherBrowser, privateWindow } from "./browser/open-in-browser.ts";

/** The repairs that are done in the person's browsers. */
export function browserActions(deps: BrowserActionDeps): readonly RepairAction[] {
  return [privateWindow(deps), otherBrowser(deps)];
}
