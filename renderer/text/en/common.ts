import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_COMMON = {
  app: { name: "GoodGateway" },
  title: { of: "{{screen}} – GoodGateway" },
  seconds: "{{value}}\u00A0s",
  "under-seconds": "<\u00A0{{value}}\u00A0s",
  back: "Back",
  nav: "Always at hand",
  history: "History",
  status: {
    pass: "fine",
    warn: "not quite right",
    fail: "trouble",
    skipped: "not asked",
    unknown: "could not tell",
    running: "looking",
    waiting: "waiting",
  },
  skipped: {
    "not-configured": "No outside service is set for this.",
    "private-mode": "You asked to contact only the site and your own resolver.",
    "literal-target": "The address is a number, so names do not matter.",
    "loopback-target": "The address is this computer itself, so the network does not matter.",
    "not-needed": "Earlier answers made this pointless.",
    "not-supported": "This system cannot tell.",
    "not-asked": "Only done when you ask for it.",
    cancelled: "The check-up was stopped first.",
    "no-time": "The time ran out first.",
  },
  "check-error": {
    crashed: "This check failed in GoodGateway itself.",
    "timed-out": "This check took too long and was given up.",
    cancelled: "The check-up was stopped first.",
    "not-readable": "This system did not let us look.",
  },
} as const satisfies Catalogue;
