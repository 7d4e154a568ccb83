import type { EN_VERDICTS_NEAR } from "../en/verdicts-near.ts";
import type { Twin } from "../twin.ts";

/** German sentences of the verdicts about the person's own computer, browser, network and proxy, and of what works; see verdicts.ts. */
export const DE_VERDICTS_NEAR: Twin<typeof EN_VERDICTS_NEAR> = {
  healthy: {
    title: "{{host}} funktioniert von hier aus.",
    "title_any-page": "Von hier aus laden Seiten.",
    "explanation_any-page":
      "Eine Seite, die es sicher gibt, wurde mehrmals geladen; Ihre Verbindung, Ihr DNS und Ihr Weg ins Internet funktionieren also. Wenn nur eine Website versagt, prüfen Sie diese; wenn Ihr Browser überhaupt nichts zeigt, liegt es am Browser.",
    "title_error-page": "{{host}} antwortet, aber die Seite selbst meldet einen Fehler.",
    "explanation_error-page":
      "Die Verbindung funktioniert, und der Server sagt, alles sei in Ordnung (Status {{status}}); die gesendete Seite meldet aber einen Fehler. Wer auch immer sie erstellt hat: Sie kam von der Seite der Website.",
    "title_empty-page": "{{host}} antwortet, aber mit einer leeren Seite.",
    "explanation_empty-page":
      "Die Verbindung funktioniert, und der Server sagt, alles sei in Ordnung (Status {{status}}); auf der Seite steht aber nichts. Wenn Sie dort etwas erwartet haben, fehlt es bei der Website.",
    "title_endless-page": "{{host}} antwortet, aber die Seite nimmt kein Ende.",
    "explanation_endless-page":
      "Die Verbindung funktioniert, und der Server sagt, alles sei in Ordnung (Status {{status}}); die Seite kam aber noch an, als wir nicht länger gewartet haben. Ein Browser zeigt eine solche Seite halb oder lädt immer weiter. Der Server ist langsam, oder die Seite endet nie.",
    explanation:
      "Die Website hat jedes Mal gut geantwortet. Wenn Ihr Browser weiterhin einen Fehler zeigt, liegt es am Browser: Geben Sie das an, dann passen die nächsten Schritte dazu.",
  },
  "browser-only": {
    title: "Es liegt am Browser, nicht an der Website.",
    explanation:
      "{{host}} funktioniert auf diesem Computer, nur nicht in Ihrem Browser. Meist ist eine Erweiterung, eine alte Version oder eine Einstellung des Browsers der Grund; am schnellsten zeigt das ein privates Fenster.",
  },
  intermittent: {
    title: "Es liegt an der Website, nicht an Ihnen: Sie funktioniert nur zeitweise.",
    explanation:
      "{{failed}} von {{total}} Anfragen an {{host}} sind gescheitert, die anderen waren in Ordnung. Wahrscheinlich ist einer von mehreren Rechnern hinter der Website gestört. Ein späterer Versuch hilft; auf Ihrem Computer hilft nichts.",
  },
  "no-link": {
    title: "Dieser Computer ist mit keinem Netz verbunden.",
    explanation:
      "Es gibt weder ein Kabel mit Signal noch WLAN. Prüfen Sie das Kabel, schalten Sie WLAN ein, oder beenden Sie den Flugmodus; prüfen Sie dann noch einmal.",
  },
  "no-address": {
    title: "Ihr Netz hat diesem Computer keine Adresse gegeben.",
    explanation:
      "Der Computer ist verbunden, aber der Router hat ihm keine Adresse zugeteilt. Meist hilft es, eine neue Adresse anzufordern oder den Router neu zu starten.",
  },
  "no-route": {
    title: "Dieser Computer kennt den Weg ins Internet nicht.",
    explanation:
      "Er hat eine Adresse, aber keinen Weg aus dem eigenen Netz hinaus. Eine neue Verbindung bringt den Weg meist zurück; ein VPN, das unsauber beendet wurde, kann ihn mitnehmen.",
  },
  "router-unreachable": {
    title: "Ihr Router antwortet nicht.",
    explanation:
      "Dieser Computer ist verbunden, aber der Router {{router}} gibt kein Lebenszeichen, und dahinter antwortet nichts. Starten Sie den Router neu, und prüfen Sie noch einmal.",
  },
  "no-internet": {
    title: "Ihre Internetverbindung ist ausgefallen.",
    explanation:
      "Ihr Heimnetz funktioniert bis zum Router, aber im Internet antwortet nichts. Starten Sie zuerst das Modem neu, dann den Router. Hilft das nicht, muss der Anbieter helfen.",
  },
  "captive-portal": {
    title: "In diesem Netz müssen Sie sich zuerst anmelden.",
    "title_one-page": "Die Antwort fordert Sie auf, sich zuerst im Netz anzumelden.",
    "explanation_one-page":
      "Was für {{host}} ankam, ist die Anmeldeseite eines Netzes (Status {{status}}); andere Seiten kommen aber unverändert durch. Öffnen Sie die Seite, und sehen Sie nach, wer fragt: Es kann Ihr Netz sein oder die Website selbst.",
    explanation:
      "Das WLAN oder der Hotspot beantwortet jede Seite mit der eigenen, bis Sie sich angemeldet oder den Bedingungen zugestimmt haben. Öffnen Sie diese Seite und melden Sie sich an, dann lädt auch die Website.",
  },
  "provider-block": {
    title: "Ihr Internetanbieter sperrt {{host}}.",
    explanation:
      "Die Website wird Ihnen auf dem Weg vorenthalten, nicht von ihr selbst. Fragen Sie den Anbieter nach dem Grund; über einen anderen Anschluss kann die Website durchaus funktionieren.",
  },
  "mtu-blackhole": {
    title: "Große Seiten bleiben auf dem Weg zu Ihnen stecken.",
    explanation:
      "Kleine Antworten kommen an, große verschwinden wortlos. Ein Router oder ein VPN auf dem Weg lässt nur kleinere Pakete durch, als er angibt. Eine kleinere Paketgröße hilft sofort.",
    "explanation_local-network":
      "Kleine Antworten kommen an, große verschwinden wortlos. Der Router oder ein VPN bei Ihnen lässt nur kleinere Pakete durch, als er angibt. Eine kleinere Paketgröße hilft sofort.",
  },
  "lossy-path": {
    title: "Auf Ihrer Internetverbindung geht zu viel verloren.",
    "title_local-network": "In Ihrem Heimnetz geht zu viel verloren.",
    explanation:
      "Viele Pakete gehen verloren oder kommen zu spät, auch zu anderen Zielen als {{host}}. Nicht die Website ist schuld, sondern die Leitung Ihres Anbieters.",
    "explanation_local-network":
      "Viele Pakete gehen schon zwischen diesem Computer und dem Router verloren. Gehen Sie näher heran, nehmen Sie ein Kabel, oder starten Sie den Router neu.",
  },
  "ipv6-broken": {
    title: "Eine Hälfte Ihrer Internetverbindung ist gestört: IPv6.",
    explanation:
      "Die neuere Art von Adressen funktioniert von hier aus nicht, und {{host}} wird darüber angesprochen. Oft hilft ein Neustart des Routers; sonst muss der Anbieter helfen.",
  },
  "clock-wrong": {
    title: "Die Uhr dieses Computers geht falsch.",
    title_ahead: "Die Uhr dieses Computers geht {{minutes}} Minuten vor.",
    title_behind: "Die Uhr dieses Computers geht {{minutes}} Minuten nach.",
    explanation:
      "Mit einer falschen Uhr wirkt jedes Zertifikat ungültig, und sichere Websites lassen sich nicht öffnen. Stellen Sie die Uhr, am besten automatisch, und versuchen Sie es noch einmal.",
  },
  "hosts-override": {
    title: "Eine Einstellung auf diesem Computer führt {{host}} an den falschen Ort.",
    explanation:
      "Zeile {{line}} der Hosts-Datei führt den Namen zu {{address}}. Eine Person oder ein Programm hat sie eingetragen. Ohne diese Zeile gilt wieder die richtige Adresse.",
  },
  "local-firewall": {
    title: "Ein Sicherheitsprogramm auf diesem Computer blockiert {{host}}.",
    explanation:
      "Dieser Computer selbst lehnt die Verbindung ab, bevor etwas ihn verlässt. Meist ist eine Firewall, ein Sicherheitsprogramm oder die Sperre eines VPNs der Grund.",
  },
  "os-cache-stale": {
    title: "Dieser Computer hat sich eine alte Adresse von {{host}} gemerkt.",
    explanation:
      "Der DNS-Server nennt bereits eine neuere. Es genügt, den DNS-Zwischenspeicher des Computers zu leeren; das schadet nicht.",
  },
  "browser-cache-stale": {
    title: "Ihr Browser hat sich eine alte Adresse oder Seite von {{host}} gemerkt.",
    explanation:
      "Außerhalb des Browsers funktioniert die Website. Es genügt zu löschen, was der Browser sich über diese Website gemerkt hat.",
  },
  "proxy-unreachable": {
    title: "Der Proxy, den Ihr Computer nutzen soll, antwortet nicht.",
    title_here: "Ein Programm auf diesem Computer, durch das Ihre Verbindung läuft, ist nicht mehr da.",
    explanation:
      "Alle Anfragen laufen über {{proxy}}, und dort antwortet nichts. Wenn Sie den Proxy nicht brauchen, schalten Sie ihn aus; in einem Unternehmen fragen Sie die Betreuer.",
    explanation_here:
      "Alle Anfragen laufen über {{proxy}} auf diesem Computer, aber dort nimmt nichts mehr an. Ein beendetes oder entferntes Programm hat die Einstellung zurückgelassen. Sie auszuschalten ist ungefährlich und lässt sich rückgängig machen.",
  },
  "proxy-auth": {
    title: "Der Proxy Ihres Netzes verlangt eine Anmeldung.",
    explanation:
      "Die Anfrage hat {{host}} nie erreicht. Melden Sie sich am Proxy an, oder fragen Sie die Betreuer des Netzes.",
  },
  "proxy-error": {
    title: "Es liegt nicht an der Website: Ein Proxy oder Sicherheitsprogramm dazwischen hat versagt.",
    title_named: "Es liegt nicht an der Website: {{vendor}} dazwischen hat versagt.",
    explanation:
      "Die Fehlerseite entstand zwischen Ihnen und {{host}}, nicht auf der Website. Ein Versuch ohne den Proxy zeigt es; beheben kann es, wer ihn betreibt.",
  },
  "tls-intercepted": {
    title: "Ein Programm oder Netz liest mit und stört die sichere Verbindung.",
    title_named: "„{{issuer}}“ liest mit und stört die sichere Verbindung.",
    explanation:
      "Das Zertifikat für {{host}} stammt nicht von der Website, sondern entstand auf dem Weg. Sicherheitsprogramme und Unternehmen tun das. Geben Sie keine Passwörter ein, bis Sie wissen, wer es ist.",
  },
  "vpn-path": {
    title: "Es liegt an Ihrem VPN.",
    explanation:
      "Ohne das VPN funktioniert {{host}}. Wählen Sie einen anderen VPN-Server, oder lassen Sie es für diese Website aus.",
  },
  "session-bound": {
    title: "Es liegt an dem, was Ihr Browser sich über diese Website gemerkt hat.",
    explanation:
      "{{host}} funktioniert in einem privaten Fenster, also stört ein altes Cookie oder eine alte Anmeldung. Löschen Sie nur die Cookies dieser Website; danach müssen Sie sich neu anmelden.",
  },
  "client-certificate": {
    title: "{{host}} verlangt einen Nachweis, wer Sie sind.",
    explanation:
      "Die Website öffnet sich nur für Personen mit einem Zertifikat, das ihr Betreiber ausgibt, und dieser Computer zeigt keines vor. Bitten Sie den Betreiber um eines, oder installieren Sie Ihr vorhandenes.",
  },
};
