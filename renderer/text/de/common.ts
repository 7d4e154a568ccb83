import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_COMMON } from "../en/common.ts";

export const DE_COMMON: Twin<typeof EN_COMMON> = {
  app: { name: "GoodGateway" },
  title: { of: "{{screen}} – GoodGateway" },
  seconds: "{{value}}\u00A0s",
  "under-seconds": "<\u00A0{{value}}\u00A0s",
  back: "Zurück",
  nav: "Immer zur Hand",
  history: "Verlauf",
  status: {
    pass: "in Ordnung",
    warn: "nicht ganz in Ordnung",
    fail: "Störung",
    skipped: "nicht geprüft",
    unknown: "nicht feststellbar",
    running: "läuft",
    waiting: "wartet",
  },
  skipped: {
    "not-configured": "Dafür ist kein Dienst im Internet eingestellt.",
    "private-mode": "Sie wollten nur die Website und Ihren eigenen DNS-Server kontaktieren.",
    "literal-target": "Die Adresse besteht aus Zahlen, Namen spielen also keine Rolle.",
    "loopback-target": "Die Adresse ist dieser Computer selbst, das Netzwerk spielt also keine Rolle.",
    "not-needed": "Nach den bisherigen Antworten ist das nicht mehr nötig.",
    "not-supported": "Dieses System gibt darüber keine Auskunft.",
    "not-asked": "Geschieht nur, wenn Sie es verlangen.",
    cancelled: "Die Prüfung wurde vorher abgebrochen.",
    "no-time": "Die Zeit war vorher abgelaufen.",
  },
  "check-error": {
    crashed: "Dieser Schritt ist an einem Fehler in GoodGateway gescheitert.",
    "timed-out": "Dieser Schritt hat zu lange gedauert und wurde aufgegeben.",
    cancelled: "Die Prüfung wurde vorher abgebrochen.",
    "not-readable": "Dieses System hat den Zugriff nicht erlaubt.",
  },
};
