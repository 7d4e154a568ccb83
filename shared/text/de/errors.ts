import type { EN_ERRORS } from "../en/errors.ts";
import type { Twin } from "../twin.ts";

/** German sentences: why something could not be done, by error code. */
export const DE_ERRORS: Twin<typeof EN_ERRORS> = {
  empty: "Geben Sie die Adresse der Seite ein, die nicht lädt, zum Beispiel example.com.",
  "too-long": "Für eine Adresse ist das zu lang. Kopieren Sie nur die Adresse aus der Adresszeile des Browsers.",
  spaces: "Eine Adresse enthält keine Leerzeichen. Kopieren Sie sie aus der Adresszeile des Browsers.",
  "scheme-not-supported": "Es lassen sich nur Adressen prüfen, die mit http:// oder https:// beginnen.",
  "scheme-misspelt": "Der Anfang sieht verschrieben aus. Er sollte https:// oder http:// lauten.",
  "no-host": "Nach https:// fehlt der Name der Website.",
  "bad-host": "Das kann nicht der Name einer Website sein. Prüfen Sie die Schreibweise samt Punkten und Bindestrichen.",
  "bad-port": "Die Zahl nach dem Doppelpunkt muss zwischen 1 und 65535 liegen.",
  "blocked-port": "Browser öffnen an diesem Port nie Seiten, deshalb lässt er sich auch hier nicht prüfen.",
  "not-an-address":
    "Das sieht nicht wie eine Adresse aus. Sie sollte wie example.com oder https://example.com/seite aussehen.",
  "needs-tor":
    "Adressen mit der Endung .onion öffnen sich nur im Tor-Browser. Nach dieser wurde niemand gefragt, damit sie privat bleibt.",
  refused: "Die Anfrage wurde abgelehnt, weil sie nicht aus diesem Fenster kam.",
  invalid: "Das war nicht zu verstehen. Bitte versuchen Sie es noch einmal.",
  "too-large": "Das ist zu viel auf einmal. Kopieren Sie nur die Adresse aus der Adresszeile des Browsers.",
  crashed:
    "In GoodGateway selbst ist etwas schiefgegangen, nicht in Ihrem Netz. Die Einzelheiten stehen im Protokoll; bitte versuchen Sie es noch einmal.",
  busy: "Eine andere Prüfung läuft noch. Warten Sie einen Moment, und versuchen Sie es noch einmal.",
  "not-supported": "GoodGateway weiß nicht, wie das auf diesem System geht.",
  "not-readable": "Diese Datei war nicht lesbar. Prüfen Sie, ob sie noch da ist und ob Sie sie öffnen dürfen.",
  "not-kept": "Der Datenträger dieses Computers hat die Änderung abgelehnt. Nichts wurde geändert.",
  "not-found": "Das ist nicht mehr da. Gehen Sie zurück, und wählen Sie noch einmal.",
};
