import type { EN_ACTION_MENUS } from "../en/action-menus.ts";
import type { Twin } from "../twin.ts";

/** German names of the places in each system's menus, as its German edition shows them. */
export const DE_ACTION_MENUS = {
  network: {
    "windows-11": "Öffnen Sie die Einstellungen (Windows-Taste + I) und wählen Sie „Netzwerk und Internet“.",
    "windows-10": "Öffnen Sie die Einstellungen (Windows-Taste + I) und wählen Sie „Netzwerk und Internet“.",
    macos: "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ und wählen Sie „Netzwerk“.",
    "macos-12": "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ und wählen Sie „Netzwerk“.",
    gnome: "Öffnen Sie die Einstellungen und wählen Sie „Netzwerk“.",
    kde: "Öffnen Sie die Systemeinstellungen und wählen Sie „WLAN & Internet“.",
    other: "Öffnen Sie die Netzwerkeinstellungen Ihres Systems.",
  },
  wifi: {
    "windows-11":
      "Klicken Sie rechts in der Taskleiste auf das Netzwerksymbol (Windows-Taste + A), schalten Sie „WLAN“ ein, klicken Sie auf den Pfeil daneben und wählen Sie Ihr Netz.",
    "windows-10":
      "Klicken Sie rechts in der Taskleiste auf das Netzwerksymbol, schalten Sie „WLAN“ ein und wählen Sie Ihr Netz.",
    macos: "Klicken Sie in der Menüleiste auf das WLAN-Symbol, schalten Sie WLAN ein und wählen Sie Ihr Netz.",
    "macos-12": "Klicken Sie in der Menüleiste auf das WLAN-Symbol, schalten Sie WLAN ein und wählen Sie Ihr Netz.",
    gnome:
      "Klicken Sie oben rechts auf den Bildschirmrand, schalten Sie „WLAN“ ein, klicken Sie auf den Pfeil daneben und wählen Sie Ihr Netz.",
    kde: "Klicken Sie in der Kontrollleiste auf das Netzwerksymbol, schalten Sie „WLAN“ ein und klicken Sie neben Ihrem Netz auf „Verbinden“.",
    other: "Schalten Sie WLAN im Netzwerkmenü Ihrer Oberfläche ein und wählen Sie Ihr Netz.",
  },
  airplane: {
    "windows-11": "Drücken Sie Windows-Taste + A: Der „Flugzeugmodus“ muss aus sein.",
    "windows-10": "Klicken Sie in der Taskleiste auf das Netzwerksymbol: Der „Flugzeugmodus“ muss aus sein.",
    macos: "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „WLAN“: Es muss eingeschaltet sein.",
    "macos-12":
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Netzwerk“ > „WLAN“: Es muss eingeschaltet sein.",
    gnome: "Klicken Sie oben rechts auf den Bildschirmrand: Der „Flugmodus“ muss aus sein.",
    kde: "Klicken Sie in der Kontrollleiste auf das Netzwerksymbol: Der „Flugzeugmodus“ muss aus sein.",
    other: "Der Flugmodus muss aus sein. Manche Laptops haben eine eigene Taste dafür.",
  },
  vpn: {
    "windows-11": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Netzwerk und Internet“ > „VPN“.",
    "windows-10": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Netzwerk und Internet“ > „VPN“.",
    macos: "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „VPN“.",
    "macos-12": "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Netzwerk“ und wählen Sie links das VPN.",
    gnome: "Öffnen Sie die Einstellungen > „Netzwerk“ > „VPN“.",
    kde: "Klicken Sie in der Kontrollleiste auf das Netzwerksymbol: VPNs stehen in derselben Liste.",
    other: "Öffnen Sie das Netzwerkmenü Ihrer Oberfläche: VPNs stehen in derselben Liste.",
  },
  date: {
    "windows-11": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Zeit und Sprache“ > „Datum und Uhrzeit“.",
    "windows-10": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Zeit und Sprache“ > „Datum und Uhrzeit“.",
    macos: "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Allgemein“ > „Datum & Uhrzeit“.",
    "macos-12": "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Datum & Uhrzeit“.",
    gnome:
      "Öffnen Sie die Einstellungen > „System“ > „Datum und Zeit“ (in älteren Versionen steht „Datum und Zeit“ für sich).",
    kde: "Öffnen Sie die Systemeinstellungen > „Sprache & Zeit“ > „Datum & Zeit“ (in älteren Versionen unter „Regionaleinstellungen“).",
    other: "Öffnen Sie die Einstellungen Ihres Systems für Datum und Uhrzeit.",
  },
  proxy: {
    "windows-11": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Netzwerk und Internet“ > „Proxy“.",
    "windows-10": "Öffnen Sie die Einstellungen (Windows-Taste + I) > „Netzwerk und Internet“ > „Proxy“.",
    macos:
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Netzwerk“, klicken Sie auf Ihre Verbindung > „Details …“ > „Proxys“.",
    "macos-12":
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Netzwerk“, wählen Sie Ihre Verbindung > „Weitere Optionen …“ > „Proxys“.",
    gnome: "Öffnen Sie die Einstellungen > „Netzwerk“ > „Proxy“.",
    kde: "Öffnen Sie die Systemeinstellungen > „WLAN & Internet“ > „Proxy“ (in älteren Versionen unter „Netzwerkeinstellungen“).",
    other: "Öffnen Sie die Proxy-Einstellungen Ihrer Oberfläche.",
  },
  firewall: {
    "windows-11":
      "Öffnen Sie „Windows-Sicherheit“ aus dem Startmenü > „Firewall- & Netzwerkschutz“ > „Zugriff von App durch Firewall zulassen“.",
    "windows-10":
      "Öffnen Sie „Windows-Sicherheit“ aus dem Startmenü > „Firewall- & Netzwerkschutz“ > „Zugriff von App durch Firewall zulassen“.",
    macos: "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Netzwerk“ > „Firewall“ > „Optionen …“.",
    "macos-12":
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Sicherheit & Datenschutz“ > „Firewall“ > „Firewall-Optionen …“.",
  },
  restart: {
    "windows-11":
      "Start > Ein/Aus > „Neu starten“. Nicht „Herunterfahren“: Das hebt auf, was festhing, für den nächsten Start.",
    "windows-10":
      "Start > Ein/Aus > „Neu starten“. Nicht „Herunterfahren“: Das hebt auf, was festhing, für den nächsten Start.",
    macos: "Apple-Menü > „Neustart …“.",
    "macos-12": "Apple-Menü > „Neustart …“.",
    gnome: "Klicken Sie oben rechts auf den Bildschirmrand > Ausschalt-Symbol > „Neu starten …“.",
    kde: "Anwendungsstarter > „Neu starten“.",
    other: "Starten Sie den Computer über sein Menü neu.",
  },
  "software-update": {
    macos:
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Allgemein“ > „Softwareupdate“: Safari wird mit dem System aktualisiert.",
    "macos-12":
      "Öffnen Sie das Apple-Menü > „Systemeinstellungen …“ > „Softwareupdate“: Safari wird mit dem System aktualisiert.",
  },
  terminal: {
    "windows-11": "Klicken Sie mit der rechten Maustaste auf Start > „Terminal (Administrator)“ und geben Sie ein:",
    "windows-10":
      "Klicken Sie mit der rechten Maustaste auf Start > „Windows PowerShell (Administrator)“ und geben Sie ein:",
    macos: "Öffnen Sie „Terminal“ (Cmd + Leertaste, Terminal eintippen) und geben Sie ein:",
    "macos-12": "Öffnen Sie „Terminal“ (Cmd + Leertaste, Terminal eintippen) und geben Sie ein:",
    gnome: "Öffnen Sie „Konsole“ oder „Terminal“ und geben Sie ein:",
    kde: "Öffnen Sie „Konsole“ und geben Sie ein:",
    other: "Öffnen Sie ein Terminal und geben Sie ein:",
  },
} as const satisfies Twin<typeof EN_ACTION_MENUS>;
