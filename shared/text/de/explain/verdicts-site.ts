import type { PageWords } from "../../../model/explain/statuses.ts";
import type { VerdictCode } from "../../../model/verdict-code.ts";

/** German words of the verdicts about the site, and of the one that leaves it open. */
export const DE_VERDICTS_SITE = {
  intermittent: {
    title: "Es geht nur manchmal",
    means:
      "Manche Anfragen gelingen, manche nicht. Wahrscheinlich ist eine von mehreren Maschinen der Website gestört, und der Zufall entscheidet, an welche Sie geraten.",
  },
  "name-not-found": {
    title: "Diesen Namen gibt es nicht",
    means:
      "Alle gefragten DNS-Server sagen, dass es den Namen nicht gibt. Er ist falsch geschrieben, wurde aufgegeben oder ist noch nicht eingerichtet.",
  },
  "site-dns-failing": {
    title: "Das DNS der Website versagt",
    means:
      "Die Server, die die Adressen der Website verwalten, sind gestört oder tragen eine kaputte Unterschrift. Niemand kann den Namen nachschlagen.",
  },
  "site-refused": {
    title: "Der Server der Website nimmt keine Verbindungen an",
    means: "Die Maschine ist da, aber das Programm, das antworten sollte, läuft nicht.",
  },
  "site-unreachable": {
    title: "Die Website antwortet nicht",
    means:
      "Keine ihrer Adressen antwortet, während andere Ziele im Internet es tun. Die Website ist ausgefallen, oder der Weg zu ihr ist gestört.",
  },
  "site-partial": {
    title: "Ein Teil der Website ist ausgefallen",
    means: "Die Website hat mehrere Adressen, und einige funktionieren nicht. Wen es trifft, ist Zufall.",
  },
  "tls-expired": {
    title: "Das Zertifikat ist abgelaufen",
    means: "Die Website hat vergessen, ihren Ausweis zu erneuern. Browser warnen davor, und das zu Recht.",
  },
  "tls-wrong-name": {
    title: "Das Zertifikat gilt für einen anderen Namen",
    means:
      "Der Server weist sich als jemand anders aus, als in der Adresse steht. Meist ist er falsch eingerichtet; es könnte auch jemand dazwischen sitzen.",
  },
  "tls-untrusted": {
    title: "Niemand Vertrauenswürdiges bürgt für die Website",
    means: "Das Zertifikat wurde von niemandem ausgestellt, dem dieser Computer vertraut.",
  },
  "tls-protocol": {
    title: "Keine sichere Verbindung möglich",
    means: "Die Website spricht eine veraltete oder gar keine Verschlüsselung, oder bricht beim Aufbau ab.",
  },
  "gateway-error": {
    title: "Das Gateway funktioniert, der Server dahinter nicht",
    means:
      "Vor der Website steht ein Gateway, das mit einem Fehler wie 502 geantwortet hat, weil es den Server dahinter nicht benutzen kann. Solche Störungen sind oft kurz.",
    more: "Der Name „Bad Gateway“ (schlechtes Gateway) führt in die Irre: Das Gateway ist der Teil, der noch funktioniert.",
  },
  "gateway-timeout": {
    title: "Der Server hinter dem Gateway braucht zu lange",
    means:
      "Das Gateway hat auf den Server dahinter gewartet und aufgegeben (504). Der Server ist überlastet oder hängt.",
  },
  overloaded: {
    title: "Die Website hat gerade keinen Platz",
    means: "Der Server ist da und weist Anfragen ab, weil es zu viele sind. Das vergeht meist von selbst.",
  },
  maintenance: {
    title: "Die Website wird gewartet",
    means: "Ihr Besitzer hat sie absichtlich für eine Weile abgeschaltet.",
  },
  "edge-error": {
    title: "Das Liefernetz hat selbst eine Störung",
    means: "Weder Sie noch der Server der Website sind der Grund, sondern das Netz (CDN), das die Website ausliefert.",
  },
  "origin-error": {
    title: "Das Programm der Website ist abgebrochen",
    means: "Der Server antwortet, aber sein Programm brach mit einem Fehler ab (500 und ähnliche).",
  },
  "session-bound": {
    title: "Ein altes Cookie ist im Weg",
    means:
      "In einem privaten Fenster funktioniert die Website; also ist der Grund, was der normale Browser für sie aufhebt (ein Cookie, eine Anmeldung).",
  },
  "client-certificate": {
    title: "Die Website möchte Ihr Zertifikat",
    means: "Sie lässt nur ein, wer ein Zertifikat zeigt, das ihr Besitzer ausgibt.",
  },
  parked: {
    title: "Hinter dem Namen steht keine Website mehr",
    means: "Der Name führt zu einem Platzhalter oder zu Werbung: nie benutzt, aufgegeben oder nicht bezahlt.",
  },
  "access-denied": {
    title: "Die Website funktioniert und lehnt Sie ab",
    means:
      "Das ist eine Entscheidung, keine Störung: Melden Sie sich erst an, oder die Website weist Ihre Adresse, Ihr Land oder Ihr VPN ab.",
  },
  "rate-limited": {
    title: "Zu viele Anfragen",
    means: "Die Website bittet Ihre Adresse, langsamer zu werden. Andere hinter derselben Adresse zählen mit.",
  },
  "not-found": {
    title: "Die Seite gibt es nicht",
    means: "Die Website funktioniert, hat aber nichts unter dieser Adresse.",
  },
  "redirect-loop": {
    title: "Im Kreis geschickt",
    means: "Die Website führt von einer Adresse zur nächsten und kommt nie bei einer Seite an.",
  },
  "invalid-response": {
    title: "Die Antwort ist kaputt",
    means: "Der Server nimmt die Verbindung an, aber was er sendet, ist leer, abgeschnitten oder gar keine Webseite.",
  },
  "other-http-error": {
    title: "Ein anderer Fehler der Website",
    means:
      "Die Website hat mit einer Nummer geantwortet, für die es kein eigenes Urteil gibt. Schlagen Sie die Nummer hier nach.",
  },
  inconclusive: {
    title: "Es lässt sich noch nicht sagen",
    means:
      "Was gesehen wurde, entscheidet nicht, wessen Fehler es ist, und GoodGateway rät nicht. Das Ergebnis nennt, was fehlt.",
  },
} as const satisfies Partial<Record<VerdictCode, PageWords>>;
