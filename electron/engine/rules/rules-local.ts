import { saw, say } from "./evidence.ts";
import { captivePortal } from "./rivals/rivals.ts";
import { type Candidate, HOLDS, open, out, type Rival, type Rule } from "./rule.ts";
import type { Signals } from "./signals/signals.ts";

/** Nothing shows that the way out works: only then can a broken layer near the person be why. */
function nothingGetsOut(s: Signals): boolean {
  if (s.place === "loopback" || s.outside.reached === "yes" || s.tcp.connected.length > 0) return false;
  // A refusal is an answer, too.
  if (s.tcp.state === "refused" || s.tcp.state === "reset" || s.http.main?.outcome === "connect-refused") return false;
  return s.http.main === null || s.http.main.outcome !== "response" || s.proxy.onThisComputer;
}

const linkKnown: Rival = {
  code: "no-link",
  decide: (s) => (s.local.link === "yes" ? out(say("because-link-up")) : open(say("would-check-link"))),
};

const addressKnown: Rival = {
  code: "no-address",
  decide: (s) => (s.local.address === "yes" ? out(say("because-address")) : open(say("would-check-address"))),
};

const routeKnown: Rival = {
  code: "no-route",
  decide: (s) => (s.local.route === "yes" ? out(say("because-route")) : open(say("would-check-route"))),
};

/** A VPN that is meant to be the only way out takes the route with it when it is down. */
const vpnPolicy: Rival = {
  code: "vpn-path",
  decide: (s) => {
    if (s.proxy.vpn === "unknown") return null;
    return s.proxy.vpn === "no" ? out(say("because-vpn-off")) : open(say("would-switch-vpn-off"));
  },
};

const routerFirst: Rival = {
  code: "router-unreachable",
  decide: (s) => {
    if (s.local.router === "alive") return out(say("because-router-answers", { router: s.local.routerAddress ?? "" }));
    return s.local.router === "gone" ? HOLDS : open(say("would-check-router"));
  },
};

/** Some routers ignore ping: with a neighbour entry failing that is settled. */
const quietRouter: Rival = {
  code: "no-internet",
  decide: (s) =>
    s.local.router === "gone" ? out(say("because-no-neighbour")) : open(say("would-check-router-lights")),
};

const referencesAsked: Rival = {
  code: "inconclusive",
  decide: (s) =>
    s.outside.reached === "no" ? out(say("because-no-reference-answers")) : open(say("would-check-references")),
};

function noLink(s: Signals): Candidate | null {
  if (s.local.link !== "no" || !nothingGetsOut(s)) return null;
  return { side: "device", base: "high", evidence: [saw("interfaces", say("no-link"))] };
}

function noAddress(s: Signals): Candidate | null {
  if (s.local.address !== "no" || !nothingGetsOut(s)) return null;
  const selfMade = s.local.v4 === "link-local-only";
  const fact = selfMade ? say("only-link-local-address") : say("no-routable-address");
  return { side: "local-network", base: "high", evidence: [saw("address", fact)] };
}

function noRoute(s: Signals): Candidate | null {
  if (s.local.route !== "no" || s.place !== "outside" || !nothingGetsOut(s)) return null;
  return { side: "device", base: "high", evidence: [saw("default-route", say("no-default-route"))] };
}

function localFirewall(s: Signals): Candidate | null {
  if (s.place === "loopback" || s.works === "yes") return null;
  const target = s.tcp.state === "prohibited" || s.http.main?.outcome === "connect-prohibited";
  if (!target) return blockedPort(s);
  const fact = saw("tcp", say("connect-prohibited", { host: s.target.displayHost }));
  const everywhere = s.outside.prohibited === "yes";
  return {
    side: "device",
    base: "high",
    evidence: everywhere ? [fact, saw("references", say("references-prohibited"))] : [fact],
  };
}

/** One port failing to everybody is worth saying; whose block it is stays open. */
function blockedPort(s: Signals): Candidate | null {
  const failing = s.tcp.state === "timeout" || s.tcp.state === "refused" || s.tcp.state === "reset";
  if (!failing || s.outside.samePort !== "no" || s.outside.reached !== "yes") return null;
  return {
    side: "unknown",
    base: "medium",
    explains: false,
    evidence: [saw("references", say("port-fails-everywhere", { port: s.target.port }))],
  };
}

