import type { TermId } from "../../en/explain/glossary.ts";

/** Jargon in plain German words; built like its English twin. */
export const DE_GLOSSARY = {
  dns: {
    name: "DNS",
    means: "Das Telefonbuch des Internets: Es macht aus einem Namen wie example.com die Nummer (Adresse) des Servers.",
    words: "DNS",
  },
  resolver: {
    name: "DNS-Server (Resolver)",
    means:
      "Der Computer, der für Sie Namen nachschlägt, meist Ihr Router oder einer Ihres Anbieters. Sie können einen anderen wählen.",
    words: "Resolver|DNS-Server|DNS-Servern|DNS-Servers|Nameserver",
  },
  gateway: {
    name: "Gateway",
    means: "Die Maschine vor einer Website, die Ihre Anfrage annimmt und an den Server dahinter weiterreicht.",
    words: "Gateway|Gateways|Lastverteiler|Reverse Proxy",
  },
  origin: {
    name: "Ursprungsserver",
    means: "Der eigene Server der Website hinter dem Gateway, auf dem die Seiten entstehen.",
    words: "Ursprungsserver|Ursprungsservers|Origin",
  },
  cdn: {
    name: "Liefernetz (CDN)",
    means:
      "Eine Firma mit Maschinen in aller Welt, die die Websites anderer aus der Nähe ausliefert. Cloudflare und Akamai gehören dazu.",
    words: "CDN|CDNs|Liefernetz|Liefernetzes",
  },
  proxy: {
    name: "Proxy",
    means:
      "Ein Vermittler: Ihr Computer fragt ihn, und er fragt die Website. Firmen und manche Programme richten einen ein.",
    words: "Proxy|Proxys|Proxyserver",
  },
  vpn: {
    name: "VPN",
    means: "Ein Tunnel an einen anderen Ort: Für Websites sieht es aus, als wären Sie dort.",
    words: "VPN|VPNs",
  },
  certificate: {
    name: "TLS-Zertifikat",
    means: "Der Ausweis einer Website, mit einem Datum, bis zu dem er gilt. Das Schloss im Browser steht dafür.",
    words: "TLS-Zertifikat|Zertifikat|Zertifikate|Zertifikats|SSL-Zertifikat",
  },
  tls: {
    name: "TLS",
    means: "Die Verschlüsselung zwischen Ihnen und der Website, das „s“ in https.",
    words: "TLS|SSL",
  },
  cookie: {
    name: "Cookie",
    means: "Eine Notiz, die eine Website in Ihrem Browser hinterlässt, etwa dass Sie angemeldet sind.",
    words: "Cookie|Cookies",
  },
  cache: {
    name: "Zwischenspeicher (Cache)",
    means: "Ein Vorrat an Kopien, der doppeltes Holen spart. Eine Kopie kann veraltet sein.",
    words: "Zwischenspeicher|Cache",
  },
  ipv6: {
    name: "IPv4 und IPv6",
    means: "Zwei Arten von Internetadressen. Die neuere, IPv6, gibt es, weil die älteren Nummern ausgegangen sind.",
    words: "IPv6|IPv4",
  },
  router: {
    name: "Router",
    means: "Das Gerät, das Ihre Wohnung oder Ihr Büro mit dem Internet verbindet, oft mit WLAN und Modem in einem.",
    words: "Router|Routers",
  },
  provider: {
    name: "Internetanbieter",
    means: "Die Firma, die Ihnen das Internet liefert und die Rechnung dafür schickt.",
    words: "Internetanbieter|Provider",
  },
  status: {
    name: "Statuscode",
    means:
      "Die dreistellige Nummer, mit der ein Webserver sagt, wie eine Anfrage ausging: 200 ist gut, 404 nicht gefunden, 502 der Fehler eines Gateways.",
    words: "Statuscode|Statuscodes|Status",
  },
  port: {
    name: "Port",
    means: "Die Nummer einer Tür an einem Server. Webseiten benutzen 443, ohne Verschlüsselung 80.",
    words: "Port|Ports",
  },
  mtu: {
    name: "Paketgröße (MTU)",
    means:
      "Wie groß ein Paket auf einer Leitung sein darf. Nimmt die Leitung weniger, als sie sagt, bleiben große Seiten stecken.",
    words: "MTU|Paketgröße",
  },
  hosts: {
    name: "Hosts-Datei",
    means:
      "Eine kleine Datei auf Ihrem Computer, in der sich Adressen von Hand festlegen lassen. Sie hat Vorrang vor dem DNS.",
    words: "Hosts-Datei",
  },
  firewall: {
    name: "Firewall",
    means: "Ein Wächter, der Verbindungen nach Regeln durchlässt oder nicht.",
    words: "Firewall|Firewalls",
  },
  dnssec: {
    name: "DNSSEC",
    means: "Unterschriften im DNS, an denen falsche Adressen zu erkennen sind.",
    words: "DNSSEC",
  },
  flush: {
    name: "Leeren (Flush)",
    means: "Das Adressgedächtnis des Computers löschen, damit er neu fragt. Das schadet nicht.",
    words: "Flush",
  },
} as const satisfies Record<TermId, { readonly name: string; readonly means: string; readonly words: string }>;
