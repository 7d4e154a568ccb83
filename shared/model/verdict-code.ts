import { keysOf } from "../lib/keys-of.ts";
import type { FaultSide } from "./fault-side.ts";

/**
 * Every verdict a check-up can reach, with the fault sides it may name (the first is the usual one; the rules choose
 * another only with evidence) . Codes are permanent: reports, scripts and other languages build on them.
 */
export const VERDICT_SIDES = {
  healthy: ["none"],
  "browser-only": ["browser"],
  intermittent: ["site-edge", "site-origin"],
  "no-link": ["device"],
  "no-address": ["local-network"],
  "no-route": ["device"],
  "router-unreachable": ["local-network"],
  "no-internet": ["provider"],
  "captive-portal": ["local-network"],
  "provider-block": ["provider"],
  "mtu-blackhole": ["provider", "local-network"],
  "lossy-path": ["provider", "local-network"],
  "ipv6-broken": ["local-network", "provider"],
  "clock-wrong": ["device"],
  "hosts-override": ["device"],
  "local-firewall": ["device"],
  "dns-service-down": ["device"],
  "resolver-unreachable": ["resolver"],
  "resolver-failing": ["resolver"],
  "resolver-slow": ["resolver"],
  "resolver-stale": ["resolver"],
  "resolver-hijack": ["resolver"],
  "resolver-filtered": ["resolver"],
  "dns-interception": ["provider", "local-network"],
  "dns-port-blocked": ["local-network", "provider"],
  "os-cache-stale": ["device"],
  "browser-cache-stale": ["browser"],
  "proxy-unreachable": ["proxy"],
  "proxy-auth": ["proxy"],
  "proxy-error": ["proxy"],
  "tls-intercepted": ["proxy"],
  "vpn-path": ["proxy"],
  "name-not-found": ["site-dns"],
  "site-dns-failing": ["site-dns"],
  "site-refused": ["site-origin"],
  "site-unreachable": ["site-edge", "provider", "local-network"],
  "site-partial": ["site-edge"],
  "tls-expired": ["site-edge"],
  "tls-wrong-name": ["site-edge"],
  "tls-untrusted": ["site-edge"],
  "tls-protocol": ["site-edge"],
  "gateway-error": ["site-origin", "site-edge"],
  "gateway-timeout": ["site-origin"],
  overloaded: ["site-origin", "site-edge"],
  maintenance: ["site-origin"],
  "edge-error": ["site-edge"],
  "origin-error": ["site-origin"],
  "session-bound": ["browser"],
  "client-certificate": ["device"],
  parked: ["site-dns"],
  "access-denied": ["site-edge", "site-origin"],
  "rate-limited": ["site-edge"],
  "not-found": ["site-origin"],
  "redirect-loop": ["site-edge", "browser"],
  "invalid-response": ["site-origin"],
  "other-http-error": ["site-origin"],
  inconclusive: ["unknown"],
} as const satisfies Record<string, readonly [FaultSide, ...FaultSide[]]>;

/** What is wrong; a key of {@link VERDICT_SIDES}. */
export type VerdictCode = keyof typeof VERDICT_SIDES;

/** All verdict codes, in the order of the table. */
export const VERDICT_CODES = keysOf(VERDICT_SIDES);