function routerUnreachable(s: Signals): Candidate | null {
  const dead = s.local.router === "gone" || s.local.router === "silent";
  if (!dead || s.place !== "outside" || !nothingGetsOut(s)) return null;
  const router = s.local.routerAddress ?? "";
  return {
    side: "local-network",
    base: "high",
    values: { router },
    evidence: [
      saw("router", s.local.router === "gone" ? say("router-gone", { router }) : say("router-silent", { router })),
      ...(s.outside.reached === "no" ? [saw("references", say("no-reference-answers"))] : []),
    ],
  };
}

function portal(s: Signals): Candidate | null {
  const caught = s.portal.portal === "yes";
  if (s.place === "loopback" || (!caught && !portalPage(s))) return null;
  // Fixed pages that came through unchanged speak against a network that answers for everybody.
  const only = !caught && s.portal.portal === "no";
  const probes = say("portal-intercepts", { count: s.portal.intercepted });
  const nobody = s.portal.unroutableAnswered === "yes" ? [saw("captive-portal", say("portal-answers-for-nobody"))] : [];
  const unchanged = only ? [saw("captive-portal", say("other-pages-unchanged"))] : [];
  return {
    side: "local-network",
    base: caught ? "high" : only ? "low" : "medium",
    values: only ? { context: "one-page" } : {},
    evidence: [caught ? saw("captive-portal", probes) : saw("http", say("portal-page")), ...nobody, ...unchanged],
    explains: !(s.works === "yes" && s.http.main?.exchange.tls?.outcome === "trusted"),
  };
}

/** The answer itself is a sign-in page (RFC 6585: status 511). */
function portalPage(s: Signals): boolean {
  const main = s.http.main;
  if (main === null) return false;
  return main.status === 511 || main.gateway?.kind === "portal" || main.gateway?.hop === "captive-portal";
}

function noInternetRule(s: Signals): Candidate | null {
  if (s.outside.reached !== "no" || s.place !== "outside" || s.works === "yes") return null;
  // A dead or working proxy is the way out of some networks; then direct references prove nothing.
  if (s.proxy.applies === "yes" && (s.proxy.reachable === "yes" || s.proxy.refused)) return null;
  if (s.tcp.connected.length > 0 || s.dns.plain.state === "answers") return null;
  const alive = s.local.router === "alive";
  const router = s.local.routerAddress ?? "";
  return {
    side: "provider",
    base: "high",
    evidence: [
      saw("references", say("no-reference-answers")),
      ...(alive ? [saw("router", say("router-answers", { router }))] : []),
    ],
  };
}

/**
 * A resolver that sends every name to one place swaps the fixed pages as well. A network that makes people sign in keeps
 * the rest from passing; where other resolvers answer freely, it is the resolver.
 */
const lyingResolver: Rival = {
  code: "resolver-hijack",
  decide: (s) => {
    if (s.portal.unroutableAnswered === "yes" || s.target.kind !== "name")
      return out(say("because-portal-answers-for-all"));
    if (s.dns.madeUp === "no") return out(say("because-made-up-denied"));
    if (s.dns.others.state === "dead") return out(say("because-nothing-else-passes"));
    const free = s.dns.others.state === "answers" || s.dns.others.state === "nxdomain";
    return free && s.dns.madeUp === "yes" ? HOLDS : open(say("would-ask-other-resolver"));
  },
};

/** This machine, its network and the way to the provider, nearest first. */
export const LOCAL_RULES: readonly Rule[] = [
  { code: "no-link", layer: "link", applies: noLink, rivals: [] },
  { code: "no-address", layer: "address", applies: noAddress, rivals: [linkKnown] },
  { code: "no-route", layer: "route", applies: noRoute, rivals: [linkKnown, addressKnown, vpnPolicy] },
  { code: "local-firewall", layer: "device", applies: localFirewall, rivals: [] },
  {
    code: "router-unreachable",
    layer: "network",
    applies: routerUnreachable,
    rivals: [linkKnown, routeKnown, quietRouter, referencesAsked],
  },
  { code: "captive-portal", layer: "internet", applies: portal, rivals: [lyingResolver] },
  {
    code: "no-internet",
    layer: "internet",
    applies: noInternetRule,
    rivals: [routerFirst, captivePortalSeen()],
  },
];

/** Failed probes are no portal; only their absence leaves the question. */
function captivePortalSeen(): Rival {
  return {
    code: "captive-portal",
    decide: (s) => {
      if (s.portal.portal === "yes") return HOLDS;
      if (s.portal.probes > 0 && s.portal.intercepted === 0) return out(say("because-no-portal"));
      return captivePortal.decide(s);
    },
  };
}
