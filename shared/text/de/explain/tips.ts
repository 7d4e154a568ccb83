import type { TipId, VainId } from "../../../model/explain/tip.ts";

/** What helps, in German. */
export const DE_TIPS = {
  "nothing-needed": "Es ist nichts nötig: Das ist kein Fehler.",
  wait: "Warten Sie zwei bis fünf Minuten und laden Sie die Seite dann einmal.",
  watch: "Lassen Sie GoodGateway die Website beobachten und melden, wenn sie wieder da ist.",
  "once-again": "Laden Sie die Seite nach einer Minute noch einmal.",
  "retry-after": "Wenn die Antwort sagt, wie lange zu warten ist, warten Sie so lange.",
  "check-arrived":
    "Wenn Sie gerade ein Formular oder eine Zahlung gesendet haben: Sehen Sie nach, ob es ankam, bevor Sie es noch einmal senden.",
  "check-address": "Prüfen Sie die Adresse Zeichen für Zeichen.",
  "home-page": "Beginnen Sie auf der Startseite der Website und suchen Sie die Seite von dort aus.",
  "sign-in": "Melden Sie sich an, oder ab und wieder an.",
  "private-window":
    "Öffnen Sie die Seite in einem privaten Fenster: Geht sie dort, liegt es an Cookies oder einer Erweiterung.",
  "site-cookies": "Löschen Sie die Cookies dieser einen Website; danach müssen Sie sich dort neu anmelden.",
  "other-browser": "Öffnen Sie die Seite in einem anderen Browser.",
  "hard-reload": "Laden Sie die Seite ohne die Kopie des Browsers neu (Strg+F5, am Mac Cmd+Umschalt+R).",
  "browser-cache": "Löschen Sie die gespeicherten Seiten und Bilder des Browsers.",
  "host-cache":
    "Leeren Sie das Adressgedächtnis des Browsers, oder schließen Sie alle seine Fenster und öffnen Sie ihn neu.",
  "extensions-off": "Schalten Sie Erweiterungen einzeln aus, um die störende zu finden.",
  "update-browser": "Bringen Sie den Browser auf den neuesten Stand.",
  "smaller-request": "Senden Sie weniger auf einmal: eine kleinere Datei, einen kürzeren Text.",
  "flush-dns": "Leeren Sie das DNS-Gedächtnis dieses Computers.",
  "switch-dns":
    "Nehmen Sie einen anderen DNS-Server, etwa 1.1.1.1, 8.8.8.8 oder 9.9.9.9. GoodGateway prüft das und kann es rückgängig machen.",
  "secure-dns": "Nutzen Sie verschlüsseltes DNS, im System oder im Browser.",
  "hosts-line": "Nehmen Sie die Zeile aus der Hosts-Datei. GoodGateway kann das tun und rückgängig machen.",
  "proxy-off": "Schalten Sie den Proxy aus, wenn Sie ihn nicht brauchen.",
  "proxy-sign-in": "Melden Sie sich am Proxy an.",
  "vpn-toggle": "Vergleichen Sie mit und ohne VPN.",
  "portal-login": "Öffnen Sie die Anmeldeseite des Netzes und stimmen Sie den Bedingungen zu.",
  "set-clock": "Stellen Sie die Uhr, am besten auf automatisch.",
  "cable-wifi": "Prüfen Sie Kabel und WLAN und schalten Sie den Flugmodus aus.",
  "renew-address": "Holen Sie eine neue Adresse vom Netz, oder trennen und verbinden Sie neu.",
  "restart-router": "Starten Sie erst das Modem und dann den Router neu, von außen nach innen.",
  "restart-computer": "Starten Sie den Computer neu.",
  "restart-helper": "Starten Sie den Namensdienst dieses Computers neu.",
  "security-program":
    "Sehen Sie in der Firewall oder im Sicherheitsprogramm nach: Dort kann die Website gesperrt sein.",
  "smaller-packets": "Stellen Sie eine kleinere Paketgröße (MTU) ein, zunächst 1400.",
  "other-device":
    "Versuchen Sie es mit einem anderen Gerät über eine andere Verbindung, etwa dem Telefon mit Mobilfunk.",
  "ask-filter": "Bitten Sie den Betreiber des Filters, die Website zu erlauben.",
  "name-issuer": "Finden Sie heraus, welches Programm oder welche Firma das Zertifikat ausgestellt hat.",
  "own-certificate": "Bitten Sie den Besitzer der Website um ein Zertifikat, oder richten Sie Ihres ein.",
  "not-past-warning": "Übergehen Sie die Warnung des Browsers nicht, und geben Sie keine Kennwörter ein.",
  "call-provider": "Rufen Sie Ihren Internetanbieter an.",
  "company-desk": "Fragen Sie in einer Firma den Helpdesk.",
  "contact-site": "Sagen Sie es dem Besitzer der Website; vielleicht weiß er es noch nicht.",
  "request-id":
    "Nennen Sie die Nummer von der Fehlerseite (Ray ID, Request ID): Damit findet die Website Ihre Anfrage in ihrem Protokoll.",
  "status-page": "Sehen Sie auf der Statusseite des Liefernetzes oder Dienstes nach.",
  "owner-page": "Ist es Ihre eigene Website? Die Seite für Besitzer in GoodGateway sagt, wo nachzusehen ist.",
  "answer-questions": "Beantworten Sie die Fragen unter dem Ergebnis; manches können nur Sie sehen.",
} as const satisfies Record<TipId, string>;

/** What does not help, in German. */
export const DE_VAIN = {
  "reload-often": "Immer wieder neu laden: Das erhöht nur die Last.",
  "own-dns": "Ein anderer DNS-Server.",
  cache: "Den Zwischenspeicher des Browsers leeren.",
  cookies: "Cookies löschen.",
  restart: "Computer oder Router neu starten.",
  browser: "Ein anderer Browser.",
  vpn: "Ein VPN.",
  wait: "Warten: Es vergeht nicht von selbst.",
  "contact-site": "Der Website schreiben: Sie ist nicht der Grund.",
  reinstall: "Browser oder System neu installieren.",
  "send-again": "Das Formular ungeprüft noch einmal senden: Es kann dann doppelt da sein.",
} as const satisfies Record<VainId, string>;

/** Whose fault it is, in German. */
export const DE_FAULTS = {
  none: "Niemand: Es ist nichts kaputt.",
  device: "Etwas auf Ihrem Computer.",
  browser: "Ihr Browser oder das, was er sich gemerkt hat.",
  "local-network": "Ihr eigenes Netz: WLAN, Router oder Hotspot.",
  provider: "Ihr Internetanbieter.",
  resolver: "Der DNS-Server, den Ihr Computer fragt.",
  proxy: "Ein Proxy, VPN oder Sicherheitsprogramm auf Ihrer Seite.",
  "site-dns": "Die Website: Der Name ist nicht richtig eingerichtet.",
  "site-edge": "Die Website: das Gateway oder Liefernetz vor ihr.",
  "site-origin": "Die Website: ihr eigener Server.",
  unknown: "Das ist noch nicht bekannt.",
} as const;
