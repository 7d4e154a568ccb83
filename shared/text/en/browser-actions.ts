import type { Catalogue } from "../translator.ts";

/** English sentences of the repairs in browsers: what is known of a browser, what to click, what came of it. */
export const EN_BROWSER_ACTIONS = {
  fact: {
    default: "Opens your links",
    running: "Open at the moment",
  },
  step: {
    "private-safari": "In Safari choose File > New Private Window (Shift+Command+N), and open this address in it:",
  },
} as const satisfies Catalogue;
