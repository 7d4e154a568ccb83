import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_REPORTS } from "../en/reports.ts";

/** The same in German. */
export const DE_REPORTS: Twin<typeof EN_REPORTS> = {
  screen: "Bericht über {{host}}",
  question: "Was möchten Sie weitergeben?",
  lead: "Unten steht genau das, was gespeichert wird. Verschicken müssen Sie es selbst: GoodGateway verschickt nichts.",
  level: {
    label: "Für wen ist er?",
    strict: "Fremde",
    standard: "Website, Anbieter oder Helpdesk",
    none: "Nur für Sie",
    "about-strict": "Für ein Forum oder ein öffentliches Ticket: Weder Sie noch die Website sind zu erkennen.",
    "about-standard": "Die Website bleibt lesbar; Sie, Ihr Computer und Ihr Heimnetz nicht.",
    "about-none": "Nichts wird entfernt. Behalten Sie ihn, oder geben Sie ihn nur Menschen, denen Sie vertrauen.",
  },
  format: {
    label: "In welcher Form?",
    html: "Webseite",
    pdf: "PDF",
    md: "Markdown",
    txt: "Reiner Text",
    json: "GoodGateway-Datei",
    har: "Netzwerkprotokoll (HAR)",
  },
  computer: "Auch etwas über diesen Computer",
  "computer-why": "System, Netzwerkadapter, WLAN-Qualität. Privates darin wird wie alles andere entfernt.",
  note: "Ein Wort an die Leserin oder den Leser, wenn Sie möchten",
  save: "Speichern …",
  copy: "Kopieren",
  cancel: "Abbrechen",
  stopped: "Abgebrochen. Nichts wurde gespeichert.",
  phase: {
    begin: "Der Bericht wird erstellt …",
    computer: "Der Computer wird angesehen …",
    "taking-out": "Privates wird entfernt …",
    pages: "Die Seiten werden gedruckt …",
  },
  copied: {
    yes: "Kopiert.",
    failed: "Das Kopieren gelang hier nicht. Markieren Sie den Text unten und kopieren Sie ihn mit der Tastatur.",
  },
  saved: {
    same: "Gespeichert als {{name}}: dieselben Bytes wie in der Vorschau (Fingerabdruck {{mark}}).",
    other:
      "Gespeichert als {{name}}, aber die Datei weicht von der Vorschau ab (Fingerabdruck {{mark}}). Bitte noch einmal speichern.",
    failed: "Das Speichern gelang nicht: {{why}}.",
  },
  disk: {
    "no-space": "Der Datenträger ist voll",
    "read-only": "Dort kann nur gelesen werden",
    "not-permitted": "Sie dürfen dort nicht schreiben",
    "input-output-error": "Der Datenträger meldet einen Fehler",
    failed: "Das System hat es abgelehnt",
  },
  error: {
    "not-found": "Diese Prüfung gibt es nicht mehr. Bitte prüfen Sie noch einmal.",
    crashed:
      "Der Bericht konnte nicht erstellt werden. Näheres steht im Protokoll von GoodGateway; vielleicht gelingt eine andere Form.",
  },
  out: {
    title_one: "Eine Angabe wird entfernt",
    title_other: "{{count}} Angaben werden entfernt, an {{places}} Stellen",
    none: "Nach dieser Wahl ist in diesem Bericht nichts privat.",
    stays_one: "Eine private Angabe bleibt stehen",
    stays_other: "{{count}} private Angaben bleiben stehen",
    as: "steht dort als {{mark}}",
    places_one: "einmal",
    places_other: "{{count}}-mal",
    show: "Behalten",
    hide: "Entfernen",
    "show-this": "Im Bericht behalten: {{value}}",
    "hide-this": "Aus dem Bericht entfernen: {{value}}",
  },
  preview: {
    title: "Vorschau",
    view: "Ansicht",
    page: "Als Seite",
    text: "Als der Text, der gespeichert wird",
    pdf: "Das PDF wurde von dieser Seite gedruckt.",
    facts: "{{size}} kB, erstellt in {{time}}.",
    mark: "Fingerabdruck {{mark}}.",
    differs:
      "Diese Vorschau weicht von den Bytes ab, die gespeichert werden (Fingerabdruck {{mark}}). Bitte erstellen Sie sie neu.",
  },
  find: {
    label: "Im Text suchen",
    before: "Vorherige Stelle",
    next: "Nächste Stelle",
    none: "Nicht gefunden",
    at: "{{at}} von {{count}}",
  },
  entry: { make: "Bericht …", wrong: "Das stimmt nicht", code: "Kurzcode {{code}}" },
};
