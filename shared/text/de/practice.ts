import type { EN_PRACTICE } from "../en/practice.ts";
import type { Twin } from "../twin.ts";

/** German names of the practice network's faults. */
export const DE_PRACTICE: Twin<typeof EN_PRACTICE> = {
  "gateway-dead-origin": {
    title: "502: Der Server hinter dem Gateway ist ausgefallen",
    description:
      "Ein echtes Gateway reicht an einen Server weiter, den es nicht mehr gibt, und antwortet 502 Bad Gateway.",
  },
  "gateway-silent-origin": {
    title: "504: Der Server hinter dem Gateway schweigt",
    description: "Das Gateway wartet auf eine Antwort, die nicht kommt, und gibt auf.",
  },
  "cdn-dead-origin": {
    title: "521: Ein CDN erreicht den Server der Website nicht",
    description: "Das Auslieferungsnetz ist in Ordnung; der Server der Website weist es ab.",
  },
  healthy: { title: "Eine gesunde Website", description: "Alles funktioniert: So sieht es aus, wenn alles gut ist." },
  maintenance: { title: "503: wegen Wartung geschlossen", description: "Die Website sagt, wann sie wieder da ist." },
  overloaded: { title: "503: zu viele Besucher", description: "Die Website läuft, hat aber keinen Platz." },
  "origin-error": {
    title: "500: Das Programm der Website scheitert",
    description: "Die Software der Website selbst hat einen Fehler.",
  },
  "rate-limited": {
    title: "429: zu oft gefragt",
    description: "Die Website möchte vor der nächsten Anfrage eine Pause.",
  },
  "access-denied": { title: "403: nicht für Sie", description: "Die Website weist diesen Besucher ab." },
  "not-found": { title: "404: keine solche Seite", description: "Die Website funktioniert; die Seite gibt es nicht." },
  "redirect-loop": { title: "Im Kreis geschickt", description: "Zwei Seiten leiten zueinander weiter." },
  "empty-answer": {
    title: "Eine leere Antwort",
    description: "Der Server nimmt die Anfrage an und legt auf.",
  },
  "every-second-request": {
    title: "Versagt jedes zweite Mal",
    description: "Einer von zwei Servern hinter dem Namen ist defekt.",
  },
  "one-address-of-two": {
    title: "Eine von zwei Adressen ist defekt",
    description: "Welche man bekommt, ist Glückssache.",
  },
  "site-refuses": {
    title: "Die Tür der Website ist zu",
    description: "Der Rechner ist da; es nimmt nur niemand an.",
  },
  "site-silent": {
    title: "Die Website antwortet überhaupt nicht",
    description: "Jedes Paket an sie verschwindet.",
  },
  "certificate-expired": {
    title: "Das Zertifikat ist abgelaufen",
    description: "Die Website hat vergessen, es zu erneuern.",
  },
  "certificate-wrong-name": {
    title: "Das Zertifikat gilt für eine andere Website",
    description: "Die Namen stimmen nicht überein.",
  },
  "certificate-self-signed": {
    title: "Ein Zertifikat, für das niemand bürgt",
    description: "Die Website hat es selbst unterschrieben.",
  },
  "server-moved": {
    title: "Die Website ist umgezogen, Ihr DNS-Server schläft",
    description: "Er nennt immer noch die alte Adresse.",
  },
  "only-the-browser": {
    title: "Nur der Browser versagt",
    description: "Die Website ist in Ordnung; laut der Person davor ist es der Browser nicht.",
  },
  "name-misspelt": { title: "Ein verschriebener Name", description: "Diesen Namen hat niemand." },
  "site-names-fail": {
    title: "Die DNS-Server der Website versagen",
    description: "Kein DNS-Server der Welt bekommt eine Antwort.",
  },
  "resolver-silent": { title: "Ihr DNS-Server schweigt", description: "Andere DNS-Server antworten." },
  "resolver-fails": { title: "Ihr DNS-Server versagt", description: "Er antwortet, aber nur mit Fehlern." },
  "resolver-lies": {
    title: "Ihr DNS-Server lügt",
    description: "Jeder Name, sogar ein erfundener, führt zu Werbung.",
  },
  filtered: { title: "Ein Filter sperrt den Namen", description: "Ihr DNS-Server sagt es selbst." },
  "no-link": { title: "Kein Kabel, kein WLAN", description: "Dieser Computer hat keine Verbindung." },
  "no-address": {
    title: "Keine Adresse vom Router",
    description: "Eine Verbindung gibt es, aber niemand hat eine Adresse zugeteilt.",
  },
  "no-route": { title: "Kein Weg hinaus", description: "Eine Adresse, aber kein Weg in den Rest der Welt." },
  "router-dead": {
    title: "Der Router ist ausgefallen",
    description: "Er antwortet nicht einmal seinen Nachbarn.",
  },
  "no-internet": {
    title: "Die Leitung des Anbieters ist tot",
    description: "Der Router antwortet, dahinter nichts.",
  },
  "line-cut": {
    title: "Die Leitung in der Straße ist gekappt",
    description: "Ein Neustart von Modem und Router ändert daran nichts.",
  },
  "wrong-plug": {
    title: "Der falsche Stecker",
    description:
      "Die Leitung ist tot. Der erste Stecker, den Sie ziehen, gehört zu einem anderen Gerät, und das fällt auf.",
  },
  "captive-portal": {
    title: "Ein Hotspot verlangt eine Anmeldung",
    description: "Er fängt jede Seite ab, bis Sie sich angemeldet haben.",
  },
  "hosts-file": {
    title: "Eine alte Zeile in der Hosts-Datei",
    description: "Dieser Computer schickt den Namen an den falschen Ort.",
  },
  "proxy-left-behind": {
    title: "Ein Proxy, den es nicht mehr gibt",
    description: "Ein beendetes Programm hat seine Einstellung zurückgelassen.",
  },
  "proxy-broken": {
    title: "Der Proxy selbst versagt",
    description: "Die Fehlerseite kommt von Ihrer eigenen Seite.",
  },
  "proxy-wants-password": {
    title: "407: Der Proxy verlangt ein Passwort",
    description: "Melden Sie sich zuerst am Proxy an.",
  },
};
