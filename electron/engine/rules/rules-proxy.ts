import type { GatewayClassification } from "../../../shared/model/gateway.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { genuine } from "./rivals/rivals.ts";
import { type Candidate, open, out, type Rival, type Rule } from "./rule.ts";
import type { Attempt } from "./signals/signals-http.ts";
import type { Signals } from "./signals/signals.ts";

const PROXY_HOPS = new Set<string>(["antivirus", "local-proxy", "corporate-proxy"]);

/** The page was made by something between this machine and the provider. */
function madeByProxy(gateway: GatewayClassification | null): boolean {
  if (gateway === null) return false;
  return PROXY_HOPS.has(gateway.hop) || gateway.kind === "proxy-own-fault" || gateway.kind === "proxy-auth";
}

function proxyUnreachable(s: Signals): Candidate | null {
  if (s.proxy.applies !== "yes" || s.place === "loopback") return null;
  const dead = s.proxy.reachable === "no" || s.proxy.pacBroken;
  if (!dead) return null;
  const proxy = s.proxy.name;
  const fact = s.proxy.pacBroken
    ? say("pac-broken", { proxy })
    : s.proxy.refused
      ? say("proxy-refuses", { proxy })
      : say("proxy-times-out", { proxy });
  const direct = s.proxy.direct === "yes" ? [saw("repeat", say("direct-works"))] : [];
  return {
    side: "proxy",
    base: "high",
    values: { proxy, ...(s.proxy.onThisComputer ? { context: "here" } : {}) },
    evidence: [saw("proxy", fact), ...direct],
    // Programs go direct when an automatic file cannot be had, and so did we: it cannot be why the site fails.
    explains: s.works !== "yes" && !s.proxy.pacBroken && !wentRound(s),
  };
}

/** The main request was answered without the proxy. */
function wentRound(s: Signals): boolean {
  return s.http.main !== null && s.http.main.proxy === null && s.http.main.address !== null;
}

/** In some networks the proxy is the only way out: then its owner must mend it. */
const onlyWayOut: Rival = {
  code: "no-internet",
  decide: (s) => {
    if (s.proxy.direct === "yes") return out(say("because-direct-works"));
    return s.outside.reached === "yes" ? out(say("because-reference-answers")) : open(say("would-ask-without-proxy"));
  },
};

const directTried: Rival = {
  code: "site-unreachable",
  decide: (s) => {
    if (s.proxy.direct === "yes") return out(say("because-direct-works"));
    // A dead proxy is dead whatever the site does: only the cure is in doubt, not the fault.
    return s.proxy.refused || s.proxy.reachable === "no" ? null : open(say("would-ask-without-proxy"));
  },
};

function proxyAuth(s: Signals): Candidate | null {
  const main = s.http.main;
  if (main?.status !== 407 && main?.gateway?.kind !== "proxy-auth") return null;
  if (saidBySite(s)) return null;
  const proxy = s.proxy.name;
  return {
    side: "proxy",
    base: "high",
    values: { proxy },
    evidence: [saw("http", say("proxy-wants-sign-in", { proxy }))],
  };
}

/** A 407 of a site that was asked directly, where nothing shows that somebody answers in its place. */
function saidBySite(s: Signals): boolean {
  if (s.proxy.used || s.proxy.applies === "yes" || s.http.main?.outcome === "proxy-tunnel-refused") return false;
  const interceptor = s.portal.intercepted > 0 || s.portal.unroutableAnswered === "yes";
  return !interceptor && (s.http.main?.address ?? null) !== null;
}

function proxyErrorRule(s: Signals): Candidate | null {
  const main = s.http.main;
  if (main === null || !wentWrong(main) || s.proxy.reachable === "no") return null;
  const onlyThroughProxy = s.proxy.used && s.proxy.direct === "yes";
  const [first, ...rest] = [
    ...(madeHere(s) ? [makerFact(main.gateway)] : []),
    ...(main.outcome === "proxy-tunnel-refused" ? [tunnelFact(s)] : []),
    ...(onlyThroughProxy ? [saw("repeat", say("direct-works"))] : []),
  ];
  if (first === undefined) return null;
  return {
    side: "proxy",
    base: onlyThroughProxy || main.gateway?.confidence === "high" ? "high" : "medium",
    values: { proxy: s.proxy.name, ...(main.gateway?.vendor ? { context: "named" } : {}) },
    evidence: [first, ...rest],
  };
}

