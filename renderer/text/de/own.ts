import type { Twin } from "../../../shared/text/twin.ts";
import type { EN_OWN } from "../en/own.ts";

/** German labels of the owner's page. */
export const DE_OWN: Twin<typeof EN_OWN> = {
  screen: "Für den Besitzer der Website",
  open: "Es ist meine eigene Website",
  question: "Liegt es an Ihrem Server oder an dem, was davor steht?",
  lead: "Eine Anfrage auf dem Weg der Besucher und eine direkt an Ihren Server. Dazu, was die öffentlichen DNS-Server über Ihren Namen sagen.",
  address: "Adresse Ihrer Website",
  origin: "Adresse Ihres eigenen Servers (ohne sie wird nur das DNS angesehen)",
  "origin-example": "203.0.113.7",
  "bad-origin": "Das muss eine Adresse in Zahlen sein, etwa 203.0.113.7 oder [2001:db8::7]:8443.",
  ask: "Vergleichen",
  asking: "Wird gefragt…",
  done: "Fertig.",
  ways: "Die beiden Wege",
  through: "Wie die Besucher",
  direct: "Direkt an Ihren Server",
  none: "keine Antwort",
  answer: "Antwort",
  server: "Server",
  maker: "Stammt von",
  certificate: "Zertifikat",
  expires: "gültig bis {{date}}, von {{issuer}}",
  time: "Zeit",
  dns: "Der Name bei den öffentlichen DNS-Servern",
  operator: "DNS-Server",
  addresses: "Adressen",
  left: "Restzeit",
  differs: "weicht ab",
  hints: "Wo nachzusehen ist",
};
