import type { EN_BROWSER_ACTIONS } from "../en/browser-actions.ts";
import type { Twin } from "../twin.ts";

/** Deutsche Sätze der Reparaturen in Browsern; Menüwörter wie in den deutschen Ausgaben der Browser. */
export const DE_BROWSER_ACTIONS: Twin<typeof EN_BROWSER_ACTIONS> = {
  fact: {
    default: "Öffnet Ihre Links",
    running: "Gerade geöffnet",
    closed: "Geschlossen, es kann also für Sie erledigt werden",
    "open-profile": "Gerade geöffnet, oder es ist nicht sicher, dass er geschlossen ist",
    size: "Bewahrt etwa {{megabytes}} MB auf",
    "size-more": "Bewahrt mehr als {{megabytes}} MB auf",
    "cache-only": "Passwörter, Verlauf und Cookies bleiben",
    "bisect-works": "Die Seite funktioniert jetzt",
    "bisect-fails": "Die Seite funktioniert immer noch nicht",
    "steps-left_one": "Höchstens noch eine Antwort",
    "steps-left_other": "Höchstens noch {{count}} Antworten",
  },
  blocked: {
    "close-first": "Schließen Sie zuerst alle Fenster von {{browser}}: Solange es läuft, wird dies nicht beachtet.",
  },
  step: {
    "private-safari":
      "Wählen Sie in Safari Ablage > Neues privates Fenster (Umschalt+Befehl+N) und öffnen Sie darin diese Adresse:",
    paste:
      "Kopieren Sie diese Adresse, fügen Sie sie in die Adresszeile des Browsers ein und drücken Sie die Eingabetaste. Kein Programm darf sie für Sie öffnen:",
    "clear-names-chromium": "Klicken Sie auf „Clear host cache“ (diese Seite ist immer englisch).",
    "clear-names-firefox": "Klicken Sie auf „DNS-Cache leeren“.",
    "flush-sockets":
      "Klicken Sie auf „Flush socket pools“, damit keine offene Verbindung mehr zur alten Adresse führt.",
    "then-opened":
      "Wenn Sie fertig sind, wird die Seite in {{browser}} geöffnet, und wir sehen nach, wohin er sich verbindet.",
    "own-window": "Das Namensgedächtnis unseres eigenen Fensters wird geleert, seine Verbindungen werden geschlossen.",
    "reload-first": "Gehen Sie zu dem Fenster, das die Seite zeigt.",
    reload: "Drücken Sie {{keys}} (Strg, Umschalt oder Befehl): Die Seite wird ohne das Aufbewahrte neu geladen.",
    "reload-safari": "Halten Sie die Umschalttaste und klicken Sie auf das Symbol zum Neuladen neben der Adresse.",
    "sign-in-again": "Bei dieser Website müssen Sie sich danach neu anmelden; alle anderen bleiben, wie sie sind.",
    "cookies-chromium": "Klicken Sie auf „Daten löschen“ und bestätigen Sie. Es betrifft nur {{host}}.",
    "cookies-firefox":
      "Öffnen Sie die Seite, klicken Sie auf das Symbol links neben der Adresse, wählen Sie „Cookies und Website-Daten löschen…“ und dann „Entfernen“. Es betrifft nur {{host}}.",
    "cookies-safari":
      "Wählen Sie Safari > Einstellungen > Datenschutz > „Websitedaten verwalten …“, suchen Sie {{host}}, wählen Sie den Eintrag aus und klicken Sie auf „Entfernen“.",
    "cache-dialog": "Drücken Sie in {{browser}} {{keys}} (Del ist die Taste Entf, Ctrl die Taste Strg).",
    "cache-chromium":
      "Wählen Sie als Zeitraum „Gesamte Zeit“, lassen Sie nur das Häkchen bei „Bilder und Dateien im Cache“ stehen und klicken Sie auf „Daten löschen“.",
    "cache-edge":
      "Wählen Sie als Zeitbereich „Gesamte Zeit“, lassen Sie nur das Häkchen bei „Zwischengespeicherte Bilder und Dateien“ stehen und klicken Sie auf „Jetzt löschen“.",
    "cache-firefox":
      "Wählen Sie als Zeitraum „Alles“, lassen Sie nur das Häkchen bei „Temporär zwischengespeicherte Dateien und Seiten“ stehen und klicken Sie auf „Löschen“.",
    "cache-safari-menu":
      "Falls das Menü „Entwickler“ fehlt: Safari > Einstellungen > Erweitert > „Funktionen für Webentwickler:innen anzeigen“.",
    "cache-safari": "Wählen Sie Entwickler > „Cache-Speicher leeren“ (Wahl+Befehl+E).",
    "moved-aside":
      "Diese Ordner werden beiseitegelegt. Der Browser legt neue an; bis Sie die Änderung behalten, können sie zurückgeholt werden.",
    "save-forms": "Beenden oder sichern Sie, was Sie in Webseiten eingegeben haben.",
    "quit-windows": "Schließen Sie alle Fenster von {{browser}}.",
    "quit-linux": "Schließen Sie alle Fenster von {{browser}}.",
    "quit-macos": "Wählen Sie {{browser}} > Beenden (Befehl+Q). Die Fenster zu schließen genügt nicht.",
    "opened-again": "Wir sehen, dass er beendet ist, und öffnen die Seite wieder in {{browser}}.",
    "troubleshoot-open": "Firefox fragt zuerst: Klicken Sie auf „Öffnen“.",
    "fresh-profile":
      "Ein neues, leeres Profil ohne Ihre Erweiterungen, Cookies und Einstellungen. Es wird gelöscht, wenn Sie sein Fenster schließen.",
    "switch-off": "Schalten Sie diese aus und die anderen ein: {{names}}",
    "reload-page": "Laden Sie die Seite neu, sehen Sie nach, ob sie funktioniert, und sagen Sie es hier.",
  },
  done: {
    "own-cleared": "Das Namensgedächtnis unseres eigenen Fensters ist leer.",
    "seen-at": "{{browser}} verbindet sich jetzt mit {{address}}, wo die Website zurzeit ist.",
    "not-seen":
      "Es war nicht zu sehen, dass {{browser}} sich mit einer jetzigen Adresse der Website verbindet. Das beweist nichts: Sehen Sie sich die Seite an.",
    "nothing-kept": "Dieses Profil bewahrt nichts auf, es gibt also nichts zu leeren.",
    "moved-aside": "Der Cache von {{browser}} ist beiseitegelegt.",
    "bisect-on_one": "Schalten Sie als Nächstes aus: {{names}}. Höchstens noch eine Antwort.",
    "bisect-on_other": "Schalten Sie als Nächstes aus: {{names}}. Höchstens noch {{count}} Antworten.",
    "bisect-found_one":
      "Diese Erweiterung stört die Seite: {{names}}. Alle anderen können wieder eingeschaltet werden.",
    "bisect-found_other":
      "Diese Erweiterungen stören die Seite: {{names}}. Alle anderen können wieder eingeschaltet werden.",
    "bisect-none":
      "Keine Erweiterung ist der Grund: Die Seite funktioniert auch ohne sie nicht. Schalten Sie sie wieder ein.",
    "bisect-contradictory":
      "Die Antworten passen nicht zusammen: Etwas anderes ändert sich dazwischen. Schalten Sie die Erweiterungen wieder ein.",
  },
};