/** A proxy made the page, and what it says is about itself. */
function madeHere(s: Signals): boolean {
  const gateway = s.http.main?.gateway ?? null;
  if (gateway?.kind === "proxy-auth" && saidBySite(s)) return false;
  return madeByProxy(gateway) && !genuine(s) && !namesTheSite(s);
}

/**
 * The page says that the site's server could not be used, and nothing on this side is in doubt: no proxy is set and
 * other operators' plain pages come through, or the direct way fails as well. Whether the site's own accelerator says
 * so or one on the way, it is the site that does not answer.
 */
function namesTheSite(s: Signals): boolean {
  const kind = s.http.main?.gateway?.kind ?? "unknown";
  if (kind !== "backend-unusable" && kind !== "backend-timeout") return false;
  return s.proxy.used ? s.proxy.direct === "no" : s.proxy.applies === "no" && s.portal.portal === "no";
}

function wentWrong(main: Attempt): boolean {
  return main.ending === "bad" || main.ending === "failed";
}

function makerFact(gateway: GatewayClassification | null): Evidence {
  const vendor = gateway?.vendor ?? null;
  return saw("http", vendor === null ? say("proxy-made-page") : say("named-proxy-made-page", { vendor }));
}

function tunnelFact(s: Signals): Evidence {
  return saw("http", say("proxy-refused-tunnel", { proxy: s.proxy.name, status: s.http.main?.status ?? 0 }));
}

/** A site may run the same software in front of itself. */
const accelerator: Rival = {
  code: "gateway-error",
  decide: (s) => {
    if (s.proxy.direct === "yes") return out(say("because-direct-works"));
    if (s.proxy.direct === "no") return open(say("would-bypass-otherwise"));
    const signature = s.http.main?.gateway ?? null;
    if (s.proxy.used && signature !== null && madeByProxy(signature)) return out(say("because-proxy-signature"));
    return open(say("would-ask-without-proxy"));
  },
};

function vpnPath(s: Signals): Candidate | null {
  if (s.works === "yes" || s.place === "loopback") return null;
  if (s.local.tunnel !== "yes" && s.proxy.vpn !== "yes") return null;
  if (s.proxy.worksWithoutVpn !== "yes") return null;
  return {
    side: "proxy",
    base: "medium",
    fromAnswers: true,
    evidence: [saw("default-route", say("works-without-vpn"))],
  };
}

const UNTRUSTED = new Set<string>(["untrusted-root", "self-signed", "incomplete-chain", "bad-certificate"]);

function intercepted(s: Signals): Candidate | null {
  if (s.place === "loopback") return null;
  const bad = s.tls.outcome !== null && UNTRUSTED.has(s.tls.outcome);
  const issuer = s.tls.issuer;
  const local = s.tls.localRoot === "yes";
  if (!local && !(bad && forgedElsewhere(s))) return null;
  return {
    side: "proxy",
    base: local && bad ? "high" : "medium",
    values: issuer === "" ? {} : { issuer, context: "named" },
    evidence: [
      local ? saw("tls", say("local-issuer", { issuer })) : saw("dns-public", say("other-certificates-forged")),
    ],
    explains: s.works !== "yes" && (bad || breaksUnderInspection(s)),
  };
}

/** An expired or misnamed certificate of a company's own authority is that site's fault, not a reader's. */
function breaksUnderInspection(s: Signals): boolean {
  if (s.tls.state === "bad") return false;
  return s.http.main?.outcome === "tls-failed" || (s.http.main?.ending === "failed" && s.stage === "http");
}

/** Encrypted DNS fails everywhere at its certificate although the internet can be reached. */
function forgedElsewhere(s: Signals): boolean {
  return s.dns.secure.state === "dead" && s.outside.reached === "yes";
}

/** Proxies, VPNs and those who read along. */
export const PROXY_RULES: readonly Rule[] = [
  {
    code: "proxy-unreachable",
    layer: "proxy",
    applies: proxyUnreachable,
    rivals: [onlyWayOut, directTried],
  },
  { code: "proxy-auth", layer: "proxy", applies: proxyAuth, rivals: [] },
  { code: "proxy-error", layer: "proxy", applies: proxyErrorRule, rivals: [accelerator] },
  { code: "vpn-path", layer: "proxy", applies: vpnPath, rivals: [] },
];

/** Judged with the certificates, after the clock. */
export const INTERCEPTION_RULES: readonly Rule[] = [
  { code: "tls-intercepted", layer: "proxy", applies: intercepted, rivals: [] },
];
