import type { Catalogue } from "../translator.ts";

/** English words of what was tried, changed and watched, as a report tells it. */
export const EN_DEEDS = {
  head: {
    step: "What was tried",
    before: "Before",
    after: "After",
    result: "Outcome",
    change: "What was changed",
    state: "How it stands",
  },
  outcome: {
    kept: "kept",
    undone: "taken back",
    "rolled-back": "put back by itself",
    failed: "did not work",
    "no-change": "changed nothing",
    guided: "done by hand",
    unknown: "not known",
  },
  level: { works: "works", fails: "fails", unknown: "not looked at" },
  compared: {
    fixed: "it works now",
    improved: "better than before",
    unchanged: "no difference",
    worse: "worse than before",
    "recovered-by-itself": "it came back by itself",
    unknown: "cannot be told",
  },
  dns: "DNS of {{link}}: {{before}} → {{after}}",
  none: "none",
  state: {
    planned: "begun and not finished",
    applied: "done",
    verified: "done and checked",
    committed: "kept",
    undone: "taken back",
  },
  end: {
    restored: "put back",
    "restored-by-guard": "put back by the guard",
    "restored-by-restart": "put back by a restart",
    "never-applied": "never done",
    "theirs-now": "changed by somebody else since",
  },
  actions: "Other changes",
  resolvers: "DNS servers and how fast they answered",
  server: "Server",
  answer: "Answer",
  "more-looks": "{{count}} earlier looks are left out of this table; the picture has them all.",
} as const satisfies Catalogue;
