import type { RepairId, RepairProposal } from "../../../shared/model/repair.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";

/** A repair and how likely it helps with this verdict. */
export type Likely = readonly [id: RepairId, likelihood: RepairProposal["likelihood"]];

/** A fault of the site: wait, be told, write; nothing on this computer helps. */
const SITE: readonly Likely[] = [
  ["watch", "likely"],
  ["contact-site", "possible"],
  ["owner", "unlikely"],
];

const SITE_OUTAGE: readonly Likely[] = [["retry-politely", "likely"], ...SITE];

const RESOLVER: readonly Likely[] = [
  ["flush-dns", "possible"],
  ["one-click-dns", "likely"],
  ["switch-dns", "likely"],
  ["router-dns", "possible"],
  ["contact-provider", "unlikely"],
];

const BROWSER: readonly Likely[] = [
  ["private-window", "likely"],
  ["hard-refresh", "possible"],
  ["no-extensions", "possible"],
  ["other-browser", "possible"],
  ["new-session", "possible"],
  ["clear-site-cookies", "possible"],
  ["clear-browser-cache", "possible"],
  ["safe-mode", "unlikely"],
  ["mend-browser", "unlikely"],
];

const CERTIFICATE: readonly Likely[] = [
  ["contact-site", "likely"],
  ["watch", "possible"],
  ["other-device", "unlikely"],
  ["owner", "unlikely"],
];

/** First repairs of every verdict, least effort first among equals. */
export const REPAIRS_FOR: Readonly<Record<VerdictCode, readonly Likely[]>> = {
  healthy: [],
  "browser-only": BROWSER,
  intermittent: SITE,
  "no-link": [
    ["reconnect", "likely"],
    ["restart-network", "possible"],
    ["restart-computer", "possible"],
  ],
  "no-address": [
    ["renew-address", "likely"],
    ["restart-network", "likely"],
    ["restart-computer", "possible"],
  ],
  "no-route": [
    ["reconnect", "likely"],
    ["renew-address", "likely"],
    ["vpn-toggle", "possible"],
    ["restart-network", "possible"],
    ["restart-computer", "possible"],
  ],
  "router-unreachable": [
    ["restart-network", "likely"],
    ["renew-address", "possible"],
    ["restart-computer", "unlikely"],
  ],
  "no-internet": [
    ["restart-network", "likely"],
    ["contact-provider", "possible"],
    ["vpn-toggle", "possible"],
  ],
  "captive-portal": [["portal-login", "likely"]],
  "provider-block": [
    ["contact-provider", "likely"],
    ["other-device", "possible"],
  ],
  "mtu-blackhole": [
    ["mtu-hint", "likely"],
    ["vpn-toggle", "possible"],
    ["restart-network", "possible"],
    ["contact-provider", "possible"],
  ],
  "lossy-path": [
    ["restart-network", "likely"],
    ["contact-provider", "possible"],
    ["other-device", "possible"],
  ],
  "ipv6-broken": [
    ["ipv6-hint", "likely"],
    ["restart-network", "possible"],
    ["contact-provider", "possible"],
  ],
  "clock-wrong": [["set-clock", "likely"]],
  "hosts-override": [["hosts-entry", "likely"]],
  "local-firewall": [
    ["security-software", "likely"],
    ["vpn-toggle", "possible"],
    ["other-device", "possible"],
    ["restart-computer", "unlikely"],
  ],
  "dns-service-down": [
    ["restart-service", "likely"],
    ["restart-computer", "possible"],
    ["one-click-dns", "likely"],
    ["switch-dns", "possible"],
  ],
  "resolver-unreachable": RESOLVER,
  "resolver-failing": RESOLVER,
  "resolver-slow": RESOLVER,
  "resolver-stale": [
    ["flush-dns", "likely"],
    ["clear-host-cache", "possible"],
    ["one-click-dns", "likely"],
    ["switch-dns", "possible"],
  ],
  "resolver-hijack": [
    ["encrypted-dns", "likely"],
    ["one-click-dns", "likely"],
    ["switch-dns", "possible"],
    ["contact-provider", "unlikely"],
  ],
  // A filter is somebody's decision: who filters is explained, and nothing is switched behind their back.
  "resolver-filtered": [
    ["other-device", "possible"],
    ["contact-provider", "unlikely"],
  ],
  "dns-interception": [
    ["encrypted-dns", "likely"],
    ["contact-provider", "possible"],
  ],
  "dns-port-blocked": [
    ["encrypted-dns", "likely"],
    ["router-dns", "possible"],
    ["contact-provider", "possible"],
  ],
  "os-cache-stale": [
    ["flush-dns", "likely"],
    ["clear-host-cache", "possible"],
    ["restart-computer", "unlikely"],
  ],
  "browser-cache-stale": [
    ["clear-host-cache", "likely"],
    ["hard-refresh", "likely"],
    ["restart-browser", "possible"],
    ["clear-browser-cache", "possible"],
  ],
  "proxy-unreachable": [
    ["proxy-off", "likely"],
    ["vpn-toggle", "possible"],
    ["restart-computer", "unlikely"],
  ],
  "proxy-auth": [
    ["restart-browser", "possible"],
    ["proxy-off", "unlikely"],
  ],
  "proxy-error": [
    ["proxy-off", "likely"],
    ["vpn-toggle", "possible"],
    ["other-device", "possible"],
    ["watch", "possible"],
  ],
  "tls-intercepted": [
    ["other-device", "possible"],
    ["vpn-toggle", "possible"],
  ],
  "vpn-path": [["vpn-toggle", "likely"]],
  "name-not-found": [
    ["check-address", "likely"],
    ["contact-site", "unlikely"],
  ],
  "site-dns-failing": SITE,
  "site-refused": SITE,
  "site-unreachable": [...SITE, ["vpn-toggle", "possible"], ["other-device", "possible"]],
  "site-partial": SITE_OUTAGE,
  "tls-expired": CERTIFICATE,
  "tls-wrong-name": [["check-address", "possible"], ...CERTIFICATE],
  "tls-untrusted": CERTIFICATE,
  "tls-protocol": [["mend-browser", "unlikely"], ...CERTIFICATE],
  "gateway-error": SITE_OUTAGE,
  "gateway-timeout": SITE,
  overloaded: SITE,
  maintenance: SITE,
  "edge-error": SITE,
  "origin-error": [
    ["contact-site", "likely"],
    ["watch", "likely"],
    ["owner", "unlikely"],
  ],
  "session-bound": [
    ["clear-site-cookies", "likely"],
    ["private-window", "possible"],
    ["new-session", "possible"],
  ],
  "client-certificate": [["contact-site", "possible"]],
  parked: [
    ["check-address", "likely"],
    ["contact-site", "possible"],
  ],
  "access-denied": [
    ["vpn-toggle", "possible"],
    ["contact-site", "possible"],
    ["other-device", "possible"],
  ],
  "rate-limited": [
    ["watch", "likely"],
    ["retry-politely", "possible"],
    ["vpn-toggle", "unlikely"],
  ],
  "not-found": [
    ["check-address", "likely"],
    ["contact-site", "possible"],
  ],
  "redirect-loop": [
    ["clear-site-cookies", "likely"],
    ["private-window", "possible"],
    ["contact-site", "possible"],
    ["owner", "unlikely"],
  ],
  "invalid-response": SITE_OUTAGE,
  "other-http-error": SITE,
  inconclusive: [
    ["retry-politely", "likely"],
    ["other-device", "possible"],
    ["watch", "possible"],
  ],
};
