import type { ActionChoice, ActionStep } from "../../../shared/model/repair-action.ts";
import type { RepairAction } from "../action.ts";
import { type BrowserMenus, browsersHere } from "./support/browser-menus.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { click, guidedChoice, isMac, isWindows, open, words } from "./support/steps.ts";

/** Mending a browser: update it, then reset its settings, then install it again; each only if the last did not help. */
export function mendBrowserAction(deps: GuideDeps, here: () => Promise<readonly string[]>): RepairAction {
  return guidedAction("mend-browser", async () =>
    browsersHere(await here(), deps.system).map((browser) => choiceFor(deps, browser)),
  );
}

function choiceFor(deps: GuideDeps, browser: BrowserMenus): ActionChoice {
  const steps = [update(deps, browser), ...reset(browser), ...reinstall(deps, browser)];
  return guidedChoice(browser.id, steps, {
    label: browser.name,
    facts: [words("mend-browser.keeps")],
    seconds: 600,
  });
}

function update({ system }: GuideDeps, { id, name, update: page }: BrowserMenus): ActionStep {
  if (page !== null) return click("mend-browser.update-page", { name, address: page });
  if (id === "safari") return open("software-update", system);
  // On Linux the system's own package manager updates it, whatever its menu says.
  if (!isMac(system) && !isWindows(system)) return click("mend-browser.update-packages", { name });
  return click("mend-browser.update-firefox");
}

function reset({ id, name, reset: page }: BrowserMenus): readonly ActionStep[] {
  if (id === "safari") return [click("mend-browser.reset-safari")];
  if (id === "firefox") return [click("mend-browser.reset-firefox")];
  if (page === null) return [];
  return [click("mend-browser.reset-page", { name, address: page })];
}

function reinstall({ system }: GuideDeps, { id, name }: BrowserMenus): readonly ActionStep[] {
  // Part of the system: it comes and goes with that.
  if (id === "safari" || (id === "edge" && isWindows(system))) return [];
  return [click("mend-browser.reinstall", { name })];
}
