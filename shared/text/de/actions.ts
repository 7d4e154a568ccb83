import type { EN_ACTIONS } from "../en/actions.ts";
import type { Twin } from "../twin.ts";
import { DE_ACTION_MENUS } from "./action-menus.ts";

/** German sentences of what a repair offers on this computer, and how it ended. */
export const DE_ACTIONS = {
  refused: {
    cancelled: "Sie haben abgebrochen. Es wurde nichts geändert.",
    "not-permitted":
      "Das System hat es nicht erlaubt. Dafür braucht es einen Administrator dieses Computers; ohne ihn wurde nichts geändert.",
    "not-supported":
      "Das kann auf diesem System kein Programm erledigen. Die Schritte, um es selbst zu tun, gelten trotzdem.",
    "no-longer-there": "Was geändert werden sollte, ist nicht mehr da.",
    "changed-since":
      "Seit es angezeigt wurde, hat es jemand oder etwas geändert. Sehen Sie sich den Schritt noch einmal an.",
    "still-running": "Es läuft noch. Schließen Sie es zuerst, dann versuchen Sie es noch einmal.",
    "not-effective": "Es wurde ausgeführt, beim Nachsehen zeigt sich aber keine Wirkung.",
    timeout: "Es dauerte zu lange und wurde aufgegeben. Sehen Sie noch einmal nach, was es bewirkt hat.",
    failed: "Es hat nicht geklappt.",
  },
  "restart-computer": {
    save: "Speichern Sie Ihre Arbeit und schließen Sie Ihre Programme.",
    "carry-on": "Öffnen Sie danach GoodGateway wieder: Es macht hier weiter und prüft noch einmal genauso.",
  },
  reconnect: {
    "near-router":
      "Steht Ihr Netz nicht in der Liste, gehen Sie näher an den Router und sehen Sie nach, ob sein WLAN-Licht leuchtet. Wird das Passwort abgelehnt, lassen Sie den Computer das Netz vergessen und wählen Sie es neu.",
    "choose-network": "Verbinden Sie sich mit Ihrem Netz: Sein Name steht in der Liste oben.",
    cable: "Ziehen Sie das Netzwerkkabel an beiden Enden heraus und stecken Sie es ein, bis es einrastet.",
    "cable-light":
      "Neben der Buchse sollte ein kleines Licht angehen. Bleibt es dunkel, nehmen Sie eine andere Buchse des Routers, dann ein anderes Kabel.",
  },
  "other-device": {
    "mobile-data": "Nehmen Sie ein Telefon und schalten Sie dort WLAN aus, damit es mobile Daten benutzt.",
    open: "Öffnen Sie darauf {{url}}.",
    "back-on-wifi": "Schalten Sie dort WLAN wieder ein und öffnen Sie die Seite noch einmal.",
    "works-outside":
      "Geht es mit mobilen Daten, aber nicht in Ihrem WLAN, liegt es an Ihrem Netz, an Ihrem Anbieter oder am Weg zur Seite.",
    "works-inside": "Geht es auf dem Telefon auch in Ihrem WLAN, liegt es an diesem Computer oder seinem Browser.",
    "fails-everywhere":
      "Geht es beide Male nicht, liegt es an der Seite. Daran ändert nichts auf diesem Computer etwas.",
  },
  "ipv6-hint": {
    "falls-back":
      "Browser weichen nach einem Augenblick von selbst auf IPv4 aus, deshalb öffnen sich die meisten Seiten trotzdem.",
    "at-router":
      "Suchen Sie auf der Seite des Routers nach „IPv6“. Starten Sie den Router neu; hilft das nicht, stellen Sie IPv6 auf „automatisch“ oder „nativ“, wie Ihr Anbieter es angibt.",
    provider: "Bleibt es gestört, sagen Sie es Ihrem Anbieter: IPv6 bekommt eine Adresse, führt aber nirgendwohin.",
    "bring-back": "Das schaltet IPv6 hier aus. Damit holen Sie es zurück:",
  },
  "mtu-hint": {
    "until-restart": "Gilt nur bis zum Neustart des Computers und lässt sich deshalb gefahrlos ausprobieren.",
    "bring-back": "Hilft es nicht, stellt das die übliche Größe wieder ein:",
    "at-router":
      "Suchen Sie auf der Seite des Routers bei der Internetverbindung nach „MTU“, notieren Sie, was dort steht, und tragen Sie {{size}} ein. Dann gilt es für alle Geräte.",
  },
  "router-dns": {
    page: "Öffnen Sie http://{{address}} in einem Browser: Das ist die Seite Ihres Routers.",
    "find-page":
      "Öffnen Sie die Seite Ihres Routers in einem Browser. Ihre Adresse steht auf dem Aufkleber des Routers.",
    password: "Melden Sie sich an. Das Passwort steht auf dem Aufkleber des Routers, wenn es niemand geändert hat.",
    menu: "Suchen Sie „DNS-Server“, meist unter „Internet“, „WAN“ oder „Zugangsdaten“.",
    "note-old": "Schreiben Sie auf oder fotografieren Sie, was dort jetzt steht, damit Sie es zurückholen können.",
    enter: "Tragen Sie für IPv4 ein: {{v4}}. Für IPv6: {{v6}}.",
    save: "Speichern Sie; schalten Sie dann auf diesem Computer WLAN aus und wieder ein oder ziehen Sie das Kabel heraus und stecken Sie es wieder ein.",
  },
  "encrypted-dns": {
    "only-browser": "Nur für diesen Browser.",
    "whole-system": "Für alle Programme dieses Computers.",
    chromium:
      "Schalten Sie „Sicheres DNS verwenden“ ein und wählen Sie einen Anbieter aus der Liste, zum Beispiel Cloudflare (1.1.1.1). „Aktueller Dienstanbieter“ würde dieselben Server fragen wie bisher.",
    firefox:
      "Wählen Sie unter „DNS über HTTPS“ „Maximaler Schutz“ und einen Anbieter, zum Beispiel Cloudflare. „Erhöhter Schutz“ weicht still auf die alten Server aus.",
    "windows-11":
      "Wählen Sie „WLAN“ und dann „Hardwareeigenschaften“ (oder „Ethernet“). Klicken Sie neben „DNS-Serverzuweisung“ auf „Bearbeiten“ und wählen Sie „Manuell“.",
    "windows-11-doh":
      "Schalten Sie „IPv4“ ein, tragen Sie 1.1.1.1 als bevorzugten und 1.0.0.1 als alternativen DNS ein, stellen Sie „DNS über HTTPS“ bei beiden auf „Ein (automatische Vorlage)“ und speichern Sie. „Automatisch (DHCP)“ an derselben Stelle holt die alte Einstellung zurück.",
    "bring-back": "Damit holen Sie die alte Einstellung zurück:",
  },
  browser: {
    "type-address": "Tippen Sie {{address}} in die Adresszeile des Browsers und drücken Sie die Eingabetaste.",
  },
  "mend-browser": {
    keeps:
      "Lesezeichen, Passwörter und Verlauf bleiben bei alldem erhalten. Hören Sie auf, sobald die Seite sich öffnet.",
    "update-page":
      "Tippen Sie {{address}} in die Adresszeile von {{name}}: Es sucht von selbst nach Updates. Starten Sie es neu, wenn es darum bittet.",
    "update-firefox":
      "Öffnen Sie das Menü von Firefox (drei Striche), wählen Sie „Hilfe“ > „Über Firefox“: Es sucht von selbst nach Updates. Starten Sie es neu, wenn es darum bittet.",
    "update-packages": "Installieren Sie die Aktualisierungen Ihres Systems: {{name}} wird dabei mit aktualisiert.",
    "reset-page":
      "Tippen Sie {{address}} in die Adresszeile von {{name}} und wählen Sie „Einstellungen zurücksetzen“. Erweiterungen werden ausgeschaltet, Cookies gelöscht.",
    "reset-firefox":
      "Tippen Sie about:support in die Adresszeile von Firefox und klicken Sie auf „Firefox bereinigen …“. Erweiterungen und eigene Einstellungen verschwinden.",
    "reset-safari":
      "Safari > Einstellungen > Erweiterungen: alle Häkchen entfernen. Dann Safari > Einstellungen > Datenschutz > „Websitedaten verwalten …“ und den Eintrag dieser Seite entfernen.",
    reinstall: "Als letzten Schritt entfernen Sie {{name}} und installieren es neu von der Seite des Herstellers.",
  },
  "security-software": {
    rule: "Suchen Sie eine Regel, die {{host}}, Port {{port}} oder Ihren Browser sperrt, und schalten Sie diese eine Regel aus.",
    "not-there": "Einer dieser Befehle kann fehlen: Dann ist diese Firewall nicht installiert.",
    "find-others":
      "Suchen Sie neben der Uhr (oder in der Menüleiste) das Symbol eines Sicherheitsprogramms und öffnen Sie sein Fenster.",
    log: "Sein Protokoll („Verlauf“, „Ereignisse“, „Blockiert“) nennt, was es gesperrt hat: Suchen Sie {{host}} oder Port {{port}} zur Zeit der Prüfung und erlauben Sie diesen einen Eintrag.",
    pause:
      "Steht dort nichts, halten Sie den Webschutz zehn Minuten an und lassen Sie diesen Schritt noch einmal prüfen.",
    "on-again": "Schalten Sie ihn danach auf jeden Fall wieder ein: Ohne ihn ist dieser Computer ungeschützt.",
    company:
      "Auf einem Computer des Arbeitgebers oder der Schule fragen Sie die IT-Abteilung: Solche Regeln sind oft Absicht.",
  },
  "check-address": {
    "open-near": "Meinten Sie {{name}}? Öffnen Sie das statt {{host}}.",
    exists: "Eine Seite dieses Namens gibt es. Das heißt noch nicht, dass es die gemeinte ist.",
    letters:
      "Lesen Sie {{host}} Buchstabe für Buchstabe: doppelte oder vertauschte Buchstaben, ein fehlender Punkt, .com statt einer anderen Endung.",
    "front-page": "Öffnen Sie nur {{host}} ohne den Rest und suchen Sie die Seite von dort aus. Seiten ziehen um.",
    search:
      "Suchen Sie die Seite mit einer Suchmaschine und öffnen Sie sie aus den Treffern, statt die Adresse zu tippen.",
  },
  "proxy-off": {
    "leads-to": "Sie führt zu {{address}}.",
    "no-listener":
      "Das ist dieser Computer selbst, und dort nimmt niemand an: Meist hat ein VPN-, Filter- oder Datenschutzprogramm das hinterlassen.",
    silent: "Dort antwortet niemand.",
    "no-pac": "Die Datei mit den Regeln des Proxys lässt sich nicht holen.",
    answers:
      "Er antwortet. Der Arbeitgeber, die Schule oder ein Programm will ihn vielleicht; klären Sie das, bevor Sie ihn auf Dauer ausschalten.",
    unknown: "Ob er antwortet, ließ sich nicht herausfinden.",
    locked: "Eine Vorgabe einer Organisation hält diese Einstellung fest; nur deren Administrator kann sie ändern.",
    done: "Der Proxy von {{name}} ist aus. Seine Adresse bleibt gespeichert und lässt sich wieder einschalten.",
    "file-line":
      "Öffnen Sie {{path}} in einem Editor, setzen Sie ein # vor Zeile {{line}} ({{name}}) und speichern Sie.",
    "only-there": "Das gilt nur für dieses eine Terminal.",
    "where-else":
      "Diese Variablen hat GoodGateway beim Start mitbekommen. Wissen Sie nicht, woher, melden Sie sich ab und wieder an und öffnen Sie es dann aus dem Menü.",
    "sign-in-again":
      "Melden Sie sich von Ihrem System ab und wieder an und öffnen Sie dann GoodGateway: Programme behalten die Variablen, mit denen sie gestartet wurden.",
  },
  "portal-login": {
    opens: "Öffnet {{url}} in Ihrem Browser.",
    "sign-in":
      "Melden Sie sich dort an oder stimmen Sie den Bedingungen zu, dann kommen Sie hierher zurück. Geben Sie auf dieser Seite keine Passwörter anderer Dienste ein.",
    "dns-first":
      "Die DNS-Server, die Sie hier umgestellt haben, werden vorher zurückgestellt: Dieses Netz zeigt seine Anmeldeseite nur über die eigenen.",
  },
  "vpn-toggle": {
    "is-on": "Es ist jetzt an.",
    "is-off": "Es ist jetzt aus.",
    organisation:
      "Es gehört meist dem Arbeitgeber oder der Schule: Ohne es öffnen sich deren Seiten nicht. Fragen Sie im Zweifel nach.",
    "client-off":
      "Öffnen Sie {{name}} (das Symbol ist neben der Uhr oder in der Menüleiste) und trennen Sie die Verbindung.",
    "client-on":
      "Öffnen Sie {{name}} (das Symbol ist neben der Uhr oder in der Menüleiste) und stellen Sie die Verbindung her.",
    "system-off": "Klicken Sie dort auf „{{name}}“ und trennen Sie die Verbindung.",
    "system-on": "Klicken Sie dort auf „{{name}}“ und stellen Sie die Verbindung her.",
    unknown:
      "Etwas schickt Ihre Daten durch einen Tunnel ({{name}}), doch das Programm dahinter kennen wir nicht beim Namen. Suchen Sie neben der Uhr oder in der Menüleiste nach einem VPN- oder Sicherheitsprogramm und halten Sie es an.",
    "compare-off":
      "Lassen Sie diesen Schritt noch einmal prüfen, solange es aus ist. Schalten Sie es dann wieder ein, wenn Sie es brauchen.",
    "compare-on": "Lassen Sie diesen Schritt noch einmal prüfen, solange es an ist.",
  },
  "restart-service": {
    running: "Er läuft jetzt.",
    stopped: "Er läuft jetzt nicht.",
    failed: "Er ist mit einem Fehler stehen geblieben.",
    runs: "{{name}} wurde neu gestartet und läuft.",
    "services-window": "Drücken Sie Windows-Taste + R, tippen Sie services.msc und drücken Sie die Eingabetaste.",
    find: "Suchen Sie das Programm, das auf diesem Computer Namen auflöst: AdGuard, dnscrypt-proxy, NextDNS, Acrylic, Unbound, Cisco Umbrella oder ähnlich. Starten Sie es neu.",
    "quit-and-start": "Hat es ein Symbol in der Menüleiste, beenden Sie es dort und starten Sie es wieder.",
  },
  "set-clock": {
    ahead: "Die Uhr dieses Computers geht {{amount}} vor.",
    behind: "Die Uhr dieses Computers geht {{amount}} nach.",
    "sync-on": "Das Stellen der Uhr über das Netz ist schon eingeschaltet; es wird jetzt noch einmal angestoßen.",
    "sync-off": "Das Stellen der Uhr über das Netz ist ausgeschaltet; es wird eingeschaltet.",
    automatic: "Schalten Sie „Uhrzeit automatisch festlegen“ ein. Ist es an, schalten Sie es aus und wieder ein.",
    zone: "Sehen Sie auch nach der Zeitzone: Es muss die sein, in der Sie sind.",
    battery: "Geht die Uhr nach jedem Start wieder falsch, ist die kleine Batterie der Uhr im Computer leer.",
    asked: "Das System wurde angewiesen, seine Uhr über das Netz zu stellen.",
    "on-but-no-answer": "Das Stellen der Uhr über das Netz ist jetzt an, aber noch hat kein Zeitserver geantwortet.",
  },
  "hosts-entry": {
    entry: "Zeile {{line}} schickt {{host}} an {{address}}.",
    note: "Setzt ein # vor Zeile {{line}} von {{path}}, damit sie nicht mehr gilt. Das lässt sich zurücknehmen.",
    done_one: "Eine Zeile von {{path}} wurde zu einer Anmerkung.",
    done_other: "{{count}} Zeilen von {{path}} wurden zu Anmerkungen.",
  },
  "renew-address": {
    keeps: "Die benutzte Adresse bleibt, bis eine neue da ist.",
    asks: "Bittet das Netz über {{name}} noch einmal um eine Adresse (DHCP).",
    "got-address": "Das Netz hat diesem Computer eine Adresse gegeben: {{after}}.",
    "new-address": "Die Adresse hat sich von {{before}} zu {{after}} geändert.",
    "same-address": "Das Netz hat die Adresse {{after}} bestätigt.",
    unclear: "Das Netz wurde gefragt; die Adressen ließen sich danach nicht lesen.",
  },
  "restart-network": {
    calls: "Auch Telefon und Fernsehen über dasselbe Gerät sind einige Minuten weg.",
    "router-is":
      "Ihr Router hat die Adresse {{address}}. Wir beobachten ihn und sehen, wann er weg und wann er wieder da ist.",
    "not-yours": "Dieses Netz hat eine Anmeldeseite, die Geräte gehören also jemand anderem: Fragen Sie dort.",
    "one-box": "Ein Gerät, das Modem und Router ist (so ist es in den meisten Wohnungen).",
    "two-boxes": "Modem (oder Glasfaserbox) und Router getrennt.",
    "unplug-both": "Ziehen Sie die Netzstecker von Modem und Router.",
    "unplug-one": "Ziehen Sie den Netzstecker des Geräts.",
    wait: "Warten Sie 30 Sekunden. Lassen Sie es ausgesteckt, bis das Bild hier sagt, dass wir es haben gehen sehen.",
    "modem-first": "Stecken Sie nur das Modem ein: das Gerät, in das die Leitung von außen führt.",
    "modem-lights": "Warten Sie, bis seine Lichter ruhig leuchten. Das dauert zwei bis fünf Minuten.",
    "plug-one":
      "Stecken Sie es wieder ein und warten Sie, bis seine Lichter ruhig leuchten. Das dauert zwei bis fünf Minuten.",
    "router-next": "Stecken Sie jetzt den Router ein und warten Sie, bis sein WLAN wieder da ist, meist zwei Minuten.",
    rest: "Zuletzt kommen Verstärker und Switches, dann dieser Computer, falls er sich nicht von selbst verbindet.",
    stage: {
      link: "Verbindung dieses Computers",
      router: "Router",
      provider: "Internet",
      dns: "Namen",
      site: "Die Seite",
    },
    phase: {
      looking: "Wir sehen nach, wie es ist, bevor Sie anfangen.",
      "waiting-for-gap": "Ziehen Sie jetzt den Stecker. Wir sehen alle paar Sekunden nach, ob der Router weg ist.",
      "waiting-for-gap-dead":
        "Ihr Router antwortet gar nicht. Ziehen Sie seinen Stecker; von da an sehen wir nach, bis er wieder da ist.",
      pulled:
        "Ihr Router antwortet noch. Ist es der richtige Stecker? Manche Geräte haben auch einen Akku. Wir sehen weiter nach.",
      "pulled-dead": "Wir sehen nach, bis Ihr Router wieder antwortet. Stecken Sie ihn nach 30 Sekunden ein.",
      gone: "Der Router ist weg. Darauf haben wir gewartet. Stecken Sie nach 30 Sekunden wieder ein, von außen nach innen.",
      "gone-modem":
        "Der Weg ins Internet ist weg. Darauf haben wir gewartet. Stecken Sie nach 30 Sekunden wieder ein, von außen nach innen.",
      returning: "Eins nach dem anderen kommt zurück. Das dauert einige Minuten.",
      back: "Alles ist wieder da.",
    },
    proof: {
      gap: "Er ist wirklich neu gestartet: Der Router hat {{seconds}} Sekunden nicht geantwortet.",
      "was-down-router":
        "Der Router hat auch vorher nicht geantwortet und tut es jetzt. Ein Neustart ist wahrscheinlich, war aber nicht zu sehen.",
      "was-down-provider":
        "Der Weg ins Internet war vorher tot und geht jetzt. Ein Neustart ist wahrscheinlich, war aber nicht zu sehen.",
      "modem-gap":
        "Der Weg ins Internet war {{seconds}} Sekunden weg, während der Router an blieb: Das Modem ist neu gestartet.",
      "address-changed": "Ihre Adresse im Internet hat sich von {{before}} zu {{after}} geändert.",
      "address-same": "Ihre Adresse im Internet ist noch {{address}}. Viele Anbieter geben dieselbe wieder.",
      none: "Wir haben den Router nie weg gesehen. Vielleicht war ein anderes Gerät ausgesteckt oder nur für einen Moment.",
    },
    end: {
      "no-gap_one": "In einer Minute wurde, soweit wir sehen, nichts ausgeschaltet; also wurde nichts neu gestartet.",
      "no-gap_other":
        "In {{count}} Minuten wurde, soweit wir sehen, nichts ausgeschaltet; also wurde nichts neu gestartet.",
      "no-gap-pulled":
        "Soweit wir sehen, war nichts weg; also wurde nichts neu gestartet. Vielleicht war es der Stecker eines anderen Geräts.",
      "not-back_one": "Nach einer Minute fehlt noch: {{stage}}.",
      "not-back_other": "Nach {{count}} Minuten fehlt noch: {{stage}}.",
      elsewhere:
        "Dieser Computer ist jetzt in einem anderen Netz (Router {{address}}). Verbinden Sie ihn wieder mit Ihrem eigenen.",
      cancelled: "Sie haben das Bild angehalten. Was Sie ausgesteckt haben, kommt von selbst zurück.",
    },
  },
  open: DE_ACTION_MENUS,
} as const satisfies Twin<typeof EN_ACTIONS>;
