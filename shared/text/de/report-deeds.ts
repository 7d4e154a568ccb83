import type { EN_DEEDS } from "../en/report-deeds.ts";
import type { Twin } from "../twin.ts";

/** The same in German. */
export const DE_DEEDS: Twin<typeof EN_DEEDS> = {
  head: {
    step: "Was versucht wurde",
    before: "Vorher",
    after: "Nachher",
    result: "Ausgang",
    change: "Was geändert wurde",
    state: "Stand",
  },
  outcome: {
    kept: "behalten",
    undone: "zurückgenommen",
    "rolled-back": "von selbst zurückgestellt",
    failed: "misslungen",
    "no-change": "nichts geändert",
    guided: "von Hand erledigt",
    unknown: "nicht bekannt",
  },
  level: { works: "funktioniert", fails: "gestört", unknown: "nicht angesehen" },
  compared: {
    fixed: "es funktioniert jetzt",
    improved: "besser als vorher",
    unchanged: "kein Unterschied",
    worse: "schlechter als vorher",
    "recovered-by-itself": "es kam von selbst zurück",
    unknown: "nicht zu sagen",
  },
  dns: "DNS von {{link}}: {{before}} → {{after}}",
  none: "keine",
  state: {
    planned: "begonnen und nicht beendet",
    applied: "ausgeführt",
    verified: "ausgeführt und geprüft",
    committed: "behalten",
    undone: "zurückgenommen",
  },
  end: {
    restored: "zurückgestellt",
    "restored-by-guard": "vom Wächter zurückgestellt",
    "restored-by-restart": "durch einen Neustart zurückgestellt",
    "never-applied": "nie ausgeführt",
    "theirs-now": "inzwischen von jemand anderem geändert",
  },
  actions: "Weitere Änderungen",
  resolvers: "DNS-Server und wie schnell sie antworteten",
  server: "Server",
  answer: "Antwort",
  "more-looks": "{{count}} frühere Blicke fehlen in dieser Tabelle; das Bild zeigt alle.",
};
