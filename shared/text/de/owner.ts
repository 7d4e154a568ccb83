import type { EN_OWNER } from "../en/owner.ts";
import type { Twin } from "../twin.ts";

/** German words of the owner's page. */
export const DE_OWNER: Twin<typeof EN_OWNER> = {
  result: {
    "both-fine": "Beide Wege funktionieren: In diesem Augenblick ist nichts kaputt.",
    gateway: "Ihr Server funktioniert; das Gateway oder Liefernetz davor kommt mit ihm nicht zurecht.",
    origin: "Ihr eigener Server versagt: Das Gateway reicht es nur weiter.",
    "origin-silent": "Ihr Server nimmt von hier keine Verbindung an.",
    "origin-certificate": "Ihr Server antwortet, aber sein Zertifikat gilt nicht.",
    "origin-differs": "Besucher bekommen eine Seite, aber Ihr Server selbst versagt.",
    "same-machine": "Das ist schon die Adresse, die Besucher bekommen: Es wurde nichts umgangen.",
  },
  explain: {
    "both-fine":
      "Sehen Besucher trotzdem einen Fehler, so kommt und geht er, oder er trifft nur einige Maschinen des Gateways.",
    gateway:
      "Dieselbe Anfrage direkt an Ihren Server wird gut beantwortet. Sehen Sie nach, was zwischen beiden steht: die Firewall, die Zeitgrenzen des Gateways, seine Vorstellung von der Adresse Ihres Servers.",
    origin: "Dieselbe Anfrage direkt an Ihren Server scheitert auch. Der Grund liegt dort, nicht beim Liefernetz.",
    "origin-silent":
      "Er ist aus, die Adresse ist alt, oder eine Firewall lässt nur das Liefernetz ein (das ist gute Praxis, und dann muss man diesen Versuch auf dem Server selbst machen).",
    "origin-certificate":
      "Es wurde nichts gesendet, weil der Computer eines Besuchers diesem Zertifikat nicht trauen würde. Ein Liefernetz nimmt es vielleicht an (sein eigenes Ursprungszertifikat) oder zeigt 525 oder 526.",
    "origin-differs":
      "Das Liefernetz zeigt wahrscheinlich eine gespeicherte Kopie oder nimmt einen anderen Server. Läuft die Kopie ab, sehen Besucher den Fehler.",
    "same-machine": "Geben Sie die Adresse des Servers hinter dem Gateway an; Ihr Hosting-Anbieter zeigt sie.",
  },
  hint: {
    "origin-firewall":
      "Die Firewall vor Ihrem Server: Lässt sie die Adressen Ihres Liefernetzes ein? Es veröffentlicht die Liste, und sie ändert sich.",
    "origin-certificate":
      "Das Zertifikat auf Ihrem Server: Ist es gültig, für diesen Namen, mit der ganzen Kette? Stellen Sie das Liefernetz nur mit einem gültigen auf die strenge Prüfung.",
    "origin-running":
      "Läuft das Programm auf Ihrem Server, und hört es auf diesem Port? Sehen Sie nach seinem Zustand und in sein Protokoll.",
    cloudflare:
      "Cloudflare: Auf der DNS-Seite muss hinter der orangen Wolke die heutige Adresse Ihres Servers stehen. Zum Vergleich schalten Sie die Wolke für einige Minuten auf grau.",
    cloudfront:
      "CloudFront: Name, Port und Protokoll des Ursprungs in der Distribution; das Zertifikat des Ursprungs muss zu diesem Namen passen.",
    "cdn-pause":
      "Schalten Sie das Liefernetz oder sein Plug-in für kurze Zeit aus: Geht die Website dann, liegt es an seinen Einstellungen.",
    "nginx-upstream":
      "nginx: Sein Fehlerprotokoll nennt den Upstream und den Grund („connection refused“, „upstream prematurely closed“, „too big header“). Prüfen Sie proxy_pass oder fastcgi_pass, bei großen Kopfzeilen proxy_buffer_size.",
    "php-fpm":
      "PHP-FPM: Läuft der Dienst, passt der Pfad seines Sockets zu dem im Webserver, darf der Webserver ihn öffnen, und gibt es genug Arbeiter (pm.max_children in seinem Protokoll)?",
    "apache-proxy":
      "Apache: Sein Fehlerprotokoll sagt, welches Backend versagt hat. Prüfen Sie ProxyPass, ProxyTimeout und den Zustand des Backends.",
    iis: "IIS: Die zweite Nummer (502.3, 502.5) und das Ereignisprotokoll nennen den Grund; der Anwendungspool kann angehalten sein.",
    "app-server":
      "Die Anwendung: Ist sie abgestürzt, ging ihr der Speicher aus, wurde sie neu gestartet? Sehen Sie in ihr Protokoll für die betreffende Minute.",
    kubernetes: "Kubernetes: Gibt es bereite Pods hinter dem Service, und passen Port und Bereitschaftsprüfung?",
    "load-balancer":
      "Der Lastverteiler: Sieht er gesunde Ziele? Seine Leerlaufzeit muss kürzer sein als die Keep-Alive-Zeit des Servers.",
    "hosting-limits":
      "Geteilter Webspace beendet Anfragen, die lange laufen oder viel Speicher brauchen. Fragen Sie den Anbieter nach den Grenzen und nach seinem Protokoll beendeter Prozesse.",
    plugin:
      "Ein Plug-in, Design oder Update der letzten Stunden: Nehmen Sie es zurück oder schalten Sie es aus, eines nach dem anderen.",
    timeouts:
      "Zeitgrenzen müssen nach außen wachsen: Datenbank, Anwendung, Webserver, Gateway. Eine Arbeit von Minuten gehört in den Hintergrund.",
    "server-firewall":
      "Eine Firewall, ein Angriffsschutz oder fail2ban zwischen Ihren Servern kann das Gateway für einen Angreifer halten. Suchen Sie dessen Adressen in der Sperrliste.",
    "dns-wait":
      "Die öffentlichen Resolver sind sich noch nicht einig. Lassen Sie nach einem Umzug den alten Server laufen, bis ihre Zeiten abgelaufen sind.",
    "maintenance-503":
      "Antworten Sie bei geplanten Arbeiten mit 503 und Retry-After, damit Suchmaschinen wiederkommen, statt Seiten zu streichen.",
    logs: "Sehen Sie zur gezeigten Zeit in die Protokolle, mit der Nummer der Anfrage, wenn es eine gibt.",
  },
  certificates: {
    same: "Beide Wege zeigen dasselbe Zertifikat.",
    differ:
      "Die beiden Wege zeigen verschiedene Zertifikate. Bei einem Liefernetz ist das üblich: Es zeigt Besuchern sein eigenes, und Ihr Server braucht ein eigenes, das für den Namen gilt.",
    "one-missing": "Nur einer der beiden Wege hat ein Zertifikat gezeigt; es gibt nichts zu vergleichen.",
  },
  ranking: {
    title: "Was ein Ausfall in Suchergebnissen kostet",
    text: "Einige Minuten oder Stunden kosten nichts: Die Roboter kommen später wieder. Nach etwa zwei Tagen voller Fehler verschwinden die ersten Seiten. 503 mit Retry-After ist bei geplanten Arbeiten die richtige Antwort; 404 oder eine Fehlerseite mit 200 sind es nicht.",
  },
  propagation: {
    agree: "Alle öffentlichen Resolver, die geantwortet haben, sagen dasselbe.",
    differ:
      "Die öffentlichen Resolver sagen nicht dasselbe. Kurz nach einer Änderung ist das üblich; große Websites geben auch absichtlich verschiedene Adressen.",
    few: "Zu wenige Resolver haben geantwortet, um zu vergleichen.",
    settled: "Spätestens in {{time}} haben alle neu gefragt.",
  },
};
