import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_MYDNS } from "../en/mydns.ts";
import { DE_DNS_CHANGE } from "./mydns-change.ts";

export const DE_MYDNS: Twin<typeof EN_MYDNS> = {
  screen: "DNS-Einstellungen",
  question: "Wer beantwortet diesem Computer Namen?",
  loading: "Wird nachgesehen …",
  by: "Darum kümmert sich {{manager}}.",
  main: "der Weg hinaus",
  family: { v4: "IPv4", v6: "IPv6" },
  "in-use": "{{servers}}, {{origin}}",
  none: "keine",
  "set-differs": "eingestellt: {{servers}}",
  "not-told": "das System verrät nicht, welche",
  origin: { automatic: "automatisch", static: "von Hand eingestellt", absent: "nicht eingestellt" },
  encryption: { dot: "verschlüsselt (DoT)", doh: "verschlüsselt (DoH)" },
  overrides: "Was diesen Einstellungen vorgeht",
  override: {
    vpn: "Ein VPN: {{detail}}",
    nrpt: "Regeln einer Organisation: {{detail}}",
    policy: "Eine Richtlinie einer Organisation: {{detail}}",
    profile: "Ein Profil auf diesem Computer: {{detail}}",
    "browser-doh": "Ein Browser, der seinen eigenen Server fragt: {{detail}}",
    "global-dns": "Eine Einstellung für alle Verbindungen: {{detail}}",
    "foreign-file": "Die Datei eines anderen Programms: {{detail}}",
  },
  global: "Für alle Verbindungen",
  search: "Endung, die bei kurzen Namen versucht wird",
  "other-links_one": "Eine weitere Verbindung",
  "other-links_other": "{{count}} weitere Verbindungen",
  "no-links": "Es wurde keine Netzverbindung gefunden.",
  change: "Andere Server nutzen …",
  fix: "Mein DNS reparieren …",
  flush: "DNS-Zwischenspeicher leeren",
  "flush-admin": "Mit Administratorrechten leeren",
  bench: "Wie schnell ist es?",
  history: "Verlauf",
  raw: "Alle Einzelheiten",
  "fix-screen": {
    screen: "Mein DNS reparieren",
    question: "Welche Seite lädt nicht?",
    lead: "Das Sanfteste zuerst: die Zwischenspeicher leeren, prüfen, und nur wenn es nötig ist und helfen würde, den Server wechseln. Alles wird geprüft und rückgängig gemacht, wenn es nicht hilft.",
    steps:
      "Höchstens ein Passwort, und vor jedem Wechsel werden Sie gefragt. Nur wenn es nicht an den Zwischenspeichern liegt, werden Cloudflare und Google nach dem Namen dieser Website gefragt.",
    go: "Reparieren",
  },
  past: {
    screen: "Verlauf der DNS-Änderungen",
    question: "Was wurde wann geändert?",
    empty: "Von hier aus wurde am DNS noch nie etwas geändert.",
    change: "{{link}}: {{before}} → {{after}}",
    undo: "Rückgängig machen",
    undone: "Rückgängig gemacht. {{restored}}",
  },
  recovered: {
    "put-back": "Ihr DNS ist wieder wie vorher. Eine Änderung vom {{when}} war unterbrochen worden.",
    kept: "Ihre DNS-Änderung vom {{when}} gilt weiter.",
    theirs:
      "Eine DNS-Änderung vom {{when}} war unterbrochen worden. Jemand anderes hat die Einstellung seither geändert, deshalb blieb sie unangetastet.",
    "needs-admin":
      "Eine DNS-Änderung vom {{when}} wurde unterbrochen und muss zurückgestellt werden. Dafür sind Administratorrechte nötig.",
    failed: "Eine DNS-Änderung vom {{when}} wurde unterbrochen und ließ sich noch nicht zurückstellen.",
    "do-it": "Jetzt zurückstellen",
    dismiss: "In Ordnung",
  },
  error: {
    busy: "Eine andere Änderung läuft. Behalten Sie diese oder machen Sie sie zuerst rückgängig.",
    "not-found": "Dieser Plan gilt nicht mehr. Sehen Sie noch einmal nach.",
  },
  "not-supported": "GoodGateway kennt die DNS-Einstellungen dieses Systems nicht.",
  verdict: { fix: "Mein DNS jetzt reparieren", choose: "Einen Server auswählen" },
  ...DE_DNS_CHANGE,
};
