import type { ActionEnd, ActionStep } from "../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import type { KnownOs } from "../../platform/programs.ts";
import { internalPages } from "../../browsers/internal-pages.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import type { BrowserActionDeps } from "./browser-action-deps.ts";
import { choiceOf, type ChosenBrowser, chosenBy, refused, say, seeBrowsers } from "./browser-choices.ts";

/** Loading the page anew past everything that was kept; done by hand in the browser that shows it. */
export function hardRefresh(deps: BrowserActionDeps): RepairAction {
  return byHand(deps, "hard-refresh", ({ browser }) => [
    { kind: "click", what: say("step.reload-first") },
    browser.id === "safari"
      ? { kind: "click", what: say("step.reload-safari") }
      : { kind: "click", what: say("step.reload", { keys: keysFor(deps.browsers.os, "R") }) },
  ]);
}

/** What one site stored, and nothing of any other. */
export function clearSiteCookies(deps: BrowserActionDeps): RepairAction {
  return byHand(deps, "clear-site-cookies", ({ browser }, { target }) => {
    const { host } = target;
    const page = internalPages(browser.id)?.site(new URL(target.url).origin) ?? null;
    const words = say(`step.cookies-${browser.id === "firefox" || browser.id === "safari" ? browser.id : "chromium"}`, {
      host,
    });
    const again: ActionStep = { kind: "click", what: say("step.sign-in-again") };
    if (page === null) return [{ kind: "click", what: words }, again];
    return [...pasteSteps(page), { kind: "click", what: words }, again];
  });
}

/** "Copy this address, paste it": the only way to a browser's own pages. */
export function pasteSteps(page: string): readonly ActionStep[] {
  return [
    { kind: "click", what: say("step.paste") },
    { kind: "command", text: page },
  ];
}

/** Shift and the system's own key, as people see them on the keyboard. */
function keysFor(os: KnownOs, letter: string): string {
  return os === "macos" ? `Cmd+Shift+${letter}` : `Ctrl+Shift+${letter}`;
}

/** A repair that a person does alone; nothing of it can be seen from outside, so they say what they see. */
export function byHand(
  deps: BrowserActionDeps,
  id: RepairId,
  stepsOf: (chosen: ChosenBrowser, context: ActionContext) => readonly ActionStep[],
): RepairAction {
  return {
    id,
    offer: async (context, signal) => {
      const { browsers } = await seeBrowsers(deps, signal);
      const choices = browsers.map((chosen) => choiceOf(chosen, "guided", stepsOf(chosen, context)));
      return choices.length === 0 ? null : { repair: id, choices };
    },
    apply: async (_context, choiceId, signal): Promise<ActionEnd> => {
      if (signal.aborted) return refused("cancelled");
      const chosen = chosenBy(await seeBrowsers(deps, signal), choiceId);
      return chosen.found === null ? chosen.end : { kind: "opened" };
    },
  };
}
