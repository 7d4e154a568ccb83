import { isMac, isWindows } from "./steps.ts";
import type { MenuSystem } from "../../../platform/menu-system.ts";

/** Addresses of a browser's own pages, as people type them into its address bar. */
export interface BrowserMenus {
  readonly id: string;
  readonly name: string;
  /** Where it says its version and updates itself; null: through its menu or the system. */
  readonly update: string | null;
  /** Where its settings go back to the beginning (bookmarks and passwords stay); null: there is no such page. */
  readonly reset: string | null;
  /** Where encrypted DNS is chosen; null: it has none of its own. */
  readonly secureDns: string | null;
}

/** The browsers that we know the pages of, the most used first. */
export const BROWSERS: readonly BrowserMenus[] = [
  {
    id: "chrome",
    name: "Google Chrome",
    update: "chrome://settings/help",
    reset: "chrome://settings/reset",
    secureDns: "chrome://settings/security",
  },
  {
    id: "edge",
    name: "Microsoft Edge",
    update: "edge://settings/help",
    reset: "edge://settings/reset",
    secureDns: "edge://settings/privacy",
  },
  { id: "safari", name: "Safari", update: null, reset: null, secureDns: null },
  {
    id: "firefox",
    name: "Firefox",
    update: null,
    reset: "about:support",
    secureDns: "about:preferences#privacy",
  },
  {
    id: "chromium",
    name: "Chromium",
    update: null,
    reset: "chrome://settings/reset",
    secureDns: "chrome://settings/security",
  },
  {
    id: "brave",
    name: "Brave",
    update: "brave://settings/help",
    reset: "brave://settings/reset",
    secureDns: "brave://settings/security",
  },
  {
    id: "opera",
    name: "Opera",
    update: "opera://update",
    reset: "opera://settings/reset",
    secureDns: "opera://settings/system",
  },
  {
    id: "vivaldi",
    name: "Vivaldi",
    update: "vivaldi://settings/updates",
    reset: null,
    secureDns: "vivaldi://settings/privacy",
  },
];

/** Known browsers of this computer; all that exist for the system when nobody knows which ones are there. */
export function browsersHere(installed: readonly string[], system: MenuSystem): readonly BrowserMenus[] {
  const here = BROWSERS.filter(({ id }) => installed.includes(id));
  if (here.length > 0) return here;
  return BROWSERS.filter(({ id }) => {
    if (id === "safari") return isMac(system);
    if (id === "edge") return isWindows(system) || isMac(system);
    return id !== "chromium" || !(isWindows(system) || isMac(system));
  });
}
