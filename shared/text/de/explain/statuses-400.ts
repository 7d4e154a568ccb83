import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** German words of the statuses 400-499 of the standard. */
export const DE_STATUSES_400 = {
  400: {
    title: "Der Server konnte die Anfrage nicht lesen.",
    means:
      "Etwas an dem, was der Browser gesendet hat, ist nicht so, wie der Server es möchte: ein fehlerhafter Link, ein beschädigtes Cookie oder eine Adresse mit überzähligen Zeichen. Die Leitung funktioniert, die Website antwortet.",
    more: "Eine Seite, die gestern noch ging und jetzt 400 meldet, hat oft ein beschädigtes Cookie. Ein privates Fenster zeigt, ob es so ist.",
  },
  401: {
    title: "Erst anmelden.",
    means: "Die Seite ist nur für Angemeldete, oder Name und Kennwort wurden nicht angenommen.",
  },
  402: { title: "Es muss bezahlt werden.", means: "Die Website oder ein Dienst dahinter möchte zuerst eine Zahlung." },
  403: {
    title: "Sie werden nicht eingelassen.",
    means:
      "Der Server hat verstanden und lehnt ab. Die Seite kann privat sein, oder die Website weist Ihr Land, Ihr VPN oder Ihr Netz ab. Das ist eine Entscheidung der Website, keine Störung.",
    more: "Wenn Sie meinen, hineinzugehören: Melden Sie sich an, schalten Sie das VPN aus oder fragen Sie die Website. Immer neue Versuche machen einen Schutz nur misstrauischer.",
  },
  404: {
    title: "Diese Seite gibt es nicht.",
    means:
      "Die Website funktioniert, hat aber nichts unter dieser Adresse. Die Seite wurde entfernt oder verschoben, oder in der Adresse steckt ein Schreibfehler. Prüfen Sie die Schreibweise oder beginnen Sie auf der Startseite.",
  },
  405: {
    title: "So nicht.",
    means:
      "Die Seite gibt es, aber nicht für diese Art von Anfrage. Meist ist ein Formular oder Link der Website falsch eingerichtet.",
  },
  406: {
    title: "Keine passende Fassung.",
    means:
      "Die Website hat die Seite, aber nicht in der Form oder Sprache, um die der Browser bat. Manche Schutzprogramme lehnen mit dieser Nummer ab.",
  },
  407: {
    title: "Der Proxy möchte, dass Sie sich anmelden.",
    means:
      "Die Anfrage kam gar nicht bis zur Website: Ein Proxy Ihrer Firma oder Ihres Netzes verlangt zuerst Name und Kennwort.",
  },
  408: {
    title: "Die Anfrage kam zu langsam an.",
    means:
      "Der Server hat auf den Rest der Anfrage gewartet und aufgegeben. Eine langsame oder gestörte Verbindung bei Ihnen oder ein langes Hochladen führt dazu.",
  },
  409: {
    title: "Es passt nicht zu etwas anderem.",
    means:
      "Was Sie ändern wollten, hat inzwischen jemand anders geändert, oder es ist schon da. Laden Sie die Seite neu und sehen Sie nach.",
  },
  410: {
    title: "Für immer entfernt.",
    means: "Die Seite gab es hier, und sie wurde absichtlich entfernt. Unter dieser Adresse kommt sie nicht wieder.",
  },
  411: {
    title: "Die Länge fehlt.",
    means: "Der Server möchte vorher wissen, wie viel gesendet wird. Das müssen die Hersteller des Programms beheben.",
  },
  412: {
    title: "Eine Bedingung gilt nicht mehr.",
    means:
      "Die Seite hat sich geändert, seit der Browser zuletzt nachgesehen hat. Laden Sie sie neu und versuchen Sie es noch einmal.",
  },
  413: {
    title: "Zu viel auf einmal.",
    means:
      "Was Sie senden wollten, oft eine Datei, ist größer, als die Website annimmt. Eine kleinere Datei kann durchkommen.",
  },
  414: {
    title: "Die Adresse ist zu lang.",
    means:
      "Die Adresse enthält mehr Text, als der Server annimmt, oft weil die Website immer etwas anhängt. Beginnen Sie auf der Startseite.",
  },
  415: {
    title: "Die falsche Art von Datei.",
    means: "Die Website nimmt diese Art von Datei oder Daten nicht an. Ein anderes Format kann gehen.",
  },
  416: {
    title: "Diesen Teil gibt es nicht.",
    means: "Ein fortgesetzter Download wollte ein Stück hinter dem Ende der Datei. Beginnen Sie den Download neu.",
  },
  417: {
    title: "Eine Erwartung kann nicht erfüllt werden.",
    means:
      "Das Programm hatte einen besonderen Wunsch, den der Server nicht erfüllen kann. Ein alter Proxy auf dem Weg kann der Grund sein.",
  },
  418: {
    title: "Ich bin eine Teekanne.",
    means: "Ein alter Scherz des Internets. Manche Websites weisen damit Programme ab, die sie für Roboter halten.",
  },
  421: {
    title: "Der falsche Server wurde gefragt.",
    means:
      "Die Verbindung führte zu einer Maschine, die für diese Website nicht zuständig ist. Schließen Sie den Browser und öffnen Sie ihn wieder; das baut eine neue Verbindung auf.",
  },
  422: {
    title: "Verstanden, aber nicht brauchbar.",
    means:
      "Das Formular oder die Daten sind lesbar, aber etwas darin passt nicht: Ein Feld fehlt oder hat einen falschen Wert.",
  },
  423: {
    title: "Gesperrt.",
    means: "Gerade arbeitet jemand anders an dieser Datei oder Seite. Versuchen Sie es später.",
  },
  424: {
    title: "Ein früherer Schritt ist misslungen.",
    means: "Das ging nicht, weil etwas anderes, das dafür nötig ist, misslungen ist.",
  },
  425: {
    title: "Zu früh.",
    means:
      "Der Server möchte nicht auf eine Anfrage hin handeln, die eine Wiederholung sein könnte. Der Browser fragt meist von selbst noch einmal.",
  },
  426: {
    title: "Ein neueres Protokoll ist nötig.",
    means:
      "Der Server möchte, dass der Browser ein neueres Protokoll spricht. Ein Update des Browsers oder Programms hilft.",
  },
  428: {
    title: "Eine Bedingung fehlt.",
    means:
      "Der Server nimmt Änderungen nur an, wenn das Programm sagt, welchen Stand es kennt. Das müssen die Hersteller des Programms beheben.",
  },
  429: {
    title: "Bitte langsamer.",
    means:
      "Von Ihrer Adresse kamen in kurzer Zeit zu viele Anfragen. Andere hinter derselben Adresse (ein Büro, ein Mobilfunkanbieter, ein VPN) zählen mit. Nach einer Pause geht es wieder.",
    more: "Jeder weitere Versuch kann die Pause verlängern. Nennt die Antwort eine Zeit (Retry-After), warten Sie so lange.",
  },
  431: {
    title: "Zu viele oder zu große Cookies.",
    means:
      "Der Browser schickt mehr mit, als der Server annimmt, meist Cookies dieser Website, die sich angesammelt haben. Nur die Cookies dieser einen Website zu löschen, behebt es.",
  },
  451: {
    title: "Aus rechtlichen Gründen gesperrt.",
    means:
      "Die Seite darf nicht gezeigt werden, jedenfalls nicht in Ihrem Land. Die Antwort kann von der Website oder von Ihrem Anbieter kommen.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
