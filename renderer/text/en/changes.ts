import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_CHANGES = {
  screen: "Changes made by repairs",
  question: "Keep these changes, or undo them?",
  lead: "What repairs changed on this computer, apart from its DNS servers, and what can be taken back.",
  empty: "No change of a repair stands on this computer.",
  notice_one: "A repair changed something on this computer, and nobody said whether to keep it.",
  notice_other: "Repairs changed {{count}} things on this computer, and nobody said whether to keep them.",
  decide: "Keep or undo",
  others: "Changes made by repairs",
  standing: {
    undecided: "neither kept nor undone",
    unsure: "the program ended in the middle of it: it may have been done or not",
    kept: "kept",
  },
  did: {
    "hosts-entry": "An entry was taken out of the hosts file",
    "proxy-off": "A proxy was switched off",
    "clear-browser-cache": "A browser's saved files were moved aside",
    "set-clock": "The clock is set by the system again",
  },
  answer: {
    kept: "Kept.",
    undone: "Undone: it is as it was before.",
    theirs: "Somebody changed this meanwhile, so it was left as it is.",
    gone: "This change is no longer there to decide about.",
  },
} as const satisfies Catalogue;
