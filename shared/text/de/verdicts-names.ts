import type { EN_VERDICTS_NAMES } from "../en/verdicts-names.ts";
import type { Twin } from "../twin.ts";

/** German sentences of the verdicts about names and those who answer for them; see verdicts.ts. */
export const DE_VERDICTS_NAMES: Twin<typeof EN_VERDICTS_NAMES> = {
  "dns-service-down": {
    title: "Der Namensdienst dieses Computers läuft nicht mehr.",
    explanation:
      "Namen werden auf diesem Computer über ein Hilfsprogramm nachgeschlagen, und das antwortet nicht. Die DNS-Server dahinter sind in Ordnung. Ein Neustart dieses Dienstes oder des Computers behebt das.",
  },
  "resolver-unreachable": {
    title: "Ihr DNS-Server antwortet nicht.",
    explanation:
      "Ohne ihn lassen sich Namen wie {{host}} nicht in Adressen übersetzen. Das Internet selbst funktioniert, deshalb löst ein anderer DNS-Server das Problem.",
  },
  "resolver-failing": {
    title: "Es liegt an Ihrem DNS-Server, nicht an der Website.",
    explanation:
      "Der verwendete DNS-Server versagt bei {{host}}, andere finden den Namen. Ein Wechsel zu einem anderen löst das Problem.",
  },
  "resolver-slow": {
    title: "Ihr DNS-Server ist zu langsam.",
    explanation:
      "Namen nachzuschlagen dauert so lange, dass Seiten das Warten aufgeben. Andere DNS-Server antworten schnell.",
  },
  "resolver-stale": {
    title: "Ihr DNS-Server schickt Sie zu einer alten Adresse.",
    explanation:
      "{{host}} ist umgezogen. Die Adresse, die Ihr DNS-Server noch nennt, funktioniert nicht, die neue schon. Leeren Sie den DNS-Zwischenspeicher, oder nutzen Sie einen anderen DNS-Server.",
  },
  "resolver-hijack": {
    title: "Ihr DNS-Server gibt falsche Antworten.",
    explanation:
      "Er führt {{host}} zu einer Adresse, die nicht die der Website ist. Verschlüsseltes DNS oder ein anderer DNS-Server nennt die richtige.",
  },
  "resolver-filtered": {
    title: "Ein Filter auf Ihrem DNS-Server sperrt {{host}}.",
    explanation:
      "Das hat jemand so gewählt: eine Kindersicherung, ein Werbeblocker, ein Unternehmen oder der Anbieter. Wer den Filter betreibt, kann die Website freigeben.",
  },
  "dns-interception": {
    title: "Ihr Anbieter beantwortet DNS-Anfragen anstelle anderer.",
    "title_local-network": "Ihr Router beantwortet DNS-Anfragen anstelle anderer.",
    explanation:
      "Welchen DNS-Server Sie auch wählen, es antwortet jemand anderes, und für {{host}} falsch. Verschlüsseltes DNS umgeht das.",
  },
  "dns-port-blocked": {
    title: "Ihr Netz lässt keine DNS-Anfragen hinaus.",
    explanation:
      "Öffentliche DNS-Server sind von hier aus nicht auf einfachem Weg zu erreichen, nur verschlüsselt. Nutzen Sie den DNS-Server des Netzes oder verschlüsseltes DNS.",
  },
  "name-not-found": {
    title: "Eine Website namens {{host}} gibt es nicht.",
    title_link: "In diesem Netz antwortet kein Gerät namens {{host}}.",
    explanation_link:
      "Namen mit der Endung .local gehören zu Geräten im selben Netz, die für sich selbst antworten (mDNS). Prüfen Sie, ob das Gerät eingeschaltet und in diesem Netz ist, und die Schreibweise; mit seiner Adresse in Zahlen geht es ohne den Namen.",
    explanation:
      "Den Namen gibt es nicht, sagen alle befragten DNS-Server. Prüfen Sie die Schreibweise; stimmt sie, wurde der Name aufgegeben oder nie eingerichtet.",
  },
  "site-dns-failing": {
    title: "Es liegt an der Website, nicht an Ihnen: Der Name lässt sich nicht nachschlagen.",
    explanation:
      "Die DNS-Server von {{host}} versagen bei allen, nicht nur bei Ihnen. Das kann nur die Website beheben.",
    explanation_bogus:
      "Die DNS-Einträge von {{host}} tragen eine fehlerhafte Signatur, deshalb weisen sorgfältige DNS-Server sie zurück. Das kann nur die Website beheben.",
    explanation_empty:
      "Den Namen {{host}} gibt es, aber er führt nirgendwohin: Er hat keine Adresse. Das kann nur die Website beheben.",
  },
};
