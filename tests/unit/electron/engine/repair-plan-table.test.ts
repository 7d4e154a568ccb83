import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { planSteps } from "../../../../electron/engine/repair-plan.ts";
import type { RepairId } from "../../../../shared/model/repair.ts";
import { VERDICT_CODES, type VerdictCode } from "../../../../shared/model/verdict-code.ts";
import { ADVICE } from "./advice-data.ts";
import { CASES } from "./judge-cases.ts";

/** The plan of every verdict for a computer without a VPN: is the fault within reach, and what to do in which order. */
const PLANS: Readonly<Record<VerdictCode, readonly [mine: boolean, steps: readonly RepairId[]]>> = {
  healthy: [true, []],
  "browser-only": [
    true,
    [
      "private-window",
      "hard-refresh",
      "other-browser",
      "no-extensions",
      "new-session",
      "clear-site-cookies",
      "clear-browser-cache",
      "safe-mode",
      "mend-browser",
    ],
  ],
  intermittent: [false, ["watch", "contact-site", "owner"]],
  "no-link": [true, ["reconnect", "restart-computer", "restart-network"]],
  "no-address": [true, ["renew-address", "restart-network", "restart-computer"]],
  "no-route": [true, ["reconnect", "renew-address", "restart-computer", "restart-network"]],
  "router-unreachable": [true, ["restart-network", "renew-address", "restart-computer"]],
  "no-internet": [true, ["restart-network", "contact-provider"]],
  "captive-portal": [true, ["portal-login"]],
  "provider-block": [false, ["contact-provider", "other-device"]],
  "mtu-blackhole": [true, ["mtu-hint", "restart-network", "contact-provider"]],
  "lossy-path": [true, ["restart-network", "other-device", "contact-provider"]],
  "ipv6-broken": [true, ["ipv6-hint", "restart-network", "contact-provider"]],
  "clock-wrong": [true, ["set-clock"]],
  "hosts-override": [true, ["hosts-entry"]],
  "local-firewall": [true, ["security-software", "other-device", "restart-computer"]],
  "dns-service-down": [true, ["restart-service", "one-click-dns", "switch-dns", "restart-computer"]],
  "resolver-unreachable": [true, ["one-click-dns", "switch-dns", "flush-dns", "router-dns", "contact-provider"]],
  "resolver-failing": [true, ["one-click-dns", "switch-dns", "flush-dns", "router-dns", "contact-provider"]],
  "resolver-slow": [true, ["one-click-dns", "switch-dns", "flush-dns", "router-dns", "contact-provider"]],
  "resolver-stale": [true, ["flush-dns", "one-click-dns", "clear-host-cache", "switch-dns"]],
  "resolver-hijack": [true, ["one-click-dns", "encrypted-dns", "switch-dns", "contact-provider"]],
  "resolver-filtered": [true, ["other-device", "contact-provider"]],
  "dns-interception": [true, ["encrypted-dns", "contact-provider"]],
  "dns-port-blocked": [true, ["encrypted-dns", "router-dns", "contact-provider"]],
  "os-cache-stale": [true, ["flush-dns", "clear-host-cache", "restart-computer"]],
  "browser-cache-stale": [true, ["clear-host-cache", "hard-refresh", "restart-browser", "clear-browser-cache"]],
  "proxy-unreachable": [true, ["proxy-off", "restart-computer"]],
  "proxy-auth": [true, ["restart-browser", "proxy-off"]],
  "proxy-error": [true, ["proxy-off", "watch", "other-device"]],
  "tls-intercepted": [true, ["other-device"]],
  "vpn-path": [true, ["vpn-toggle"]],
  "name-not-found": [true, ["check-address", "contact-site"]],
  "site-dns-failing": [false, ["watch", "contact-site", "owner"]],
  "site-refused": [false, ["watch", "contact-site", "owner"]],
  "site-unreachable": [false, ["watch", "contact-site", "other-device", "owner"]],
  "site-partial": [false, ["retry-politely", "watch", "contact-site", "owner"]],
  "tls-expired": [false, ["contact-site", "watch", "other-device", "owner"]],
  "tls-wrong-name": [false, ["contact-site", "watch", "check-address", "other-device", "owner"]],
  "tls-untrusted": [false, ["contact-site", "watch", "other-device", "owner"]],
  "tls-protocol": [false, ["contact-site", "watch", "other-device", "owner", "mend-browser"]],
  "gateway-error": [false, ["retry-politely", "watch", "contact-site", "owner"]],
  "gateway-timeout": [false, ["watch", "contact-site", "owner"]],
  overloaded: [false, ["watch", "contact-site", "owner"]],
  maintenance: [false, ["watch", "contact-site", "owner"]],
  "edge-error": [false, ["watch", "contact-site", "owner"]],
  "origin-error": [false, ["watch", "contact-site", "owner"]],
  "session-bound": [true, ["clear-site-cookies", "new-session"]],
  "client-certificate": [true, ["contact-site"]],
  parked: [true, ["check-address", "contact-site"]],
  "access-denied": [false, ["contact-site", "other-device"]],
  "rate-limited": [false, ["watch", "retry-politely"]],
  "not-found": [true, ["check-address", "contact-site"]],
  "redirect-loop": [false, ["contact-site", "owner"]],
  "invalid-response": [false, ["retry-politely", "watch", "contact-site", "owner"]],
  "other-http-error": [false, ["watch", "contact-site", "owner"]],
  inconclusive: [true, ["retry-politely", "watch", "other-device"]],
};

function planOf(code: VerdictCode) {
  const { given } = CASES[code][0];
  return planSteps(given, judge(given).verdict);
}

/** Everything that any of a verdict's cases calls for, a VPN switched on included. */
function everProposed(code: VerdictCode): ReadonlySet<RepairId> {
  return new Set(
    CASES[code].flatMap(({ given }) => {
      const { verdict } = judge(given);
      const tunnelled = { ...given, answers: { ...given.answers, vpn: "on" as const } };
      return [given, tunnelled].flatMap((seen) => planSteps(seen, verdict).steps.map(({ id }) => id));
    }),
  );
}

describe("the plan of a verdict", () => {
  it.each(VERDICT_CODES)("is as written down: %s", (code) => {
    const { mine, steps } = planOf(code);
    expect([mine, steps.map(({ id }) => id)]).toEqual(PLANS[code]);
  });

  it.each(VERDICT_CODES)("puts waiting and writing first where the fault is not within reach: %s", (code) => {
    const { mine, steps } = planOf(code);
    const changes = steps.findIndex(({ kind }) => kind === "do" || kind === "dns");
    const waits = steps.findLastIndex(({ kind, id }) => kind === "look" || id === "watch" || id.startsWith("contact"));
    expect(mine || changes === -1 || changes > waits).toBe(true);
  });
});

describe.each(ADVICE)("the advice “$advice”", ({ steps, fits }) => {
  it("is in every plan that it fits, and in no other", () => {
    const found = VERDICT_CODES.filter((code) => steps.some((step) => everProposed(code).has(step)));
    expect([...found].toSorted()).toEqual([...new Set(fits)].toSorted());
  });
});
