import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_PATH } from "../en/path.ts";

export const DE_PATH: Twin<typeof EN_PATH> = {
  label: "Der Weg von diesem Computer zur Website",
  node: {
    device: "Ihr Computer",
    browser: "Browser",
    "local-network": "Heimnetz",
    proxy: "Proxy oder VPN",
    provider: "Anbieter",
    resolver: "DNS-Server",
    "site-dns": "DNS der Website",
    "site-edge": "Gateway",
    "site-origin": "Website",
  },
  meaning: {
    device: "Dieser Computer: seine Netzwerkkarte, seine Einstellungen und seine Uhr.",
    browser: "Der Browser: sein Cache, seine Erweiterungen und Einstellungen.",
    "local-network": "Das Netz bei Ihnen: Kabel, WLAN und Router.",
    proxy: "Ein Proxy, ein VPN oder ein Sicherheitsprogramm, durch das Ihre Anfragen laufen.",
    provider: "Das Unternehmen, das Sie mit dem Internet verbindet.",
    resolver: "Der Dienst, der Namen wie example.com in Adressen übersetzt (DNS).",
    "site-dns": "Der Eintrag der Website im Namensverzeichnis des Internets (DNS).",
    "site-edge": "Der Eingang der Website: der Server, der Ihre Anfrage annimmt und weiterreicht.",
    "site-origin": "Der Server hinter dem Eingang, auf dem die Seite selbst entsteht.",
  },
  state: {
    ok: "in Ordnung",
    warn: "auffällig",
    fault: "hier hakt es",
    unknown: "nicht bekannt",
    looking: "wird geprüft",
  },
};
