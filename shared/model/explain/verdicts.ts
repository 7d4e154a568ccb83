import { VERDICT_SIDES, type VerdictCode } from "../verdict-code.ts";
import type { Advice, PageId } from "./page.ts";
import type { TipId, VainId } from "./tip.ts";

function row(helps: readonly TipId[], vain: readonly VainId[], related: readonly PageId[]): Omit<Advice, "fault"> {
  return { helps, vain, related };
}

const SITE: readonly VainId[] = ["reload-often", "own-dns", "cache", "restart", "reinstall"];
const LOCAL: readonly VainId[] = ["contact-site", "cache", "reinstall"];
const NAMES: readonly VainId[] = ["contact-site", "reinstall", "reload-often"];
const WAIT_AND_TELL: readonly TipId[] = ["check-arrived", "wait", "watch", "contact-site", "request-id", "owner-page"];

const ROWS: Readonly<Record<VerdictCode, Omit<Advice, "fault">>> = {
  healthy: row(["answer-questions", "private-window", "hard-reload"], ["restart", "own-dns"], ["verdict-browser-only"]),
  "browser-only": row(
    ["private-window", "extensions-off", "other-browser", "update-browser", "browser-cache"],
    ["contact-site", "restart", "own-dns"],
    ["verdict-session-bound", "verdict-browser-cache-stale"],
  ),
  intermittent: row(["once-again", "watch", "contact-site"], SITE, [
    "verdict-site-partial",
    "status-502",
    "status-503",
  ]),
  "no-link": row(["cable-wifi", "restart-computer"], LOCAL, ["verdict-no-address"]),
  "no-address": row(["renew-address", "restart-router"], LOCAL, ["verdict-no-link", "verdict-no-route"]),
  "no-route": row(["cable-wifi", "renew-address", "vpn-toggle"], LOCAL, ["verdict-no-address", "verdict-vpn-path"]),
  "router-unreachable": row(["restart-router", "cable-wifi"], LOCAL, ["verdict-no-internet"]),
  "no-internet": row(
    ["restart-router", "other-device", "call-provider"],
    [...LOCAL, "own-dns"],
    ["verdict-router-unreachable", "verdict-captive-portal"],
  ),
  "captive-portal": row(["portal-login"], LOCAL, ["status-511"]),
  "provider-block": row(
    ["call-provider", "other-device", "secure-dns"],
    ["reload-often", "cache", "reinstall"],
    ["status-451", "verdict-access-denied"],
  ),
  "mtu-blackhole": row(["smaller-packets", "restart-router", "vpn-toggle"], LOCAL, ["topic-blank-page"]),
  "lossy-path": row(["cable-wifi", "restart-router", "call-provider"], [...LOCAL, "own-dns"], ["verdict-no-internet"]),
  "ipv6-broken": row(["restart-router", "call-provider"], LOCAL, ["verdict-site-partial"]),
  "clock-wrong": row(["set-clock"], LOCAL, ["verdict-tls-expired"]),
  "hosts-override": row(["hosts-line"], ["contact-site", "own-dns", "cache"], ["verdict-os-cache-stale"]),
  "local-firewall": row(
    ["security-program", "vpn-toggle"],
    ["contact-site", "own-dns", "cache"],
    ["verdict-site-refused"],
  ),
  "dns-service-down": row(["restart-helper", "restart-computer", "switch-dns"], NAMES, [
    "verdict-resolver-unreachable",
  ]),
  "resolver-unreachable": row(["flush-dns", "switch-dns", "restart-router"], NAMES, [
    "verdict-dns-port-blocked",
    "verdict-resolver-failing",
  ]),
  "resolver-failing": row(["switch-dns", "flush-dns"], NAMES, ["verdict-site-dns-failing"]),
  "resolver-slow": row(["switch-dns"], NAMES, ["verdict-resolver-unreachable"]),
  "resolver-stale": row(["flush-dns", "switch-dns", "wait"], NAMES, [
    "verdict-os-cache-stale",
    "verdict-browser-cache-stale",
    "status-502",
  ]),
  "resolver-hijack": row(["secure-dns", "switch-dns"], NAMES, [
    "verdict-dns-interception",
    "verdict-resolver-filtered",
  ]),
  "resolver-filtered": row(["ask-filter"], ["contact-site", "cache", "reload-often"], ["verdict-resolver-hijack"]),
  "dns-interception": row(["secure-dns", "call-provider"], ["own-dns", "cache"], ["verdict-resolver-hijack"]),
  "dns-port-blocked": row(["secure-dns", "company-desk"], ["contact-site", "cache"], ["verdict-resolver-unreachable"]),
  "os-cache-stale": row(["flush-dns"], NAMES, ["verdict-browser-cache-stale", "verdict-resolver-stale"]),
  "browser-cache-stale": row(
    ["host-cache", "hard-reload", "browser-cache"],
    ["contact-site", "own-dns"],
    ["verdict-os-cache-stale", "verdict-session-bound"],
  ),
  "proxy-unreachable": row(
    ["proxy-off", "company-desk"],
    ["contact-site", "own-dns", "cache"],
    ["verdict-proxy-error"],
  ),
  "proxy-auth": row(["proxy-sign-in", "company-desk"], ["contact-site", "own-dns", "cache"], ["status-407"]),
  "proxy-error": row(
    ["proxy-off", "company-desk", "security-program"],
    ["contact-site", "own-dns", "cache"],
    ["verdict-proxy-unreachable", "status-502", "status-504"],
  ),
  "tls-intercepted": row(
    ["name-issuer", "not-past-warning", "company-desk"],
    ["contact-site", "own-dns", "cache"],
    ["verdict-tls-untrusted"],
  ),
  "vpn-path": row(["vpn-toggle"], ["contact-site", "own-dns", "cache"], ["verdict-site-unreachable"]),
  "name-not-found": row(["check-address"], ["reload-often", "cache", "restart"], ["verdict-parked"]),
  "site-dns-failing": row(["watch", "contact-site"], SITE, ["verdict-resolver-failing"]),
  "site-refused": row(["watch", "contact-site"], SITE, ["verdict-site-unreachable", "status-521"]),
  "site-unreachable": row(["watch", "other-device", "vpn-toggle", "contact-site"], SITE, [
    "status-522",
    "verdict-vpn-path",
  ]),
  "site-partial": row(["once-again", "watch", "contact-site"], SITE, ["verdict-intermittent"]),
  "tls-expired": row(["not-past-warning", "contact-site"], SITE, ["verdict-clock-wrong", "status-526"]),
  "tls-wrong-name": row(["not-past-warning", "check-address", "contact-site"], SITE, ["verdict-tls-untrusted"]),
  "tls-untrusted": row(["not-past-warning", "contact-site"], SITE, ["verdict-tls-intercepted", "status-526"]),
  "tls-protocol": row(["update-browser", "contact-site"], SITE, ["status-525"]),
  "gateway-error": row(WAIT_AND_TELL, SITE, [
    "status-502",
    "topic-502-503-504",
    "topic-form-or-payment",
    "topic-search-ranking",
  ]),
  "gateway-timeout": row(
    WAIT_AND_TELL,
    [...SITE, "send-again"],
    ["status-504", "status-524", "topic-502-503-504", "topic-form-or-payment"],
  ),
  overloaded: row(["retry-after", "wait", "watch"], SITE, ["status-503", "topic-502-503-504"]),
  maintenance: row(["retry-after", "watch"], SITE, ["status-503"]),
  "edge-error": row(["wait", "watch", "status-page"], SITE, ["status-500", "status-530"]),
  "origin-error": row(["check-arrived", "once-again", "contact-site", "request-id"], SITE, [
    "status-500",
    "status-502",
    "topic-form-or-payment",
  ]),
  "session-bound": row(
    ["site-cookies", "private-window"],
    ["restart", "own-dns"],
    ["verdict-browser-only", "status-431"],
  ),
  "client-certificate": row(["own-certificate", "contact-site"], ["own-dns", "cache"], ["status-495", "status-496"]),
  parked: row(["check-address", "contact-site"], ["own-dns", "cache", "restart"], ["verdict-name-not-found"]),
  "access-denied": row(
    ["sign-in", "vpn-toggle", "contact-site"],
    ["reload-often", "own-dns", "restart"],
    ["status-403", "status-401", "status-451"],
  ),
  "rate-limited": row(["retry-after", "wait"], ["reload-often", "own-dns"], ["status-429"]),
  "not-found": row(["check-address", "home-page"], ["reload-often", "own-dns", "cache"], ["status-404", "status-410"]),
  "redirect-loop": row(["site-cookies", "private-window", "contact-site"], ["reload-often", "own-dns"], ["status-302"]),
  "invalid-response": row(["once-again", "watch", "contact-site"], SITE, ["status-502", "topic-blank-page"]),
  "other-http-error": row(
    ["check-address", "contact-site"],
    ["own-dns", "restart"],
    ["topic-class-4xx", "topic-class-5xx"],
  ),
  inconclusive: row(["answer-questions", "other-device", "once-again"], ["reinstall"], ["verdict-healthy"]),
};

/** Whose fault a verdict names, what helps, what does not and where to read on. */
export function adviceOfVerdict(code: VerdictCode): Advice {
  return { fault: VERDICT_SIDES[code], ...ROWS[code] };
}
