import type { EN_SHELL } from "../en/shell.ts";
import type { Twin } from "../twin.ts";

/** German words of the window's frame: menu and the few native dialogs. */
export const DE_SHELL: Twin<typeof EN_SHELL> = {
  menu: {
    file: "Datei",
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
