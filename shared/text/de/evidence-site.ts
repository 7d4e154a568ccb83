import type { EN_SEEN_SITE } from "../en/evidence-site.ts";
import type { Twin } from "../twin.ts";

/** German sentences of the evidence: what was seen of the site, and what the person said. */
export const DE_SEEN_SITE: Twin<typeof EN_SEEN_SITE> = {
  // Connections and certificates
  "refused-everywhere_one": "Die Verbindung zu Port {{port}} wird abgelehnt.",
  "refused-everywhere_other":
    "Verbindungen zu Port {{port}} werden unter allen {{count}} versuchten Adressen abgelehnt.",
  "reset-everywhere_one": "Die Verbindung zu Port {{port}} wird sofort abgebrochen.",
  "reset-everywhere_other":
    "Verbindungen zu Port {{port}} werden unter allen {{count}} versuchten Adressen sofort abgebrochen.",
  "times-out-everywhere_one": "Die Adresse der Website antwortet nicht.",
  "times-out-everywhere_other": "Keine der {{count}} versuchten Adressen antwortet.",
  "accepts-but-silent_one":
    "Der Server nimmt die Verbindung an, aber innerhalb von {{waited}} s kam keine vollständige Antwort.",
  "accepts-but-silent_other":
    "Der Server nimmt Verbindungen an, aber keine von {{count}} Anfragen wurde beantwortet; die erste hatte {{waited}} s Zeit.",
  "site-accepts_one": "Eine der Adressen der Website nimmt Verbindungen an.",
  "site-accepts_other": "{{count}} Adressen der Website nehmen Verbindungen an.",
  "clock-ahead_one": "Die Uhr dieses Computers geht eine Minute vor.",
  "clock-ahead_other": "Die Uhr dieses Computers geht {{count}} Minuten vor.",
  "clock-behind_one": "Die Uhr dieses Computers geht eine Minute nach.",
  "clock-behind_other": "Die Uhr dieses Computers geht {{count}} Minuten nach.",
  "certificate-dates": "Das Zertifikat wirkt nur nach der Uhr dieses Computers ungültig.",
  "certificate-expired": "Das Zertifikat der Website ist am {{date}} abgelaufen.",
  "certificate-not-yet-valid": "Das Zertifikat der Website gilt erst ab {{date}}.",
  "certificate-wrong-name": "Das Zertifikat ist ausgestellt für {{names}}.",
  "certificate-self-signed": "Der Server hat sein Zertifikat selbst unterschrieben.",
  "certificate-chain-incomplete": "Der Server lässt einen Teil seiner Zertifikatskette weg.",
  "certificate-revoked": "Das Zertifikat wurde von seinem Aussteller widerrufen.",
  "certificate-untrusted": "Das Zertifikat hat „{{issuer}}“ ausgestellt; dieser Stelle wird nicht vertraut.",
  "handshake-not-tls": "Der Server kennt an diesem Port keine verschlüsselten Verbindungen.",
  "handshake-broken-off": "Der Server bricht ab, während die verschlüsselte Verbindung aufgebaut wird.",
  "handshake-refused": "Auf eine verschlüsselte Verbindung konnte man sich nicht einigen ({{errno}}).",
  "on-every-address_one": "Die versuchte Adresse zeigt es.",
  "on-every-address_other": "Alle {{count}} Adressen zeigen es.",
  "client-certificate-handshake": "Der Server spricht nur mit denen, die ein eigenes Zertifikat vorzeigen.",
  "client-certificate-page": "Die Antwort des Servers verlangt ein Zertifikat von Ihnen.",

  // Answers
  "answers-with": "Die Antwort hat den Status {{status}}.",
  "named-answers-with": "{{vendor}} antwortet mit Status {{status}}.",
  "same-answer-times": "{{count}} Anfragen in einigem Abstand bekamen denselben Status {{status}}.",
  "same-failure-times": "{{count}} Anfragen in einigem Abstand endeten auf dieselbe Weise.",
  "other-path-works": "Eine andere Seite der Website funktioniert ({{path}}).",
  "works-past-cache": "An ihrem Zwischenspeicher vorbei gefragt, antwortet die Website gut.",
  "asks-to-wait_one": "Die Website bittet, eine Sekunde zu warten.",
  "asks-to-wait_other": "Die Website bittet, {{count}} Sekunden zu warten.",
  "redirects-repeat_one": "Die Website leitet genau zu der Adresse weiter, nach der gefragt wurde.",
  "redirects-repeat_other":
    "Die {{count}} Weiterleitungen der Website führen zu einer Adresse zurück, von der sie kamen.",
  "too-many-redirects_one": "Die Website hat einmal weitergeleitet, ohne anzukommen.",
  "too-many-redirects_other": "Die Website hat {{count}}-mal weitergeleitet, ohne anzukommen.",
  "redirects-nowhere": "Die Website leitet zu etwas weiter, das keine Webadresse ist.",
  "redirects-inside":
    "Die Website leitet zu einer Adresse in einem privaten Netz oder auf diesem Computer selbst weiter.",
  "redirects-without-place": "Die Antwort ist eine Weiterleitung (Status {{status}}), die kein Ziel nennt.",
  "redirect-target-unknown": "Die Website leitet zu {{place}} weiter, und dieser Name hat keine Adresse.",
  "redirect-target-refuses": "Die Website leitet zu {{place}} weiter, und dort werden keine Verbindungen angenommen.",
  "redirect-target-silent": "Die Website leitet zu {{place}} weiter, und von dort kommt keine Antwort.",
  "answer-stalls": "Die Antwort begann und blieb dann stehen.",
  "headers-too-large": "Die Antwort beginnt mit mehr Kopfzeilen, als irgendein Browser annimmt.",
  "empty-reply": "Der Server hat die Verbindung wortlos geschlossen.",
  "connection-reset": "Die Verbindung brach ab, bevor die Antwort vollständig war.",
  "not-http": "Was zurückkam, ist keine Antwort eines Webservers.",
  "bad-encoding": "Die Antwort ist beschädigt und lässt sich nicht auspacken.",
  "cut-short": "Die Antwort hörte mittendrin auf.",
  "page-announces-error": "Die Seite selbst sagt: „{{words}}“.",
  "page-is-empty": "Die Seite hat keinen Inhalt.",
  "page-never-ended": "Die Seite kam nach {{seconds}} s immer noch an.",
  "fine-once": "Die Website antwortet gut (Status {{status}}).",
  "fine-times": "{{count}} Anfragen in einigem Abstand wurden gut beantwortet.",
  "some-requests-fail": "{{count}} von {{total}} Anfragen sind gescheitert.",
  "address-answers-badly": "Anfragen an {{address}} scheitern, eine andere Adresse der Website funktioniert dagegen.",
  "address-fails": "Die Adresse {{address}} nimmt keine Verbindung an, eine andere dagegen schon.",
  "address-handshake-fails":
    "Die Adresse {{address}} bringt keine verschlüsselte Verbindung zustande, eine andere dagegen schon.",

  // What the person said
  "answer-browser-fails": "Sie haben angegeben, dass der Browser die Website nicht zeigt.",
  "answer-private-window-works": "Sie haben angegeben, dass ein privates Fenster sie zeigt.",
  "answer-other-browser-works": "Sie haben angegeben, dass ein anderer Browser sie zeigt.",
  "answer-no-extensions-works": "Sie haben angegeben, dass es ohne Erweiterungen funktioniert.",
  "answer-reload-keeps-old": "Sie haben angegeben, dass beim Neuladen die alte Seite bleibt.",
  "answer-host-cache-cleared-works":
    "Sie haben angegeben, dass es nach dem Leeren des Namensspeichers im Browser funktioniert.",
  "answer-other-device-works": "Sie haben angegeben, dass ein anderes Gerät sie zeigt.",
  "answer-vpn": "Sie haben angegeben, ob ein VPN eingeschaltet ist.",
  "answer-works-without-vpn": "Sie haben angegeben, dass es ohne das VPN funktioniert.",
};
