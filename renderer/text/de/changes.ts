import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_CHANGES } from "../en/changes.ts";

export const DE_CHANGES: Twin<typeof EN_CHANGES> = {
  screen: "Änderungen durch Reparaturen",
  question: "Diese Änderungen behalten oder zurücknehmen?",
  lead: "Was Reparaturen an diesem Computer geändert haben, außer den DNS-Servern, und was sich zurücknehmen lässt.",
  empty: "Auf diesem Computer besteht keine Änderung einer Reparatur.",
  notice_one: "Eine Reparatur hat an diesem Computer etwas geändert, und niemand hat gesagt, ob es so bleiben soll.",
  notice_other:
    "Reparaturen haben an diesem Computer {{count}} Dinge geändert, und niemand hat gesagt, ob sie so bleiben sollen.",
  decide: "Behalten oder zurücknehmen",
  others: "Änderungen durch Reparaturen",
  standing: {
    undecided: "weder behalten noch zurückgenommen",
    unsure: "das Programm endete mittendrin: vielleicht ausgeführt, vielleicht nicht",
    kept: "behalten",
  },
  did: {
    "hosts-entry": "Ein Eintrag wurde aus der hosts-Datei genommen",
    "proxy-off": "Ein Proxy wurde ausgeschaltet",
    "clear-browser-cache": "Gespeicherte Dateien eines Browsers wurden beiseitegelegt",
    "set-clock": "Das System stellt die Uhr wieder selbst",
  },
  answer: {
    kept: "Behalten.",
    undone: "Zurückgenommen: Es ist wie vorher.",
    theirs: "Das hat inzwischen jemand anderes geändert, deshalb bleibt es, wie es ist.",
    gone: "Über diese Änderung gibt es nichts mehr zu entscheiden.",
  },
};
