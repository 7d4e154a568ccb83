import type { EN_SHELL } from "../en/shell.ts";
import type { Twin } from "../twin.ts";

/** German words of the window's frame: menu and the few native dialogs. */
export const DE_SHELL: Twin<typeof EN_SHELL> = {
  menu: {
    file: "Datei",
    "new-check": "Neue Prüfung",
    "check-again": "Noch einmal prüfen",
    "open-page": "Gespeicherte Seite öffnen …",
    "open-report": "Bericht öffnen …",
    settings: "Einstellungen …",
    close: "Fenster schließen",
    quit: "Beenden",
    undo: "Rückgängig",
    redo: "Wiederherstellen",
    cut: "Ausschneiden",
    copy: "Kopieren",
    paste: "Einfügen",
    "select-all": "Alles auswählen",
    watches: "Beobachtete Websites",
    history: "Verlauf",
    dns: "DNS-Einstellungen",
    "zoom-reset": "Originalgröße",
    "zoom-in": "Vergrößern",
    "zoom-out": "Verkleinern",
    "full-screen": "Vollbild",
    help: "Hilfe",
    explain: "Was Fehler bedeuten",
    shortcuts: "Tastenkürzel",
    about: "Über GoodGateway",
    edit: "Bearbeiten",
    view: "Ansicht",
    window: "Fenster",
    developer: "Entwicklerwerkzeuge",
    reload: "Fenster neu laden",
  },
  "open-page": {
    title: "Gespeicherte Fehlerseite öffnen",
    pages: "Gespeicherte Seiten und Netzwerkprotokolle",
    all: "Alle Dateien",
  },
  crash: {
    "window-title": "Das Fenster funktioniert nicht mehr",
    "window-detail":
      "Das Fenster von GoodGateway hat sich in kurzer Zeit zweimal unerwartet geschlossen. An diesem Computer wurde nichts geändert.",
    "main-title": "In GoodGateway ist ein Fehler aufgetreten",
    "main-detail": "Am sichersten ist es, das Programm neu zu starten. Was geschehen ist, steht im Protokoll: {{log}}",
    restart: "Neu starten",
    quit: "Beenden",
  },
};
