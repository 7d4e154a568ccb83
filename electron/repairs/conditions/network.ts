import { addressScope } from "../../../shared/lib/ip.ts";
import type { Target } from "../../../shared/model/target.ts";
import { captivePortalCheck } from "../../checks/captive-portal.ts";
import { condition, type ConditionLook } from "./condition.ts";
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
  look: async ({ machine, probes, references, signal }) => {
    const outcome = await captivePortalCheck.run({
      target: ANYWHERE,
      references,
      privateMode: false,
      askVantage: false,
      answers: {},
      machine,
      probes,
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
    if (connects.every(({ outcome }) => outcome === "cancelled")) return "not-checked";
    if (connects.some(({ outcome }) => outcome === "connected")) return [];
    return [condition("proxy-only", "seen", { proxy: set.host ?? set.pacUrl ?? "", where: set.where })];
  },
};
