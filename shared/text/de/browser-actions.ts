import type { EN_BROWSER_ACTIONS } from "../en/browser-actions.ts";
import type { Twin } from "../twin.ts";

/** Deutsche Sätze der Reparaturen in Browsern. */
export const DE_BROWSER_ACTIONS: Twin<typeof EN_BROWSER_ACTIONS> = {
  fact: {
    default: "Öffnet Ihre Links",
    running: "Gerade geöffnet",
  },
  step: {
    "private-safari":
      "Wählen Sie in Safari Ablage > Neues privates Fenster (Umschalt+Befehl+N) und öffnen Sie darin diese Adresse:",
  },
};
