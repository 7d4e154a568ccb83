import type { RepairId } from "../../../../shared/model/repair.ts";
import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";

/** One piece of the advice that people with a failing page are given everywhere, and where it fits. */
export interface Advice {
  readonly advice: string;
  /** The steps that are this advice. */
  readonly steps: readonly RepairId[];
  /** The verdicts whose plan must have it; every other plan must not. */
  readonly fits: readonly VerdictCode[];
}

const BROWSER: readonly VerdictCode[] = ["browser-only"];
const PASSING: readonly VerdictCode[] = [
  "gateway-error",
  "site-partial",
  "invalid-response",
  "rate-limited",
  "inconclusive",
];
const SITE: readonly VerdictCode[] = [
  "intermittent",
  "site-dns-failing",
  "site-refused",
  "site-unreachable",
  "site-partial",
  "tls-expired",
  "tls-wrong-name",
  "tls-untrusted",
  "tls-protocol",
  "gateway-error",
  "gateway-timeout",
  "overloaded",
  "maintenance",
  "edge-error",
  "origin-error",
  "invalid-response",
  "other-http-error",
];
const OWN_RESOLVER: readonly VerdictCode[] = ["resolver-unreachable", "resolver-failing", "resolver-slow"];

/** The steps of five widely read articles, each with the verdicts it can help with. */
export const ADVICE: readonly Advice[] = [
  { advice: "reload after a few minutes, not again and again", steps: ["retry-politely"], fits: PASSING },
  { advice: "reload without the cache", steps: ["hard-refresh"], fits: [...BROWSER, "browser-cache-stale"] },
  { advice: "close the browser and open it again", steps: ["new-session"], fits: [...BROWSER, "session-bound"] },
  { advice: "clear the browser's cache", steps: ["clear-browser-cache"], fits: [...BROWSER, "browser-cache-stale"] },
  { advice: "delete this site's cookies first", steps: ["clear-site-cookies"], fits: [...BROWSER, "session-bound"] },
  { advice: "private window", steps: ["private-window"], fits: BROWSER },
  { advice: "extensions off", steps: ["no-extensions"], fits: BROWSER },
  { advice: "safe mode of the browser", steps: ["safe-mode"], fits: BROWSER },
  { advice: "another browser", steps: ["other-browser"], fits: BROWSER },
  { advice: "repair or reinstall the browser", steps: ["mend-browser"], fits: [...BROWSER, "tls-protocol"] },
  {
    advice: "another device on another connection",
    steps: ["other-device"],
    fits: [
      "provider-block",
      "lossy-path",
      "local-firewall",
      "resolver-filtered",
      "proxy-error",
      "tls-intercepted",
      "site-unreachable",
      "tls-expired",
      "tls-wrong-name",
      "tls-untrusted",
      "tls-protocol",
      "access-denied",
      "inconclusive",
    ],
  },
  {
    advice: "restart the computer",
    steps: ["restart-computer"],
    fits: [
      "no-link",
      "no-address",
      "no-route",
      "router-unreachable",
      "local-firewall",
      "dns-service-down",
      "os-cache-stale",
      "proxy-unreachable",
    ],
  },
  {
    advice: "restart modem and router, from the outside in",
    steps: ["restart-network"],
    fits: [
      "no-link",
      "no-address",
      "no-route",
      "router-unreachable",
      "no-internet",
      "mtu-blackhole",
      "lossy-path",
      "ipv6-broken",
    ],
  },
  {
    advice: "change the DNS servers on the computer",
    steps: ["one-click-dns", "switch-dns"],
    fits: [...OWN_RESOLVER, "dns-service-down", "resolver-stale", "resolver-hijack"],
  },
  {
    advice: "change the DNS servers on the router",
    steps: ["router-dns"],
    fits: [...OWN_RESOLVER, "dns-port-blocked"],
  },
  {
    advice: "flush DNS",
    steps: ["flush-dns"],
    fits: [...OWN_RESOLVER, "resolver-stale", "os-cache-stale"],
  },
  {
    advice: "clear the browser's own host cache",
    steps: ["clear-host-cache"],
    fits: ["resolver-stale", "os-cache-stale", "browser-cache-stale"],
  },
  {
    advice: "VPN off, or on",
    steps: ["vpn-toggle"],
    fits: [
      "no-route",
      "no-internet",
      "mtu-blackhole",
      "local-firewall",
      "proxy-unreachable",
      "proxy-error",
      "tls-intercepted",
      "vpn-path",
      "site-unreachable",
      "access-denied",
      "rate-limited",
    ],
  },
  {
    advice: "contact the site",
    steps: ["contact-site"],
    fits: [...SITE, "name-not-found", "client-certificate", "parked", "access-denied", "not-found", "redirect-loop"],
  },
  {
    advice: "contact the provider",
    steps: ["contact-provider"],
    fits: [
      ...OWN_RESOLVER,
      "no-internet",
      "provider-block",
      "mtu-blackhole",
      "lossy-path",
      "ipv6-broken",
      "resolver-hijack",
      "resolver-filtered",
      "dns-interception",
      "dns-port-blocked",
    ],
  },
  { advice: "come back later", steps: ["watch"], fits: [...SITE, "proxy-error", "rate-limited", "inconclusive"] },
  {
    advice: "check the address",
    steps: ["check-address"],
    fits: ["tls-wrong-name", "name-not-found", "parked", "not-found"],
  },
  {
    advice: "for owners: shared hosts, CDN, firewall between servers, programming errors",
    steps: ["owner"],
    fits: [...SITE, "redirect-loop"],
  },
];
