import type { PageWords } from "../../../model/explain/statuses.ts";
import type { VerdictCode } from "../../../model/verdict-code.ts";

/** German words of the verdicts about this computer, its network and its name service. */
export const DE_VERDICTS_HERE = {
  healthy: {
    title: "Die Website funktioniert von hier aus",
    means:
      "Sie hat dreimal hintereinander gut geantwortet. Zeigt Ihr Browser trotzdem einen Fehler, liegt es am Browser.",
  },
  "browser-only": {
    title: "Nur der Browser versagt",
    means:
      "Dieser Computer bekommt die Seite, Ihr Browser nicht. Meist ist eine Erweiterung, eine alte Version oder eine Einstellung des Browsers der Grund.",
  },
  "no-link": {
    title: "Kein Netz",
    means: "Der Computer hat weder ein Kabel mit Signal noch WLAN. Bis das behoben ist, kann im Internet nichts gehen.",
  },
  "no-address": {
    title: "Keine Adresse vom Netz",
    means: "Der Computer ist verbunden, aber der Router hat ihm keine Adresse gegeben; so kann er nicht teilnehmen.",
  },
  "no-route": {
    title: "Kein Weg nach draußen",
    means:
      "Der Computer hat eine Adresse, weiß aber nicht, über welches Gerät das Internet zu erreichen ist. Ein schlecht beendetes VPN kann das hinterlassen.",
  },
  "router-unreachable": {
    title: "Der Router antwortet nicht",
    means: "Der Computer ist verbunden, aber der Router gibt kein Lebenszeichen, und dahinter antwortet auch nichts.",
  },
  "no-internet": {
    title: "Die Internetverbindung ist unterbrochen",
    means:
      "Der Router antwortet, aber im Internet antwortet nichts: weder diese Website noch eine der anderen, die zum Vergleich gefragt wurden.",
  },
  "captive-portal": {
    title: "Das Netz möchte, dass Sie sich anmelden",
    means:
      "Ein Netz im Hotel, Zug oder Café antwortet auf jede Seite mit seiner eigenen, bis Sie sich angemeldet oder zugestimmt haben.",
  },
  "provider-block": {
    title: "Unterwegs gesperrt",
    means:
      "Die Website wird Ihnen auf dem Weg vorenthalten, von Ihrem Anbieter oder auf Anordnung eines Gerichts; andere erreichen sie.",
  },
  "mtu-blackhole": {
    title: "Große Antworten bleiben stecken",
    means:
      "Kleine Pakete kommen durch, große verschwinden wortlos. Seiten fangen an zu laden und bleiben stehen. Grund ist ein Router, ein VPN oder die Leitung des Anbieters.",
  },
  "lossy-path": {
    title: "Die Verbindung verliert zu viel",
    means:
      "Pakete gehen verloren oder kommen sehr spät, auch zu anderen Zielen. Grund ist schwaches WLAN, ein schlechtes Kabel oder die Leitung des Anbieters.",
  },
  "ipv6-broken": {
    title: "IPv6 ist gestört",
    means:
      "Es gibt zwei Arten von Internetadressen, und die neuere (IPv6) funktioniert von hier aus nicht. Browser weichen auf die ältere aus, was Zeit kostet oder misslingt.",
  },
  "clock-wrong": {
    title: "Die Uhr geht falsch",
    means:
      "Zertifikate gelten von einem Tag bis zu einem anderen. Mit falscher Uhr wirken alle ungültig, und sichere Websites öffnen sich nicht.",
  },
  "hosts-override": {
    title: "Die Hosts-Datei zeigt anderswohin",
    means:
      "Eine Zeile in einer Datei dieses Computers (hosts) legt die Adresse dieses Namens von Hand fest und hat Vorrang vor dem DNS. Sie war einmal nützlich und ist jetzt falsch.",
  },
  "local-firewall": {
    title: "Dieser Computer sperrt die Verbindung",
    means:
      "Die Verbindung wird von diesem Computer selbst abgelehnt, bevor etwas hinausgeht: von einer Firewall, einem Sicherheitsprogramm oder der Sperre eines VPN.",
  },
  "dns-service-down": {
    title: "Der Namensdienst dieses Computers steht still",
    means:
      "Namen werden über ein Hilfsprogramm auf diesem Computer nachgeschlagen, und das antwortet nicht, während die Server dahinter es tun.",
  },
  "resolver-unreachable": {
    title: "Ihr DNS-Server antwortet nicht",
    means:
      "Der Server, der für Sie Namen in Adressen übersetzt, schweigt, während andere antworten. Nichts, was einen Namen hat, kann laden.",
  },
  "resolver-failing": {
    title: "Ihr DNS-Server versagt bei diesem Namen",
    means: "Der benutzte DNS-Server gibt für diesen Namen einen Fehler, während andere ihn finden.",
  },
  "resolver-slow": {
    title: "Ihr DNS-Server ist zu langsam",
    means:
      "Das Nachschlagen von Namen dauert so lange, dass Seiten aufgeben. Andere DNS-Server antworten über dieselbe Leitung schnell.",
  },
  "resolver-stale": {
    title: "Ihr DNS-Server gibt eine alte Adresse",
    means:
      "Die Website ist umgezogen. Ihr DNS-Server gibt noch die alte Adresse, wo nur ein Fehler oder nichts mehr ist; andere geben die neue, und die funktioniert.",
  },
  "resolver-hijack": {
    title: "Ihr DNS-Server gibt falsche Antworten",
    means: "Er führt Namen zu Adressen, die nicht der Website gehören: zu Werbung, einem Portal oder Schlimmerem.",
  },
  "resolver-filtered": {
    title: "Ein Filter sperrt den Namen",
    means:
      "Der DNS-Server lehnt diesen Namen absichtlich ab: ein Jugendschutz, ein Werbeblocker, eine Firma oder der Anbieter.",
  },
  "dns-interception": {
    title: "Jemand antwortet an Stelle des DNS-Servers",
    means:
      "Welcher DNS-Server auch gefragt wird, es antwortet der Router oder der Anbieter, und bei diesem Namen falsch.",
  },
  "dns-port-blocked": {
    title: "Das Netz lässt keine DNS-Fragen hinaus",
    means:
      "Öffentliche DNS-Server können von hier nicht auf einfache Weise gefragt werden, nur verschlüsselt. Firmen und Hotspots machen das absichtlich.",
  },
  "os-cache-stale": {
    title: "Dieser Computer merkt sich eine alte Adresse",
    means: "Der DNS-Server gibt schon die neue Adresse, aber der Computer nimmt noch die alte aus seinem Gedächtnis.",
  },
  "browser-cache-stale": {
    title: "Der Browser hat sich etwas Altes gemerkt",
    means:
      "Außerhalb des Browsers funktioniert die Website. Der Browser hat noch die alte Adresse oder eine alte Kopie der Fehlerseite.",
  },
  "proxy-unreachable": {
    title: "Der Proxy antwortet nicht",
    means:
      "Dieser Computer sendet seine Anfragen über einen Proxy, und dort antwortet nichts. Oft hat ein entferntes Programm die Einstellung zurückgelassen.",
  },
  "proxy-auth": {
    title: "Der Proxy möchte Name und Kennwort",
    means: "Die Anfrage kam nur bis zum Proxy Ihrer Firma oder Ihres Netzes. Die Website hat nichts damit zu tun.",
  },
  "proxy-error": {
    title: "Der Fehler kommt vom Proxy",
    means:
      "Die Fehlerseite stammt von einem Proxy, VPN oder Sicherheitsprogramm zwischen Ihnen und der Website. Die Website selbst kann in Ordnung sein.",
  },
  "tls-intercepted": {
    title: "Jemand liest mit",
    means:
      "Das Zertifikat wurde unterwegs ausgestellt, nicht von der Website: Ein Sicherheitsprogramm oder eine Firma öffnet die verschlüsselte Verbindung. Hier misslingt das.",
  },
  "vpn-path": {
    title: "Das VPN ist im Weg",
    means: "Ohne VPN funktioniert die Website. Sie weist die Adresse des VPN ab, oder dessen Leitung ist schlecht.",
  },
} as const satisfies Partial<Record<VerdictCode, PageWords>>;
