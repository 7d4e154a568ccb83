import type { References } from "../../shared/model/references.ts";
import type { SiteBehaviour, ZoneEntry } from "./scenario.ts";

/** The map of the practice network. Its addresses are documentation ranges or well-known ones; none is ever contacted. */
export const INTERFACE = "wlan0";
export const ROUTER = "192.168.1.1";
export const OWN_RESOLVER = "198.51.100.53";
export const HOSTS_FILE = "/etc/hosts";
export const PUBLIC_RESOLVERS = ["1.1.1.1", "8.8.8.8", "9.9.9.9"] as const;
export const INTERCEPT_PROBE = "192.0.2.1";
const CHECK_A = "check-a.example";
const CHECK_B = "check-b.example";
const STABLE = "stable.example";

/** Names every scenario has beside its own. */
export const COMMON_ZONE: Readonly<Record<string, ZoneEntry>> = {
  [STABLE]: { a: ["198.51.100.10"] },
  [CHECK_A]: { a: ["198.51.100.11"] },
  [CHECK_B]: { a: ["198.51.100.12"] },
  example: {},
};

/** Servers every scenario has beside its own: two connectivity checks and two places to reach over TCP. */
export const COMMON_SITES: Readonly<Record<string, SiteBehaviour>> = {
  "198.51.100.11:80": { kind: "page", page: { status: 204, body: "" } },
  "198.51.100.12:80": { kind: "page", page: { status: 200, body: "practice connectivity check\n" } },
  "1.1.1.1:443": { kind: "mute" },
  "8.8.8.8:443": { kind: "mute" },
};

/** What the practice check-ups compare with. */
export const PRACTICE_REFERENCES: References = {
  publicResolvers: PUBLIC_RESOLVERS.map((address) => ({
    id: `practice-${address}`,
    name: `Practice ${address}`,
    udp: [address],
  })),
  connectivityChecks: [
    { url: `http://${CHECK_A}/generate_204`, status: 204 },
    { url: `http://${CHECK_B}/`, status: 200, body: "practice connectivity check\n" },
  ],
  egress: [
    { host: "1.1.1.1", port: 443 },
    { host: "8.8.8.8", port: 443 },
  ],
  stableName: STABLE,
  dnssec: null,
  location: [],
  canary: null,
  vantage: null,
  interceptProbe: INTERCEPT_PROBE,
  systemResolver: [OWN_RESOLVER],
  router: null,
};
