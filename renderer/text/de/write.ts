import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_WRITE } from "../en/write.ts";

/** German labels of the message to whoever can mend it. */
export const DE_WRITE: Twin<typeof EN_WRITE> = {
  screen: "Eine Nachricht",
  open: "Jemandem schreiben, der es beheben kann",
  question: "Wer kann es beheben?",
  lead: "Dieser Text sagt, was ein Techniker braucht. Privates ist entfernt; Sie sehen alles, bevor es hinausgeht.",
  to: "An",
  who: {
    site: "Den Besitzer der Website",
    cdn: "Den Besitzer der Website, wegen ihres Liefernetzes",
    provider: "Meinen Internetanbieter",
    desk: "Den Helpdesk meiner Firma",
  },
  language: "Sprache des Textes",
  languages: { en: "Englisch", de: "Deutsch" },
  query: "Mit der ganzen Adresse",
  "query-why": "Auch was hinter dem „?“ steht. Das kann Privates enthalten, etwa wonach Sie gesucht haben.",
  subject: "Betreff: {{subject}}",
  text: "Der Text",
  copy: "Kopieren",
  copied: "Kopiert.",
  "not-copied": "Das Kopieren ging nicht: Markieren Sie den Text und kopieren Sie ihn selbst.",
  mail: "Im Mailprogramm öffnen",
  mailed: {
    opened: "Das Mailprogramm hat den Text. Setzen Sie die Adresse ein und senden Sie selbst.",
    pasted: "Der Text ist zu lang für einen Entwurf und liegt in der Zwischenablage: Fügen Sie ihn in die Mail ein.",
    none: "Kein Mailprogramm hat geantwortet. Kopieren Sie den Text stattdessen.",
  },
  waiting: "Einen Augenblick…",
};
