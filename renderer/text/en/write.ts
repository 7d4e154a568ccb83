import type { Catalogue } from "../../../shared/text/translator.ts";

/** Labels of the message to whoever can mend it, and of the owner's page. */
export const EN_WRITE = {
  screen: "A message",
  open: "Tell somebody who can mend it",
  question: "Who can mend it?",
  lead: "This text says what a technician needs. Private details are taken out; you see all of it before it goes.",
  to: "To",
  who: {
    site: "The site's owner",
    cdn: "The site's owner, about its delivery network",
    provider: "My internet provider",
    desk: "My company's help desk",
  },
  language: "Language of the text",
  languages: { en: "English", de: "German" },
  query: "With all of the address",
  "query-why": "Also what stands behind the “?”. It can hold private things, such as what you searched for.",
  subject: "Subject: {{subject}}",
  text: "The text",
  copy: "Copy",
  copied: "Copied.",
  "not-copied": "Copying did not work: select the text and copy it yourself.",
  mail: "Open in the mail program",
  mailed: {
    opened: "The mail program has it. Add the address and send it yourself.",
    pasted: "The text is too long for a draft, so it lies on the clipboard: paste it into the mail.",
    none: "No mail program answered. Copy the text instead.",
  },
  waiting: "One moment…",
} as const satisfies Catalogue;
