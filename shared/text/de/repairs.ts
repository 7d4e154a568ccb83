import type { EN_REPAIRS } from "../en/repairs.ts";
import type { Twin } from "../twin.ts";

/** German sentences of the repairs: what it is called, and why it may help. */
export const DE_REPAIRS: Twin<typeof EN_REPAIRS> = {
  "retry-politely": {
    title: "Einige Minuten warten, dann noch einmal versuchen",
    why: "Kurze Störungen gehen von selbst vorüber. Immer wieder neu zu laden erhöht nur die Last.",
  },
  watch: {
    title: "Später noch einmal nachsehen",
    why: "Prüfen Sie nach einigen Minuten wieder, dann immer seltener. Auf Ihrer Seite lässt sich nichts beschleunigen.",
  },
  "new-session": {
    title: "Den Browser schließen und wieder öffnen",
    why: "Ein frischer Start beendet Verbindungen und Anmeldungen, die hängen geblieben sind.",
  },
  "hard-refresh": {
    title: "Die Seite ohne Cache neu laden",
    why: "Vielleicht zeigt der Browser eine Kopie, die er von früher behalten hat.",
  },
  "private-window": {
    title: "Ein privates Fenster versuchen",
    why: "Es beginnt ohne Cookies, Cache und die meisten Erweiterungen. Funktioniert es dort, liegt es an einem davon.",
  },
  "other-browser": {
    title: "Einen anderen Browser versuchen",
    why: "Funktioniert es dort, liegt es an Ihrem gewohnten Browser.",
  },
  "no-extensions": {
    title: "Ohne Erweiterungen versuchen",
    why: "Eine Erweiterung kann die Seite blockieren oder verändern.",
  },
  "safe-mode": {
    title: "Den Browser im abgesicherten Modus starten",
    why: "Er läuft dann ohne Ihre Erweiterungen und Einstellungen; das grenzt den Grund ein.",
  },
  "clear-site-cookies": {
    title: "Die Cookies dieser Website löschen",
    why: "Eine alte Anmeldung kann die Website in die Irre führen. Nur diese Website ist betroffen; Sie müssen sich dort neu anmelden.",
  },
  "clear-browser-cache": {
    title: "Den Cache des Browsers leeren",
    why: "Alte Kopien der Seite können im Weg sein. Wählen Sie nur zwischengespeicherte Dateien: Passwörter, Verlauf und Cookies können bleiben.",
  },
  "clear-host-cache": {
    title: "Den Namensspeicher des Browsers leeren",
    why: "Vielleicht nutzt der Browser noch eine Adresse, die die Website verlassen hat.",
  },
  "flush-dns": {
    title: "Den DNS-Zwischenspeicher dieses Computers leeren",
    why: "Dort kann noch eine alte Adresse stehen. Das geht schnell und schadet nicht.",
  },
  "switch-dns": {
    title: "Einen anderen DNS-Server nutzen",
    why: "Ein anderer Server gibt die richtige Antwort. Ihre jetzige Einstellung wird aufgehoben und lässt sich zurückholen.",
  },
  "router-dns": {
    title: "Den DNS-Server am Router ändern",
    why: "Dann gilt er für alle Geräte zu Hause.",
  },
  "encrypted-dns": {
    title: "Verschlüsseltes DNS nutzen",
    why: "Niemand auf dem Weg kann an seiner Stelle antworten oder es sperren.",
  },
  "one-click-dns": {
    title: "Mein DNS reparieren",
    why: "Zuerst werden die Zwischenspeicher geleert; der Server wird nur gewechselt, wenn das nötig ist. Alles wird geprüft und rückgängig gemacht, wenn es nicht hilft.",
  },
  "renew-address": {
    title: "Beim Netz eine neue Adresse anfordern",
    why: "Die Adresse, die dieser Computer hat oder die ihm fehlt, hindert ihn am Weg hinaus.",
  },
  "hosts-entry": {
    title: "Den Eintrag aus der Hosts-Datei nehmen",
    why: "Er geht der echten Adresse der Website vor. Die Zeile bleibt als Notiz erhalten und lässt sich zurückholen.",
  },
  "proxy-off": {
    title: "Den Proxy ausschalten",
    why: "Anfragen gehen dann direkt hinaus. Notieren Sie zuerst die jetzige Einstellung, damit Sie sie zurückholen können.",
  },
  "vpn-toggle": {
    title: "Mit und ohne VPN vergleichen",
    why: "Ein VPN ändert den Weg zur Website; es kann der Grund sein oder ihn umgehen.",
  },
  "mend-browser": {
    title: "Den Browser aktualisieren oder zurücksetzen",
    why: "Ein veralteter oder beschädigter Browser versagt, wo andere funktionieren.",
  },
  "portal-login": {
    title: "Die Anmeldeseite öffnen",
    why: "Das Netz lässt Sie hinaus, sobald Sie sich angemeldet haben.",
  },
  "restart-browser": {
    title: "Den Browser neu starten",
    why: "Er vergisst dabei hängende Verbindungen und alte Adressen.",
  },
  "restart-computer": {
    title: "Den Computer neu starten",
    why: "Netzdienste, die hängen geblieben sind, beginnen von vorn.",
  },
  "restart-network": {
    title: "Das Modem neu starten, dann den Router",
    why: "Von außen nach innen findet jedes Gerät seinen Weg wieder: Warten Sie auf jedes, bevor Sie das nächste einschalten.",
  },
  "other-device": {
    title: "Ein anderes Gerät an einem anderen Anschluss versuchen",
    why: "Ein Telefon mit mobilen Daten zeigt, ob die Störung hier liegt oder bei der Website.",
  },
  "set-clock": {
    title: "Die Uhr stellen",
    why: "Sichere Websites öffnen sich nur, wenn Datum und Uhrzeit stimmen.",
  },
  "mtu-hint": {
    title: "Kleinere Pakete verwenden",
    why: "Große verschwinden auf dem Weg; eine kleinere Größe kommt durch.",
  },
  "ipv6-hint": {
    title: "IPv6 in Ordnung bringen lassen",
    why: "Eine Hälfte der Verbindung ist gestört. Ein Neustart des Routers oder die Hilfe des Anbieters behebt es.",
  },
  "contact-site": {
    title: "Die Website benachrichtigen",
    why: "Vielleicht weiß man dort noch nichts davon. Dieses Ergebnis enthält, was gebraucht wird: Adresse, Zeitpunkt, Antwort und was ausgeschlossen wurde.",
  },
  "contact-provider": {
    title: "Den Anbieter benachrichtigen",
    why: "Er kann die Leitung sehen und in Ordnung bringen. Dieses Ergebnis enthält, was er wissen muss.",
  },
  owner: {
    title: "Wenn es Ihre Website ist",
    why: "Was auf dem Server zuerst anzusehen ist, je nach Art des Fehlers.",
  },
  reconnect: {
    title: "Neu mit dem Netz verbinden",
    why: "Stecken Sie das Kabel ein, oder schalten Sie WLAN ein und wählen Sie das Netz; der Flugmodus muss aus sein.",
  },
  "restart-service": {
    title: "Den Namensdienst dieses Computers neu starten",
    why: "Das Programm, das Namen nachschlagen soll, antwortet nicht. Es neu zu starten geht schnell und schadet nicht.",
  },
  "security-software": {
    title: "Die Sicherheitssoftware ansehen",
    why: "Eine Firewall auf diesem Computer hat die Verbindung von sich aus abgelehnt. Ihr Protokoll nennt die Regel.",
  },
  "start-program": {
    title: "Das Programm starten, das dort antworten soll",
    why: "Die Adresse führt zu diesem Computer selbst; damit jemand antwortet, muss hier ein Programm laufen.",
  },
  "check-port": {
    title: "Den Port prüfen",
    why: "Vielleicht läuft das Programm und lauscht auf einem anderen Port: Seine Einstellungen oder seine ersten Ausgabezeilen nennen ihn.",
  },
  "own-program": {
    title: "Das Programm auf diesem Computer ansehen",
    why: "Unter dieser Adresse antwortet ein Programm dieses Computers, keine Website anderswo. Lesen Sie sein Protokoll, und starten Sie es neu.",
  },
  "check-address": {
    title: "Die Adresse prüfen",
    why: "Ein einziger falscher Buchstabe führt nirgendwohin oder zu jemand anderem.",
  },
};
