import type { EN_VERDICTS_SITE } from "../en/verdicts-site.ts";
import type { Twin } from "../twin.ts";

/** German sentences of the verdicts about the site: its connection, certificate and answers; see verdicts.ts. */
export const DE_VERDICTS_SITE: Twin<typeof EN_VERDICTS_SITE> = {
  "site-refused": {
    title: "Es liegt an der Website, nicht an Ihnen: Der Server nimmt keine Verbindungen an.",
    title_here: "An Port {{port}} dieses Computers nimmt kein Programm Verbindungen an.",
    explanation:
      "Der Rechner unter {{host}} ist da, aber das Programm, das antworten sollte, läuft nicht. Das kann nur die Website beheben.",
    explanation_here:
      "Dieser Computer ist in Ordnung, aber das Programm, das unter {{host}}, Port {{port}}, antworten sollte, läuft nicht. Starten Sie es, oder prüfen Sie den Port.",
    title_nearby: "Das Gerät unter {{host}} nimmt an Port {{port}} keine Verbindungen an.",
    explanation_nearby:
      "{{host}} ist eine Adresse in einem privaten Netz, und dort antwortet auch etwas, nur nicht an Port {{port}}. Das Programm, das antworten sollte, läuft nicht oder nutzt einen anderen Port, oder eine Firewall weist Sie ab.",
    title_reset: "Die Verbindung zu {{host}} wird sofort abgebrochen.",
    explanation_reset:
      "Verbindungen werden angenommen und wortlos wieder abgebrochen. Dahinter kann eine Firewall vor der Website, ein Filter auf dem Weg oder ein defekter Server stecken; was davon zutrifft, ist von hier aus nicht zu sehen.",
  },
  "site-unreachable": {
    title: "Es liegt an der Website, nicht an Ihnen: Sie antwortet nicht.",
    title_provider: "{{host}} funktioniert bei anderen, aber Ihr Anbieter bringt Sie nicht dorthin.",
    title_silent: "{{host}} nimmt die Verbindung an, hat aber innerhalb von {{waited}} s nicht geantwortet.",
    title_here: "An Port {{port}} dieses Computers antwortet nichts.",
    title_nearby: "Das Gerät unter {{host}} antwortet nicht.",
    explanation:
      "Keine ihrer Adressen antwortet, andere Stellen im Internet dagegen schon. Wahrscheinlich ist die Website ausgefallen; auch eine Störung auf dem Weg dorthin ist möglich.",
    explanation_provider:
      "Von hier aus antwortet keine ihrer Adressen, andere erreichen sie. Die Störung liegt auf dem Weg Ihres Anbieters zur Website; ein VPN kann sie umgehen.",
    explanation_silent:
      "Verbindungen werden angenommen, aber in der vorgesehenen Zeit kam keine vollständige Antwort. Das Programm dahinter ist langsam, überlastet oder hängt; ein Browser, der länger wartet, bekommt die Seite vielleicht noch.",
    explanation_here:
      "Die Verbindung zu Port {{port}} dieses Computers wird weder angenommen noch abgelehnt. Der übliche Grund ist eine Firewall auf diesem Computer.",
    explanation_nearby:
      "{{host}} ist eine Adresse in einem privaten Netz, nicht die einer Website im Internet. Das Gerät kann ausgeschaltet sein, inzwischen eine andere Adresse haben oder zu einem anderen Netz gehören. Prüfen Sie, ob es eingeschaltet und mit diesem Computer im selben Netz ist.",
  },
  "site-partial": {
    title: "Es liegt an der Website, nicht an Ihnen: Ein Teil von ihr ist ausgefallen.",
    title_family: "Es liegt an der Website, nicht an Ihnen: Sie versagt über {{family}}.",
    explanation:
      "{{host}} hat mehrere Adressen, und {{address}} funktioniert nicht richtig, eine andere dagegen schon. Wen es trifft, ist Zufall; ein neuer Versuch kann also helfen.",
  },
  "tls-expired": {
    title: "Es liegt an der Website, nicht an Ihnen: Das Zertifikat ist abgelaufen.",
    "title_not-yet-valid": "Es liegt an der Website, nicht an Ihnen: Das Zertifikat ist noch nicht gültig.",
    explanation:
      "Die Website hat vergessen, den Nachweis ihrer Identität zu erneuern. An der Uhr Ihres Computers liegt es nicht. Geben Sie dort nichts ein, bis er erneuert ist.",
    "explanation_not-yet-valid":
      "Der Nachweis der Identität dieser Website gilt erst ab einem späteren Zeitpunkt. An der Uhr Ihres Computers liegt es nicht. Geben Sie dort nichts ein, bis er gilt.",
  },
  "tls-wrong-name": {
    title: "Es liegt an der Website, nicht an Ihnen: Das Zertifikat gilt für einen anderen Namen.",
    explanation:
      "Der Server kann nicht nachweisen, dass er {{host}} ist. Oft ist die Website falsch eingerichtet, oder die Adresse enthält ein „www“ zu viel oder zu wenig. Gehen Sie nicht über die Warnung hinweg.",
  },
  "tls-untrusted": {
    title: "Es liegt an der Website, nicht an Ihnen: Dem Zertifikat ist nicht zu trauen.",
    "title_self-signed": "Es liegt an der Website, nicht an Ihnen: Sie bürgt nur für sich selbst.",
    title_revoked: "Es liegt an der Website, nicht an Ihnen: Das Zertifikat wurde widerrufen.",
    explanation:
      "Niemand, dem dieser Computer vertraut, bürgt für {{host}}. Gehen Sie nicht über die Warnung hinweg; die Website muss das beheben.",
  },
  "tls-protocol": {
    title: "Es liegt an der Website, nicht an Ihnen: Eine sichere Verbindung kommt nicht zustande.",
    explanation:
      "{{host}} kann keine sichere Verbindung aufbauen: Der Server verwendet ein veraltetes Verfahren oder gar keines, oder er bricht ab. Die Website muss das beheben.",
  },
  "gateway-error": {
    title: "Es liegt an der Website, nicht an Ihnen: Der Server ist ausgefallen.",
    title_elsewhere: "{{host}} versagt von hier aus, funktioniert aber bei anderen.",
    "title_site-edge_elsewhere": "{{host}} versagt von hier aus, funktioniert aber bei anderen.",
    explanation_elsewhere:
      "Hier meldet ein Gateway, dass es den Server dahinter nicht nutzen kann (Status {{status}}); andere bekommen die Seite. Der Grund kann einer von mehreren Rechnern der Website sein oder etwas auf dem Weg von hier dorthin.",
    "explanation_site-edge_elsewhere":
      "Hier liefert ein Gateway einen Fehler (Status {{status}}); andere bekommen die Seite. Der Grund kann einer von mehreren Rechnern der Website sein oder etwas auf dem Weg von hier dorthin.",
    "title_site-edge": "Es liegt an der Website, nicht an Ihnen: Das Gateway davor ist gestört.",
    explanation:
      "Für {{host}} antwortet ein Gateway, das den Server dahinter nicht nutzen kann (Status {{status}}). Solche Störungen sind oft kurz: Warten Sie einige Minuten. Falls Sie gerade ein Formular abgeschickt oder bezahlt haben, prüfen Sie, ob es angekommen ist, bevor Sie es noch einmal senden.",
    "explanation_site-edge":
      "Das Gateway vor {{host}} liefert einen Fehler (Status {{status}}); die Website dahinter kann in Ordnung sein. Solche Störungen sind oft kurz: Warten Sie einige Minuten. Falls Sie gerade ein Formular abgeschickt oder bezahlt haben, prüfen Sie, ob es angekommen ist, bevor Sie es noch einmal senden.",
  },
  "gateway-timeout": {
    title: "Es liegt an der Website, nicht an Ihnen: Der Server braucht zu lange.",
    title_elsewhere: "{{host}} braucht von hier aus zu lange, funktioniert aber bei anderen.",
    explanation_elsewhere:
      "Hier meldet ein Gateway, dass der Server dahinter zu lange gebraucht hat (Status {{status}}); andere bekommen die Seite. Der Grund kann einer von mehreren Rechnern der Website sein oder etwas auf dem Weg von hier dorthin.",
    explanation:
      "Für {{host}} antwortet ein Gateway, aber der Server dahinter hat nicht rechtzeitig geantwortet (Status {{status}}). Er ist überlastet oder hängt. Was Sie gesendet haben, kann trotzdem angekommen sein: Prüfen Sie das, bevor Sie es noch einmal senden.",
  },
  overloaded: {
    title: "Es liegt an der Website, nicht an Ihnen: Sie ist überlastet.",
    title_elsewhere: "{{host}} weist Anfragen von hier ab, funktioniert aber bei anderen.",
    explanation_elsewhere:
      "Hier lautet die Antwort, dass gerade kein Platz ist (Status {{status}}); andere bekommen die Seite. Der Grund kann einer von mehreren Rechnern der Website sein oder etwas auf dem Weg von hier dorthin.",
    title_wait: "Es liegt an der Website, nicht an Ihnen: Sie ist überlastet und bittet Sie zu warten.",
    "title_wait-long": "Es liegt an der Website, nicht an Ihnen: Sie ist überlastet und bittet Sie zu warten.",
    explanation:
      "{{host}} antwortet, hat aber gerade keinen Platz für weitere Besucher (Status {{status}}). Das geht meist von selbst vorüber.",
    explanation_wait:
      "{{host}} antwortet, hat aber gerade keinen Platz für weitere Besucher (Status {{status}}). Die Website bittet zu warten ({{seconds}} s); frühere Versuche erhöhen nur die Last.",
    "explanation_wait-long":
      "{{host}} antwortet, hat aber gerade keinen Platz für weitere Besucher (Status {{status}}). Die Website bittet, etwa {{minutes}} Minuten zu warten; frühere Versuche erhöhen nur die Last.",
  },
  maintenance: {
    title: "Es liegt an der Website, nicht an Ihnen: Sie wird gerade gewartet.",
    explanation: "{{host}} ist für Wartungsarbeiten absichtlich abgeschaltet. Die Website kommt von selbst wieder.",
    explanation_wait:
      "{{host}} ist für Wartungsarbeiten absichtlich abgeschaltet. Nach eigener Angabe dauert es nicht mehr lange ({{seconds}} s).",
    "explanation_wait-long":
      "{{host}} ist für Wartungsarbeiten absichtlich abgeschaltet. Nach eigener Angabe dauert es noch etwa {{minutes}} Minuten.",
  },
  "edge-error": {
    title: "Es liegt am Auslieferungsnetz der Website, nicht an Ihnen.",
    title_elsewhere: "Das Auslieferungsnetz von {{host}} versagt von hier aus, funktioniert aber bei anderen.",
    explanation_elsewhere:
      "Der Teil des Auslieferungsnetzes, der hier antwortet, ist gestört (Status {{status}}); andere bekommen die Seite.",
    explanation:
      "Das Netz, das {{host}} ausliefert, ist selbst gestört (Status {{status}}); weder Sie noch der Server der Website sind der Grund. Der Betreiber behebt so etwas meist schnell.",
  },
  "origin-error": {
    title: "Es liegt an der Website, nicht an Ihnen: Sie hat einen Fehler.",
    title_elsewhere: "{{host}} versagt von hier aus, funktioniert aber bei anderen.",
    explanation_elsewhere:
      "Hier antwortet die Website mit einem Fehler (Status {{status}}); andere bekommen die Seite. Der Grund kann einer von mehreren Rechnern der Website sein oder etwas an dieser Anfrage.",
    "explanation_gateway-number":
      "{{host}} antwortet mit der Nummer eines Gateways (Status {{status}}): Ein Teil der Website konnte einen anderen dahinter nicht nutzen. Auf Ihrer Seite gibt es nichts zu tun. Falls Sie gerade etwas gesendet haben, prüfen Sie, ob es angekommen ist, bevor Sie es noch einmal senden.",
    explanation:
      "{{host}} antwortet, aber das Programm der Website selbst ist gescheitert (Status {{status}}). Auf Ihrer Seite gibt es nichts zu tun. Falls Sie gerade etwas gesendet haben, prüfen Sie, ob es angekommen ist, bevor Sie es noch einmal senden.",
  },
  parked: {
    title: "Unter {{host}} gibt es keine Website mehr.",
    explanation:
      "Der Name führt zu einer Platzhalterseite. Er wurde nie genutzt, aufgegeben oder nicht mehr bezahlt. Prüfen Sie die Schreibweise.",
  },
  "access-denied": {
    title: "{{host}} funktioniert, lässt Sie aber nicht hinein.",
    explanation:
      "Die Website weist diese Anfrage absichtlich ab (Status {{status}}): Vielleicht müssen Sie sich anmelden, oder Ihre Adresse, Ihr Land oder Ihr VPN ist nicht zugelassen. Eine Störung ist das nicht.",
  },
  "rate-limited": {
    title: "{{host}} funktioniert, möchte aber seltener gefragt werden.",
    explanation:
      "Von Ihrer Adresse kamen zu viele Anfragen. Warten Sie einige Minuten, und versuchen Sie es dann einmal.",
    explanation_wait:
      "Von Ihrer Adresse kamen zu viele Anfragen. Warten Sie ein wenig ({{seconds}} s), und versuchen Sie es dann einmal.",
    "explanation_wait-long":
      "Von Ihrer Adresse kamen zu viele Anfragen. Warten Sie etwa {{minutes}} Minuten, und versuchen Sie es dann einmal.",
  },
  "not-found": {
    title: "{{host}} funktioniert, aber diese Seite gibt es nicht.",
    explanation:
      "Die Website antwortet, dass sie keine solche Seite hat (Status {{status}}). Prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.",
  },
  "redirect-loop": {
    title: "Es liegt an der Website, nicht an Ihnen: Sie schickt Sie im Kreis.",
    title_browser: "Die Website schickt Sie im Kreis, weil Ihr Browser sich etwas gemerkt hat.",
    explanation:
      "{{host}} leitet immer wieder weiter und kommt nie bei einer Seite an. Das geschieht auch ganz ohne Cookies, also ist die Website falsch eingerichtet; bei Ihnen gibt es nichts zu löschen.",
    explanation_cookies:
      "{{host}} leitet immer wieder weiter und kommt nie bei einer Seite an. Sie haben angegeben, dass ein privates Fenster sie zeigt. Vielleicht ist ein altes Cookie schuld: Löschen Sie versuchsweise die Cookies dieser Website.",
  },
  "invalid-response": {
    title: "Es liegt an der Website, nicht an Ihnen: Die Antwort ist fehlerhaft.",
    explanation:
      "{{host}} nimmt die Verbindung an, aber was gesendet wird, ist keine Antwort, die ein Browser anzeigen kann. Warum, ist von hier aus nicht zu sehen; die Website muss dem nachgehen.",
    title_redirect: "Es liegt an der Website, nicht an Ihnen: Sie führt an einen Ort, der sich nicht öffnen lässt.",
    explanation_redirect:
      "{{host}} antwortet richtig, schickt Browser aber zu einer Adresse weiter, die von hier aus nirgendwohin führt. Die Weiterleitung ist falsch eingerichtet; das kann nur die Website beheben.",
    "title_dead-end": "{{host}} funktioniert, leitet aber an einen Ort weiter, der versagt.",
    "explanation_dead-end":
      "{{host}} antwortet und schickt Browser zu {{place}} weiter, und dort ist Schluss. Entweder ist die Weiterleitung falsch eingerichtet, oder der andere Ort ist gestört; eine Prüfung von {{place}} allein gibt Auskunft.",
    title_empty: "Es liegt an der Website, nicht an Ihnen: Sie legt ohne Antwort auf.",
    explanation_empty:
      "{{host}} nimmt die Verbindung an und schließt sie wortlos wieder. Das Programm dahinter hat einen Fehler, oder etwas davor weist Anfragen ab, ohne es zu sagen.",
    title_reset: "Die Verbindung zu {{host}} wird abgebrochen.",
    explanation_reset:
      "Die Verbindung kommt zustande und bricht ab, bevor eine Antwort vollständig ist. Dahinter kann der Server, eine Firewall davor oder ein Filter auf dem Weg stecken; was davon zutrifft, ist von hier aus nicht zu sehen.",
    title_cut: "Es liegt an der Website, nicht an Ihnen: Die Antwort ist nicht vollständig.",
    explanation_cut:
      "{{host}} beginnt zu antworten, aber der Rest fehlt oder ist nicht lesbar. Vielleicht kommt die Seite beim erneuten Laden ganz an; wenn nicht, muss die Website es beheben.",
    "title_not-http": "Unter {{host}} antwortet etwas, aber es ist kein Webserver.",
    "explanation_not-http":
      "Was an Port {{port}} zurückkommt, ist nicht die Sprache des Webs. Prüfen Sie Adresse und Port; wenn beides stimmt, muss die Website es beheben.",
    title_headers: "Es liegt an der Website, nicht an Ihnen: Der Kopf ihrer Antwort ist zu groß.",
    explanation_headers:
      "{{host}} sendet mehr Kopfzeilen, als Browser annehmen, oft Cookies, die sich ansammeln. Das kann nur die Website beheben.",
  },
  "other-http-error": {
    title: "{{host}} antwortet mit einem Fehler.",
    explanation:
      "Die Antwort hat den Status {{status}}. Darüber entscheidet die Website; bei Ihnen lässt sich wenig tun.",
  },
  inconclusive: {
    title: "Noch lässt sich nicht sagen, bei wem der Fehler liegt.",
    "title_any-page": "Ihre Verbindung funktioniert, soweit wir sehen.",
    "explanation_any-page":
      "Andere Stellen im Internet antworten. Nur die Seite, die zur Probe geladen wurde ({{host}}), tat es nicht, und das kann an ihr selbst liegen. Nennen Sie die Seite, die bei Ihnen nicht lädt, und prüfen Sie diese.",
    title_stopped: "Die Prüfung wurde abgebrochen, bevor sie Auskunft geben konnte.",
    explanation: "Was zu sehen war, entscheidet es nicht, und geraten wird hier nicht. Was fehlt, steht unten.",
    explanation_stopped:
      "Was bis dahin zu sehen war, entscheidet es nicht. Lassen Sie die Prüfung für eine Antwort zu Ende laufen.",
  },
};
