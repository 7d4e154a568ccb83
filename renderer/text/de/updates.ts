import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_UPDATES } from "../en/updates.ts";

export const DE_UPDATES: Twin<typeof EN_UPDATES> = {
  title: "Neuere Versionen",
  on: {
    label: "Einmal am Tag nach neueren Versionen sehen",
    hint: "Fragt {{hosts}} nach der Liste der Versionen und sonst niemanden. Dort erfährt man Ihre Internetadresse und welches System Sie nutzen. Geladen oder installiert wird nichts, bevor Sie es sagen.",
  },
  way: {
    source: "Diese Kopie wurde aus den Quellen gebaut. Sie sieht nicht nach neueren Versionen.",
    managed:
      "Um neuere Versionen kümmert sich, wer diesen Computer verwaltet, oder sein Store. Diese Kopie sieht nicht nach.",
    package:
      "Diese Kopie gehört zu den Paketen Ihres Systems. Sie kann Ihnen eine neuere nennen; installiert wird sie mit Ihrer Paketverwaltung.",
    "by-hand": "Diese Kopie wurde von Hand entpackt. Sie kann Ihnen eine neuere nennen; Sie finden sie unter {{page}}.",
  },
  look: "Jetzt nachsehen",
  fetch: "Version {{version}} laden ({{size}})",
  "fetch-again": "Noch einmal versuchen",
  install: "Version {{version}} installieren und starten",
  state: {
    "not-looked": "Noch nicht nachgesehen.",
    looking: "Wird nachgesehen …",
    newest: "Sie haben die neueste Version. Nachgesehen um {{time}}.",
    found: "Version {{version}} ist da.",
    "found-package": "Version {{version}} ist da. Installieren Sie sie mit Ihrer Paketverwaltung.",
    "found-by-hand": "Version {{version}} ist da, unter {{page}}.",
    fetching: "Version {{version}} wird geladen: {{percent}} %",
    ready:
      "Version {{version}} ist geladen und genau das, was ihre Hersteller unterschrieben haben. Beim Installieren schließt sich das Programm und öffnet sich wieder.",
  },
  failed: {
    unreachable: "Der Ort der Versionen war nicht zu erreichen. Es wurde nichts geändert.",
    "not-there": "Am Ort der Versionen liegt nichts für dieses System. Es wurde nichts geändert.",
    elsewhere: "Der Ort der Versionen verwies an jemanden, der nicht auf der Liste steht. Dort wurde nicht gefragt.",
    "not-signed": "Die Liste der Versionen trägt nicht unsere Unterschrift. Sie wurde nicht benutzt.",
    expired: "Die Liste der Versionen ist zu alt, um ihr zu trauen. Sie wurde nicht benutzt.",
    damaged: "Die Liste der Versionen war nicht zu verstehen. Sie wurde nicht benutzt.",
    "wrong-file": "Das Geladene ist nicht das, was die Hersteller unterschrieben haben. Es wurde weggeworfen.",
    "no-room": "Die Festplatte ist voll oder darf nicht beschrieben werden. Es wurde nichts geändert.",
    "not-installed": "Die neuere Version ließ sich nicht einsetzen. Diese hier geht weiterhin.",
    other: "Das ging nicht. Es wurde nichts geändert; der Grund steht im Protokoll.",
  },
};
