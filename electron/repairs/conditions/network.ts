import { addressScope } from "../../../shared/lib/ip.ts";
import type { Target } from "../../../shared/model/target.ts";
import { captivePortalCheck } from "../../checks/captive-portal.ts";
import type { Probes } from "../../probes/probes.ts";
import { condition, type ConditionContext, type ConditionLook } from "./condition.ts";
import { serversInUse } from "./servers-in-use.ts";

/** Does the network ask programs, by the canary name, not to change DNS? */
export const canaryLook: ConditionLook = {
  codes: ["canary"],
  look: async ({ status, probes, references, signal }) => {
    const [own] = serversInUse(status);
    const name = references.canary;
    if (own === undefined || name === null) return "not-checked";
    const seen = await probes.dnsQuery(own, { name, type: "A" }, { signal });
    // No reply, or a failure, is a sick resolver and not a wish.
    if (!["answer", "no-data", "nxdomain"].includes(seen.outcome)) return "not-checked";
    const public_ = seen.addresses.some((address) => addressScope(address) === "public");
    return public_ ? [] : [condition("canary", "seen", { name })];
  },
};

/** The check needs some target; the portal's probes do not look at it. */
const ANYWHERE: Target = {
  input: "example.com",
  url: "https://example.com/",
  host: "example.com",
  displayHost: "example.com",
  port: 443,
  scheme: "https",
  schemeGuessed: false,
  credentialsRemoved: false,
  kind: "name",
};

/** Is there a sign-in page in the way? */
export const portalLook: ConditionLook = {
  codes: ["captive-portal"],
  look: async (context) => {
    const { machine, probes, references, signal } = context;
    const outcome = await captivePortalCheck.run({
      target: ANYWHERE,
      references,
      privateMode: false,
      askVantage: false,
      answers: {},
      machine,
      probes: { ...probes, systemLookup: lookPast(context) },
      contacts: { siteRequest: () => undefined, outside: () => undefined },
      signal,
      results: {},
      timeLeftMs: () => captivePortalCheck.limitMs,
    });
    if (outcome.status === "skipped" || outcome.facts === null || outcome.status === "unknown") return "not-checked";
    if (outcome.status !== "fail") return [];
    return [condition("captive-portal", "seen", { url: outcome.facts.loginUrl ?? "" })];
  },
};

/**
 * Look-ups straight to the resolver in use. The system's own cannot be called off, and with a dead resolver a few of
 * them would keep the look after the repair from starting.
 */
function lookPast({ status, probes }: ConditionContext): Probes["systemLookup"] {
  return async (name, options) => {
    const [own] = serversInUse(status);
    if (own === undefined) return probes.systemLookup(name, options);
    const { addresses, errno, ms } = await probes.dnsQuery(own, { name, type: "A" }, options);
    return { name, outcome: addresses.length > 0 ? "answer" : "not-found", addresses, errno, ms };
  };
}

/** A connect that goes out answers within this (ms). */
const DIRECT_MS = 2_500;

/** Is a proxy set, and does nothing go out without it? */
export const proxyOnlyLook: ConditionLook = {
  codes: ["proxy-only"],
  look: async ({ machine, probes, references, signal }) => {
    const proxies = await machine.proxies(signal);
    if (!proxies.ok) return "not-checked";
    const [set] = proxies.value.filter(({ kind }) => kind !== "auto-detect");
    if (set === undefined) return [];
    const egress = references.egress.filter(({ host }) => addressScope(host) !== "private");
    if (egress.length === 0) return "not-checked";
    const connects = await Promise.all(
      egress.map(({ host, port }) => probes.tcpConnect(host, port, { signal, timeoutMs: DIRECT_MS })),
    );
    if (connects.some(({ outcome }) => outcome === "connected")) return [];
    if (connects.some(({ outcome }) => outcome === "cancelled")) return "not-checked";
    return [condition("proxy-only", "seen", { proxy: set.host ?? set.pacUrl ?? "", where: set.where })];
  },
};
