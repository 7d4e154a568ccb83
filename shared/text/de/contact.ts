import type { EN_CONTACT } from "../en/contact.ts";
import type { Twin } from "../twin.ts";

/** German words of a message to the site's owner, the provider or a help desk. */
export const DE_CONTACT: Twin<typeof EN_CONTACT> = {
  hello: "Guten Tag,",
  subject: { status: "{{host}} antwortet mit Fehler {{status}}", silent: "{{host}} lädt nicht" },
  opening: {
    site: "{{host}} hat bei mir nicht geladen. Hier steht, was ich gesehen habe, damit Sie es in Ihren Protokollen finden.",
    cdn: "{{host}} hat bei mir nicht geladen, und der Fehler kam vom Liefernetz (CDN) davor. Als dessen Kunde können Sie dort nachfragen; hier steht, was man dort braucht.",
    provider:
      "ich erreiche {{host}} nicht, und es sieht so aus, als läge es an Ihrer Leitung oder Ihren DNS-Servern. Hier steht, was ich gesehen habe.",
    desk: "{{host}} lädt auf meinem Computer nicht, und der Grund scheint etwas zwischen ihm und dem Internet zu sein. Hier steht, was ich gesehen habe.",
    other: "{{host}} lädt bei mir nicht. Hier steht, was ich gesehen habe.",
    here: "{{host}} lädt auf meinem Computer nicht. Die Adresse führt zu einem Programm auf diesem Computer selbst, nicht zu einer Website anderswo. Hier steht, was ich gesehen habe.",
  },
  row: {
    when: "Zeit",
    address: "Adresse",
    status: "Status",
    "request-id": "Nummer der Anfrage",
    "made-by": "Die Seite stammt von",
    server: "Antwortender Server",
    resolver: "Benutzter DNS-Server",
    code: "Kurzcode",
  },
  looks: "Wonach es aussieht: {{title}}",
  "ruled-out": "Was ausgeschlossen wurde:",
  tried: "Was versucht wurde:",
  varied: {
    none: "dieselbe Anfrage noch einmal",
    first: "die erste Anfrage",
    address: "die Adresse {{value}}",
    family: "nur über {{value}}",
    path: "der Pfad {{value}}",
    cache: "an den Zwischenspeichern vorbei",
    resolver: "mit den Adressen eines anderen DNS-Servers",
    proxy: "auf anderem Weg als über den Proxy ({{value}})",
  },
  answer: "{{question}} {{given}}",
  question: {
    "browser-fails": "Versagt auch der Browser?",
    "private-window-works": "Geht es in einem privaten Fenster?",
    "other-device-works": "Geht es auf einem anderen Gerät?",
    "other-browser-works": "Geht es in einem anderen Browser?",
    "no-extensions-works": "Geht es ohne Erweiterungen?",
    "host-cache-cleared-works": "Geht es, nachdem das Adressgedächtnis des Browsers geleert wurde?",
    "works-without-vpn": "Geht es ohne VPN?",
    vpn: "VPN:",
    "reload-keeps-old": "Bleibt nach dem Neuladen die alte Seite?",
  },
  given: { yes: "ja", no: "nein", on: "an", off: "aus" },
  asking: {
    site: "Könnten Sie nachsehen oder dies an die Betreuer des Servers weitergeben? Vielen Dank.",
    cdn: "Könnten Sie nachsehen oder Ihr Liefernetz fragen? Vielen Dank.",
    provider: "Könnten Sie die Leitung und Ihre DNS-Server prüfen? Vielen Dank.",
    desk: "Könnten Sie Proxy, Firewall und Sicherheitsprogramm prüfen? Vielen Dank.",
    other: "Könnten Sie nachsehen, ob etwas auf Ihrer Seite daran beteiligt ist? Vielen Dank.",
    here: "Könnten Sie mir helfen herauszufinden, warum dieses Programm auf meinem eigenen Computer nicht richtig antwortet? Vielen Dank.",
  },
  paste: "(Bitte fügen Sie den Text hier ein: Er liegt in der Zwischenablage.)",
  footer: "Gemessen mit GoodGateway {{version}}. Private Angaben wurden entfernt.",
};
