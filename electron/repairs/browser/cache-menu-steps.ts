import type { BrowserId } from "../../../shared/model/browser.ts";
import type { ActionStep } from "../../../shared/model/repair-action.ts";
import type { InstalledBrowser } from "../../browsers/find-browsers.ts";
import type { KnownOs } from "../../platform/programs.ts";
import { say } from "./browser-choices.ts";

/** Browsers whose dialog differs from Chromium's (words of Chromium 156 and Firefox 153; others as their makers say). */
const OWN_WORDS: Readonly<Partial<Record<BrowserId, string>>> = {
  edge: "edge",
  firefox: "firefox",
  safari: "safari",
};

/** How a person clears only the cached files of an open browser: its shortcut, what to tick, which button. */
export function cacheMenuSteps({ id, name }: InstalledBrowser, os: KnownOs): readonly ActionStep[] {
  const words = OWN_WORDS[id] ?? "chromium";
  if (words === "safari") {
    return [
      { kind: "click", what: say("step.cache-safari-menu") },
      { kind: "click", what: say("step.cache-safari") },
    ];
  }
  const keys = os === "macos" ? "Cmd+Shift+Backspace" : "Ctrl+Shift+Del";
  return [
    { kind: "click", what: say("step.cache-dialog", { browser: name, keys }) },
    { kind: "click", what: say(`step.cache-${words}`) },
  ];
}
