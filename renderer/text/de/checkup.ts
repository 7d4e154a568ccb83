import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_CHECKUP } from "../en/checkup.ts";

export const DE_CHECKUP: Twin<typeof EN_CHECKUP> = {
  screen: "Prüfung von {{host}}",
  question: "{{host}} wird geprüft",
  cancel: "Abbrechen",
  "cancel-key": "Esc",
  elapsed: "Bisherige Dauer",
  first: "Zuerst wird dieser Computer geprüft.",
  list: "Was geprüft wird",
  started: "{{host}} wird geprüft.",
  progress: "{{done}} von {{total}} geprüft",
  notes: {
    label: "Zu dieser Adresse",
    credentials:
      "Benutzername und Passwort wurden aus der Adresse entfernt. Sie werden weder gesendet noch gespeichert.",
    idn: "Technisch lautet der Name {{host}}.",
    scheme: "In der Adresse stand weder https noch http, deshalb wird zuerst https versucht.",
    practice: "Übung: {{title}}. Nichts davon ist echt.",
    private: "Nur diese Website und Ihr eigener DNS-Server werden kontaktiert.",
  },
};
