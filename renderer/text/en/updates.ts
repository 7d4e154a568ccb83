import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_UPDATES = {
  title: "Newer versions",
  on: {
    label: "Look for newer versions once a day",
    hint: "Asks {{hosts}} for the list of releases, and nobody else. It learns your internet address and which system you use. Nothing is fetched or installed until you say so.",
  },
  way: {
    source: "This copy was built from its sources. It does not look for newer versions.",
    managed: "Whoever looks after this computer, or its store, takes care of newer versions. This copy does not look.",
    package:
      "This copy belongs to your system's packages. It can tell you of a newer one; your package tools install it.",
    "by-hand": "This copy was unpacked by hand. It can tell you of a newer one; you find it at {{page}}.",
  },
  look: "Look now",
  fetch: "Fetch version {{version}} ({{size}})",
  "fetch-again": "Try again",
  install: "Install version {{version}} and start it",
  state: {
    "not-looked": "Not looked yet.",
    looking: "Looking…",
    newest: "You have the newest version. Looked at {{time}}.",
    found: "Version {{version}} is there.",
    "found-package": "Version {{version}} is there. Install it with your package tools.",
    "found-by-hand": "Version {{version}} is there, at {{page}}.",
    fetching: "Fetching version {{version}}: {{percent}} %",
    ready:
      "Version {{version}} was fetched and is what its makers have signed. The program closes and opens again when you install it.",
  },
  failed: {
    unreachable: "The place of the releases could not be reached. Nothing was changed.",
    "not-there": "The place of the releases has nothing for this system. Nothing was changed.",
    elsewhere: "The place of the releases sent us to somebody who is not on the list. We did not go.",
    "not-signed": "The list of releases does not carry our signature. It was not used.",
    expired: "The list of releases is too old to be trusted. It was not used.",
    damaged: "The list of releases could not be understood. It was not used.",
    "wrong-file": "What was fetched is not what the makers have signed. It was thrown away.",
    "no-room": "The disk is full, or may not be written to. Nothing was changed.",
    "not-installed": "The newer version could not be put in place. This one still works.",
    other: "That did not work. Nothing was changed; the log has the reason.",
  },
} as const satisfies Catalogue;
