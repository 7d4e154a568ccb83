import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_HOME, EN_PRACTISING } from "../en/home.ts";

export const DE_HOME: Twin<typeof EN_HOME> = {
  screen: "Start",
  question: "Welche Seite lädt nicht?",
  lead: "Sie erfahren, wo es hakt, bei wem der Fehler liegt und was hilft.",
  field: "Adresse der Seite",
  example: "example.com",
  check: "Prüfen",
  offer: "Aus der Zwischenablage: {{url}}",
  "offer-query": "Was nach dem Fragezeichen steht, wird mitgeprüft. Es geht an niemanden außer der Website.",
  "nothing-loads": "Es lädt überhaupt nichts",
  stopped: "Die Prüfung wurde abgebrochen. Es wurde nichts geändert.",
  private: "Nur diese Website und meinen eigenen DNS-Server kontaktieren",
  "private-why": "Es gibt dann weniger Vergleiche, das Ergebnis kann weniger sicher sein.",
  "fix-dns": "Mein DNS reparieren",
  dns: "Meine DNS-Einstellungen",
  saved: "Ich habe eine gespeicherte Fehlerseite",
  practice: "In einem Übungsnetz ausprobieren",
};

export const DE_PRACTISING: Twin<typeof EN_PRACTISING> = {
  screen: "Übungsnetz",
  question: "Was soll gestört sein?",
  lead: "Ein kleines Internet innerhalb dieses Computers. Nichts verlässt ihn, und bei Ihnen wird nichts geändert.",
  loading: "Einen Moment …",
  none: "In dieser Version gibt es nichts zum Üben.",
};
