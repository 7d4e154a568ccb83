import type { TopicId } from "../../../model/explain/page.ts";
import type { PageWords } from "../../../model/explain/statuses.ts";

/** German words of the pages that are neither one status nor one verdict. */
export const DE_TOPICS = {
  "502-503-504": {
    title: "502, 503 oder 504: Was ist der Unterschied?",
    means:
      "Alle drei kommen von der Seite der Website. 502: Das Gateway bekam vom Server dahinter keine brauchbare Antwort. 503: Der Server weist Anfragen ab, weil er zu voll ist oder gewartet wird. 504: Der Server hinter dem Gateway hat nicht rechtzeitig geantwortet.",
    more: "503 vergeht am häufigsten von selbst. Bei 504, und manchmal bei 502, kann angekommen sein, was Sie gesendet haben, obwohl Sie einen Fehler sahen. Die Produkte unterscheiden sich: Manche Gateways melden 503 für einen toten Server, wo andere 502 melden.",
  },
  "form-or-payment": {
    title: "Ein Formular oder eine Zahlung war unterwegs: Ist es angekommen?",
    means:
      "Ein Fehler nach „Senden“ oder „Bezahlen“ sagt nicht, ob es ankam. Der Server kann die Arbeit getan haben, und nur die Antwort ging verloren. Sehen Sie nach, bevor Sie es noch einmal senden.",
    more: "Sehen Sie in Ihr Postfach, in Ihre Bestellungen und auf Ihr Konto; warten Sie zehn Minuten, denn Bestätigungen können sich verspäten. Fragt der Browser, ob das Formular noch einmal gesendet werden soll, sagen Sie nein. Wenn Sie es nicht feststellen können, fragen Sie die Website und nennen Sie die Uhrzeit und die Nummer auf der Fehlerseite.",
  },
  "search-ranking": {
    title: "Schadet ein Ausfall dem Platz in Suchergebnissen?",
    means:
      "Ein kurzer Ausfall nicht. Bekommt der Roboter einer Suchmaschine einen 5xx-Fehler, kommt er später wieder und wird solange langsamer. Nach etwa zwei Tagen voller Fehler fallen die ersten Seiten aus dem Verzeichnis, und bis sie wieder da sind, dauert es.",
    more: "Antworten Sie bei geplanten Arbeiten mit 503 und Retry-After: Das heißt deutlich „vorübergehend“. Antworten Sie nicht mit 200 und einem Fehlertext, und nicht mit 404: Beides gilt als neuer Inhalt oder als Ende der Seite. Schon ein Fehler bei robots.txt allein kann das Durchsuchen der ganzen Website anhalten.",
  },
  "windows-update": {
    title: "Windows Update meldet 0x80244021, 0x80244022 oder 0x80244023.",
    means:
      "Das sind verkleidete Gateway-Fehler: 0x80244021 ist ein 502, 0x80244022 ein 503 und 0x80244023 ein 504. Der Update-Server oder ein Proxy auf dem Weg dorthin konnte nicht antworten.",
    more: "Warten Sie eine Stunde und suchen Sie dann noch einmal nach Updates. Bleibt es dabei, sehen Sie nach Proxy, VPN und Sicherheitsprogramm; in einer Firma kann der Update-Server (WSUS) gestört sein.",
  },
  "blank-page": {
    title: "Die Seite bleibt weiß oder schwarz.",
    means:
      "Eine leere Seite kann ein Fehler ohne Worte sein: Manche Gateways senden einen 502 ohne Inhalt, und manche Websites zeigen nichts oder nur ein eigenes Bild, wenn ihr Programm abbricht. Es kann auch der Browser sein: ein Skript oder eine Erweiterung, die die Seite anhält.",
    more: "Eine Prüfung unterscheidet die beiden: Sie sieht die Nummer, die der Browser nicht zeigt.",
  },
  "iis-numbers": {
    title: "Nummern mit Punkt, etwa 502.3 (Microsoft IIS)",
    means:
      "Der Webserver von Microsoft fügt eine zweite Nummer an. 502.3 mit „Forwarder Connection Error (ARR)“ heißt, dass sein Gateway den Server dahinter nicht benutzen konnte: ein gewöhnlicher 502. 502.1 heißt, dass ein Programm zu lange brauchte (CGI-Zeitüberschreitung), und ist eigentlich ein 504. 502.2 heißt, dass die Antwort des Programms nicht lesbar war, und 502.5, dass das Programm nicht gestartet ist.",
  },
  "server-error-only": {
    title: "Nur „Server Error“, ohne Nummer",
    means:
      "Manche Dienste, auch die von Google, zeigen nur „Server Error“ oder eine einzelne Nummer. Das ist dasselbe wie ein 500 oder 502: Auf ihrer Seite ist etwas ausgefallen.",
  },
  "class-1xx": {
    title: "Nummern ab 100: Auskunft unterwegs",
    means: "Eine Notiz des Servers vor der eigentlichen Antwort. Sie müssen nie etwas tun.",
  },
  "class-2xx": {
    title: "Nummern ab 200: Es hat geklappt",
    means: "Der Server hat verstanden und getan, was verlangt war.",
  },
  "class-3xx": {
    title: "Nummern ab 300: anderswo nachsehen",
    means: "Die Seite steht unter einer anderen Adresse oder hat sich nicht geändert. Der Browser folgt von selbst.",
  },
  "class-4xx": {
    title: "Nummern ab 400: Die Anfrage wird abgelehnt",
    means:
      "Die Website funktioniert und antwortet, nimmt aber diese Anfrage nicht an: Die Seite gibt es nicht, Sie dürfen sie nicht sehen, oder etwas an der Anfrage stimmt nicht. Nummern, die kein Standard kennt, bedeuten, was die Website damit meint.",
  },
  "class-5xx": {
    title: "Nummern ab 500: Die Website hat versagt",
    means:
      "Die Anfrage war in Ordnung, und die Website oder ein Gateway davor konnte sie nicht beantworten. Besucher können nur warten. Nummern, die kein Standard kennt, bedeuten, was die Website damit meint.",
  },
} as const satisfies Record<TopicId, PageWords>;
