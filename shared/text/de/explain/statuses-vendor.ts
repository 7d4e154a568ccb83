import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** German words of the numbers that vendors made up. */
export const DE_STATUSES_VENDOR = {
  419: {
    title: "Das Formular ist zu alt geworden.",
    means:
      "Die Seite war so lange offen, dass ihr Formular nicht mehr gilt. Laden Sie die Seite neu und füllen Sie es noch einmal aus.",
  },
  420: {
    title: "Bitte langsamer.",
    means: "So sagte Twitter früher, dass zu viele Anfragen kamen. Warten Sie ein wenig.",
  },
  430: {
    title: "Vom Schutz des Shops abgewiesen.",
    means: "Shops bei Shopify benutzen diese Nummer, wenn eine Anfrage wie die eines Roboters aussieht.",
  },
  440: {
    title: "Ihre Anmeldung ist abgelaufen.",
    means: "Sie waren zu lange angemeldet, ohne etwas zu tun. Melden Sie sich neu an.",
  },
  444: {
    title: "Der Server hat wortlos aufgelegt.",
    means:
      "nginx schreibt diese Nummer in sein Protokoll, wenn es eine Verbindung absichtlich ohne Antwort schließt, meist bei unerwünschten Besuchern. Ein Browser zeigt eine leere Antwort.",
  },
  449: {
    title: "Noch einmal, mit mehr Angaben.",
    means: "Ein Microsoft-Server möchte die Anfrage noch einmal, mit etwas, das gefehlt hat, oft der Anmeldung.",
  },
  450: {
    title: "Von der Kindersicherung gesperrt.",
    means:
      "Die Familieneinstellungen von Windows halten die Seite von Ihnen fern. Wer sie verwaltet, kann sie erlauben.",
  },
  460: {
    title: "Der Browser ging vor der Antwort.",
    means:
      "Die Verbindung wurde geschlossen, bevor der Lastverteiler der Website bei Amazon eine Antwort hatte. Eine langsame Website oder die Ungeduld des Programms ist der Grund.",
  },
  463: {
    title: "Zu viele Stationen auf dem Weg.",
    means:
      "Die Anfrage kam durch mehr Proxys, als der Lastverteiler bei Amazon annimmt. Grund ist die Einrichtung der Website oder ein Proxy, der sich im Kreis dreht.",
  },
  464: {
    title: "Lastverteiler und Server passen nicht zusammen.",
    means:
      "Der Lastverteiler bei Amazon und der Server dahinter wollen verschiedene Versionen sprechen. Nur die Website kann das beheben.",
  },
  494: {
    title: "Zu viele oder zu große Cookies.",
    means: "Die eigene Nummer von nginx für zu große Kopfzeilen. Nur die Cookies dieser Website zu löschen, behebt es.",
  },
  495: {
    title: "Ihr Zertifikat wurde nicht angenommen.",
    means: "Die Website möchte ein Zertifikat von Ihnen als Ausweis, und das gezeigte ist nicht gültig.",
  },
  496: {
    title: "Ein Zertifikat von Ihnen wird verlangt.",
    means: "Die Website lässt nur ein, wer ein Zertifikat ihres Besitzers zeigt, und es wurde keines gezeigt.",
  },
  497: {
    title: "In der Adresse fehlt https.",
    means:
      "Der Browser sprach unverschlüsselt mit einer Tür, die nur sichere Verbindungen annimmt. Setzen Sie https:// vor die Adresse.",
  },
  498: {
    title: "Ihr Ausweis ist abgelaufen.",
    means: "Der Kartendienst nimmt den mitgeschickten Ausweis (Token) nicht an. Melden Sie sich neu an.",
  },
  499: {
    title: "Der Browser ging vor der Antwort.",
    means:
      "nginx schreibt diese Nummer in sein Protokoll, wenn der Besucher oder ein Gateway davor nicht auf die Antwort gewartet hat. Meist ist der Server dahinter zu langsam.",
  },
  509: {
    title: "Die Website hat ihr Datenvolumen verbraucht.",
    means:
      "Bei manchen Anbietern darf eine Website im Monat nur eine bestimmte Menge senden. Sie kommt wieder, wenn der Besitzer mehr bezahlt oder der Monat endet.",
  },
  520: {
    title: "Der Server der Website hat Seltsames gesendet.",
    means:
      "Cloudflare, das vor der Website steht, bekam vom Server der Website eine leere oder unlesbare Antwort. Cloudflare funktioniert, der Server dahinter nicht.",
  },
  521: {
    title: "Der Server der Website ist aus oder lehnt ab.",
    means:
      "Cloudflare konnte sich nicht verbinden: Der Server der Website hat es abgewiesen. Er ist aus, oder seine Firewall sperrt Cloudflare.",
  },
  522: {
    title: "Der Server der Website antwortet nicht.",
    means:
      "Cloudflare wollte sich verbinden, und niemand antwortete. Der Server ist überlastet oder aus, oder eine Firewall dazwischen verwirft alles.",
  },
  523: {
    title: "Der Server der Website ist nicht zu erreichen.",
    means: "Cloudflare findet keinen Weg zum Server der Website, oft weil sich dessen Adresse geändert hat.",
  },
  524: {
    title: "Der Server der Website hat zu lange gebraucht.",
    means:
      "Cloudflare war verbunden und wartete etwa 100 Sekunden, aber es kam keine Antwort. Was Sie gesendet haben, kann noch in Arbeit sein: Sehen Sie nach, bevor Sie es noch einmal senden.",
  },
  525: {
    title: "Cloudflare und die Website einigen sich auf keine sichere Verbindung.",
    means:
      "Zwischen Cloudflare und dem Server der Website kam keine Verschlüsselung zustande. Nur die Website kann das beheben.",
  },
  526: {
    title: "Das Zertifikat des Servers der Website ist ungültig.",
    means:
      "Cloudflare nimmt das Zertifikat des Servers dahinter nicht an: Es ist abgelaufen oder gilt für einen anderen Namen. Nur die Website kann das beheben.",
  },
  527: {
    title: "Eine Verbindung zwischen Cloudflare und der Website ist abgerissen.",
    means:
      "Ein älteres Produkt von Cloudflare (Railgun) hat den Server dahinter verloren. Nur die Website kann das beheben.",
  },
  529: {
    title: "Die Website ist überlastet.",
    means:
      "Manche Dienste sagen mit dieser Nummer, dass sie mehr Anfragen haben, als sie bewältigen. Warten Sie einige Minuten.",
  },
  530: {
    title: "Die Website hinter dem Liefernetz fehlt.",
    means:
      "Cloudflare fand die Adresse des Servers der Website nicht; eine zweite Nummer auf der Seite (oft 1016 oder 1033) sagt mehr. Bei Pantheon heißt es, dass die Website schläft.",
  },
  540: {
    title: "Der Shop ist vorübergehend abgeschaltet.",
    means: "Shopify hat diesen Shop oder diese Seite für eine Weile außer Betrieb genommen.",
  },
  561: {
    title: "Die Anmeldung hinter der Website ist misslungen.",
    means:
      "Der Lastverteiler bei Amazon fragte einen Anmeldedienst, und der gab einen Fehler. Nur die Website kann das beheben.",
  },
  598: {
    title: "Es kam keine Antwort in der Zeit.",
    means:
      "Manche Proxys benutzen diese Nummer, wenn der Server dahinter nicht rechtzeitig geantwortet hat. Im Standard steht sie nicht.",
  },
  599: {
    title: "Es kam keine Verbindung in der Zeit zustande.",
    means:
      "Manche Proxys und Programme benutzen diese Nummer, wenn rechtzeitig keine Verbindung zum Server zustande kam. Im Standard steht sie nicht.",
  },
  783: {
    title: "In der Anfrage steht etwas Seltsames.",
    means: "Shopify konnte die Anfrage nicht lesen: Sie enthält ein unerwartetes Zeichen.",
  },
  999: {
    title: "Als Roboter abgewiesen.",
    means:
      "LinkedIn benutzt diese Nummer für Anfragen, die nicht nach einem Menschen aussehen. Melden Sie sich mit einem üblichen Browser und ohne VPN an.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
