import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_SAVED } from "../en/saved.ts";

export const DE_SAVED: Twin<typeof EN_SAVED> = {
  screen: "Gespeicherte Fehlerseite",
  question: "Was steht auf der Fehlerseite?",
  lead: "Fügen Sie ihren Text oder Quelltext ein, oder öffnen Sie eine gespeicherte Datei oder ein Netzwerkprotokoll. Alles bleibt auf diesem Computer, und nichts darin wird ausgeführt.",
  text: "Text oder Quelltext der Seite",
  "text-hint": "Sie können auch eine Datei hierher ziehen.",
  status: "Statuscode, falls bekannt",
  "status-example": "502",
  go: "Von wem stammt sie?",
  open: "Datei öffnen …",
  answer: "Gespeicherte Seite: die Antwort",
  again: "Andere Seite",
  check: "Die Adresse selbst prüfen",
  copy: "Nummer kopieren",
  several: "Weitere Fehlerantworten in dieser Datei",
  row: "{{status}} von {{vendor}}",
  more_one: "Eine weitere wird nicht gezeigt.",
  more_other: "{{count}} weitere werden nicht gezeigt.",
  confidence: {
    high: "Sicher: Die Kopfzeilen des Servers sagen es selbst.",
    medium: "Ziemlich sicher: Es passt zu diesem Urheber, aber die Worte einer Seite lassen sich nachmachen.",
    low: "Eine Vermutung: Es spricht kaum mehr dafür als der Statuscode.",
    none: "Niemand wird beschuldigt: Es war zu wenig zu sehen.",
  },
  detail: {
    vendor: "Stammt von",
    hop: "Wo",
    status: "Status",
    url: "Adresse",
    request: "Nummer für Rückfragen ({{name}})",
    wait: "Der Server bittet zu warten",
    file: "Datei",
    english: "Auf Englisch",
    signature: "Erkannt als",
  },
  "not-known": "nicht bekannt",
  "status-from": {
    given: "{{status}}, wie von Ihnen angegeben",
    saved: "{{status}}",
    words: "{{status}}, nach den Worten der Seite selbst",
    unknown: "nicht bekannt: Damit kann die Antwort sicherer werden",
  },
  error: {
    empty: "Fügen Sie zuerst etwas ein, oder öffnen Sie eine Datei.",
    "bad-status": "Ein Statuscode ist eine Zahl von 100 bis 599, zum Beispiel 502.",
    "no-answer": "In dieser Datei steht keine Antwort eines Servers.",
    "too-large":
      "Diese Datei ist zu groß zum Durchsehen. Speichern Sie nur die Fehlerseite oder ihren einen Eintrag im Protokoll.",
    "too-large-drop":
      "Diese Datei ist zu groß, um sie hierher zu ziehen. Nutzen Sie die Schaltfläche zum Öffnen einer Datei.",
  },
  side: {
    none: "Das ist eine gewöhnliche Seite, kein Fehler.",
    device: "Es liegt an diesem Computer oder Besucher, nicht an der Website.",
    browser: "Es liegt am Browser, nicht an der Website.",
    "local-network": "Es liegt am Netz, in dem Sie sind, nicht an der Website.",
    provider: "Es liegt am Internetanbieter, nicht an der Website.",
    resolver: "Es liegt am verwendeten DNS-Dienst, nicht an der Website.",
    proxy: "Es liegt an einem Proxy, VPN oder Sicherheitsprogramm auf Ihrer Seite, nicht an der Website.",
    "site-dns": "Es liegt am Namen der Website, nicht an Ihnen.",
    "site-edge": "Es liegt am Eingang der Website, nicht an Ihnen.",
    "site-origin": "Es liegt an der Website, nicht an Ihnen.",
    unknown: "Diese Seite verrät nicht, von wem sie stammt.",
  },
  kind: {
    none: "Nichts darin spricht von einem Fehler.",
    unknown: "Eine Prüfung der Adresse verrät mehr als diese Seite.",
    "backend-unusable":
      "Das Gateway funktioniert, das Programm dahinter nicht. Auf Ihrer Seite lässt sich das nicht beheben: Warten Sie einige Minuten, oder benachrichtigen Sie die Website.",
    "backend-timeout":
      "Das Gateway hat auf das Programm dahinter gewartet und aufgegeben. Vielleicht ist es überlastet: Warten Sie einige Minuten, oder benachrichtigen Sie die Website.",
    overloaded: "Die Website hat keinen Platz mehr. Warten hilft; immer wieder neu zu laden hilft nicht.",
    maintenance: "Die Website ist absichtlich für eine Weile abgeschaltet. Kommen Sie später wieder.",
    "edge-own-fault":
      "Das Gateway der Website hat selbst versagt oder ist falsch eingerichtet. Beheben kann es der Betreiber; Sie können warten.",
    "application-error":
      "Das Programm der Website selbst ist gescheitert. Beheben kann es der Betreiber; Sie können warten oder ihn benachrichtigen.",
    "access-denied":
      "Die Website weist diesen Besucher, diese Adresse oder dieses Land ab. Ein anderes Netz oder der Support der Website kann helfen.",
    challenge:
      "Die Website möchte sehen, dass Sie ein Mensch sind. Ein Browser mit eingeschalteten Cookies und Skripten kommt hindurch.",
    "rate-limited": "Von hier kamen zu viele Anfragen. Machen Sie vor dem nächsten Versuch eine Pause.",
    "block-page":
      "Ein Filter zwischen Ihnen und der Website hat seine eigene Seite eingesetzt. Wer ihn betreibt, kann die Website freigeben.",
    portal:
      "In diesem Netz müssen Sie sich zuerst anmelden. Öffnen Sie die Anmeldeseite, und versuchen Sie es dann noch einmal.",
    "proxy-own-fault":
      "Ein Proxy auf Ihrer Seite konnte die Website nicht erreichen oder hat selbst versagt. Versuchen Sie es ohne ihn, oder benachrichtigen Sie, wer ihn betreibt.",
    "proxy-auth": "Ein Proxy auf Ihrer Seite verlangt zuerst eine Anmeldung.",
    parked: "Unter diesem Namen betreibt niemand mehr oder noch keine Website. Prüfen Sie die Schreibweise.",
    "client-certificate": "Die Website verlangt ein Zertifikat, das nur manche Besucher haben.",
    "request-fault":
      "Die Anfrage selbst ist fehlerhaft: Prüfen Sie die Adresse, und löschen Sie die Cookies dieser Website, falls von deren Größe die Rede ist.",
  },
  hop: {
    browser: "im Browser",
    antivirus: "in einem Sicherheitsprogramm auf dem Computer",
    "local-proxy": "in einem Proxy auf dem Computer",
    "captive-portal": "in der Anmeldeseite des Netzes",
    "corporate-proxy": "im Proxy eines Unternehmens",
    isp: "beim Anbieter",
    "cdn-edge": "im Auslieferungsnetz der Website (CDN)",
    "load-balancer": "im Lastverteiler der Website",
    "reverse-proxy": "im Gateway der Website",
    "app-platform": "auf der Plattform, auf der die Website läuft",
    origin: "im Programm der Website selbst",
    unknown: "nicht bekannt",
  },
};
