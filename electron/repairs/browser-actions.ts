import type { RepairAction } from "./action.ts";
import type { BrowserActionDeps } from "./browser/browser-action-deps.ts";
import { clearBrowserCache } from "./browser/clear-browser-cache.ts";
import { clearSiteCookies, hardRefresh } from "./browser/guided-in-browser.ts";
import { clearHostCache } from "./browser/host-cache-in-browser.ts";
import { otherBrowser, privateWindow } from "./browser/open-in-browser.ts";
import { newSession, restartBrowser } from "./browser/restart-in-browser.ts";
import { noExtensions, safeMode } from "./browser/without-extensions.ts";

/** The repairs that are done in the person's browsers, apart from mending the browser itself. */
export function browserActions(deps: BrowserActionDeps): readonly RepairAction[] {
  return [
    newSession(deps),
    hardRefresh(deps),
    privateWindow(deps),
    otherBrowser(deps),
    noExtensions(deps),
    safeMode(deps),
    clearSiteCookies(deps),
    clearBrowserCache(deps),
    clearHostCache(deps),
    restartBrowser(deps),
  ];
}
