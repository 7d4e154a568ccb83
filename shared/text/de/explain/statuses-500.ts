import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** German words of the statuses 500-599 of the standard. */
export const DE_STATUSES_500 = {
  500: {
    title: "Die Website hat selbst einen Fehler.",
    means:
      "Das Programm, das die Seiten macht, ist mit einem Fehler abgebrochen. Als Besucher können Sie nichts beheben; die Leute der Website sehen den Grund in ihrem Protokoll.",
    more: "Ein einziges Neuladen nach einer Minute lohnt sich. Wenn Sie gerade etwas gesendet haben, sehen Sie zuerst nach, ob es ankam.",
  },
  501: {
    title: "Der Server kann das nicht.",
    means:
      "Der Server kennt nicht, was von ihm verlangt wurde. Meist verlangt ein Programm etwas Ungewöhnliches; die Website muss es ergänzen oder beheben.",
  },
  502: {
    title: "Der Server hinter dem Gateway gibt keine brauchbare Antwort.",
    means:
      "Vor den meisten Websites steht ein Gateway (ein CDN, ein Lastverteiler oder ein Proxy), das Anfragen an den Server dahinter weiterreicht. Das Gateway funktioniert und hat Ihnen geantwortet; der Server dahinter ist ausgefallen, wurde gerade neu gestartet, hat abgelehnt oder etwas Kaputtes gesendet. Fast immer liegt es an der Website, und oft ist es kurz.",
    more: "Hin und wieder gehört das Gateway gar nicht zur Website: Auch ein Proxy, ein VPN oder ein Sicherheitsprogramm auf Ihrer Seite kann 502 melden. Und nach einem Umzug der Website kann eine alte Adresse in Ihrem DNS zu einem Gateway führen, hinter dem nichts mehr ist. Eine Prüfung unterscheidet das. Warten Sie zwei bis fünf Minuten, bevor Sie die Seite neu laden; häufiges Neuladen erhöht nur die Last.",
  },
  503: {
    title: "Die Website hat keinen Platz oder wird gewartet.",
    means:
      "Der Server ist da und weist Anfragen absichtlich ab: zu viele Besucher auf einmal oder Wartung. Dieser Fehler vergeht am ehesten von selbst. Nennt die Antwort eine Zeit (Retry-After), kommen Sie dann wieder.",
    more: "Manche Gateways sagen auch dann 503, wenn der Server dahinter tot ist, und manche Schutzprogramme, wenn sie Sie ablehnen.",
  },
  504: {
    title: "Der Server hinter dem Gateway hat zu lange gebraucht.",
    means:
      "Das Gateway hat Ihre Anfrage weitergereicht und gewartet, oft 30 bis 60 Sekunden, aber es kam keine Antwort. Der Server ist überlastet oder hängt, oder der Weg zwischen den beiden ist gestört.",
    more: "Der Server kann an Ihrer Anfrage noch arbeiten, nachdem das Gateway aufgegeben hat. Was Sie gesendet haben, kann also angekommen sein: Sehen Sie nach, bevor Sie es noch einmal senden.",
  },
  505: {
    title: "Der Server spricht diese Version nicht.",
    means:
      "Der Server lehnt die Version von HTTP ab, die der Browser oder ein Proxy benutzt. Er ist falsch eingerichtet oder sehr alt.",
  },
  506: {
    title: "Die Website ist im Kreis eingerichtet.",
    means:
      "Der Server soll zwischen Fassungen einer Seite wählen und landet bei sich selbst. Nur die Website kann das beheben.",
  },
  507: {
    title: "Die Festplatte der Website ist voll.",
    means: "Der Server hat keinen Platz für das, was zu speichern ist. Nur die Website kann Platz schaffen.",
  },
  508: {
    title: "Die Website läuft im Kreis.",
    means:
      "Der Server drehte sich ohne Ende im Kreis und hat aufgegeben. Bei geteiltem Webspace kann es auch heißen, dass die Website ihren Anteil verbraucht hat.",
  },
  510: {
    title: "In der Anfrage fehlt etwas.",
    means: "Der Server verlangt eine Erweiterung, die das Programm nicht mitbringt. Selten, und Sache der Hersteller.",
  },
  511: {
    title: "Das Netz möchte, dass Sie sich anmelden.",
    means:
      "Diese Antwort kommt nicht von der Website: Das WLAN oder der Hotspot möchte zuerst eine Anmeldung oder Ihr Einverständnis.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
