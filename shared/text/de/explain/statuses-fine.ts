import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** German words of the statuses 100-399, which are no errors. */
export const DE_STATUSES_FINE = {
  100: {
    title: "Weiter senden.",
    means: "Der Server hat den Anfang einer Anfrage gesehen und möchte den Rest. Browser erledigen das von selbst.",
  },
  101: {
    title: "Wechsel zu einer anderen Art von Gespräch.",
    means:
      "Der Server ist einverstanden, auf dieser Verbindung anders zu sprechen, zum Beispiel für einen Chat oder laufende Zahlen (WebSocket).",
  },
  102: { title: "Noch in Arbeit.", means: "Der Server hat die Anfrage und braucht mehr Zeit. Eine Antwort folgt." },
  103: {
    title: "Ein Hinweis vor der Antwort.",
    means: "Der Server nennt Dateien, die die Seite brauchen wird, damit der Browser sie früh holen kann.",
  },
  104: {
    title: "Ein abgebrochenes Hochladen kann weitergehen.",
    means: "Der Server sagt, dass ein Hochladen dort weitergehen kann, wo es stehen blieb. Das ist neu und selten.",
  },
  200: {
    title: "Alles in Ordnung.",
    means:
      "Der Server hat das Gesuchte gefunden und sendet es. Sieht die Seite trotzdem falsch oder leer aus, liegt es an der Seite selbst oder am Browser.",
  },
  201: {
    title: "Etwas Neues wurde angelegt.",
    means: "Was Sie gesendet haben, kam an, und die Website hat es gespeichert.",
  },
  202: {
    title: "Angenommen, noch nicht erledigt.",
    means:
      "Die Website hat angenommen, was Sie gesendet haben, und bearbeitet es später. Wie das ausgeht, sagt sie noch nicht.",
  },
  203: {
    title: "Gut, aber unterwegs verändert.",
    means: "Ein Proxy zwischen Ihnen und der Website hat die Antwort verändert, etwa um Daten zu sparen.",
  },
  204: { title: "Erledigt, nichts zu zeigen.", means: "Die Anfrage hat geklappt; eine Seite gibt es dazu nicht." },
  205: {
    title: "Erledigt, Formular leeren.",
    means: "Die Anfrage hat geklappt, und der Browser soll das Formular leeren.",
  },
  206: {
    title: "Der gewünschte Teil.",
    means: "Der Server sendet ein Stück einer Datei, wie Abspielprogramme und Download-Programme es verlangen.",
  },
  207: {
    title: "Mehrere Antworten in einer.",
    means: "Eine Antwort für viele Dateien auf einmal; Netzwerkordner und Kalender nutzen das (WebDAV).",
  },
  208: {
    title: "Schon aufgeführt.",
    means: "Teil einer längeren Antwort eines Netzwerkordners; dieser Eintrag kam schon vor.",
  },
  226: { title: "Nur die Änderungen.", means: "Der Server sendet nur, was sich seit dem letzten Besuch geändert hat." },
  300: {
    title: "Es gibt eine Auswahl.",
    means: "Von der Seite gibt es mehrere Fassungen, und der Server überlässt Ihnen die Wahl.",
  },
  301: {
    title: "Für immer umgezogen.",
    means:
      "Die Seite hat eine neue Adresse, und der Browser geht von selbst dorthin. Lesezeichen sollten geändert werden.",
  },
  302: {
    title: "Vorläufig anderswo zu finden.",
    means:
      "Der Browser wird an eine andere Adresse geschickt, oft zum Anmelden. Geht es im Kreis, ist meist ein altes Cookie oder eine falsche Einstellung der Website der Grund.",
  },
  303: {
    title: "Das Ergebnis steht auf einer anderen Seite.",
    means: "Nach dem Absenden eines Formulars wird der Browser zur Seite mit dem Ergebnis geführt.",
  },
  304: {
    title: "Nichts Neues.",
    means: "Die Kopie im Browser ist noch gültig, also sendet der Server die Seite nicht noch einmal.",
  },
  305: {
    title: "Einen Proxy benutzen.",
    means: "Eine alte Anweisung, die Browser aus Sicherheitsgründen nicht befolgen.",
  },
  306: {
    title: "Nicht mehr in Gebrauch.",
    means: "Die Nummer ist freigehalten. Ein Server, der sie sendet, ist seltsam eingerichtet.",
  },
  307: {
    title: "Vorläufig anderswo, auf gleiche Weise.",
    means: "Der Browser wiederholt dieselbe Anfrage an einer anderen Adresse, samt dem, was Sie gerade senden.",
  },
  308: {
    title: "Für immer umgezogen, auf gleiche Weise.",
    means: "Die Seite hat auf Dauer eine neue Adresse; ein Formular wird unverändert dorthin weitergegeben.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
