import { saw, say } from "./evidence.ts";
import { memory, nameFails, othersAnswer, silentServers, waitedForDead } from "./name-signs.ts";
import { noInternet, proxyAside } from "./rivals/rivals.ts";
import { lossyLine, lostQueries } from "./rivals/rivals-loss.ts";
import { siteDnsFailing } from "./rivals/rivals-names.ts";
import { type Candidate, HOLDS, type Rival, type Rule, open, out } from "./rule.ts";
import { groupMedian } from "./signals/signals-dns.ts";
import type { Signals } from "./signals/signals.ts";

/** The way out works as far as names matter: another resolver answered, or a reference did. */
const wayOut: Rival = {
  code: "no-internet",
  decide: (s) => (othersAnswer(s) ? out(say("because-others-resolve")) : noInternet.decide(s)),
};

function dnsServiceDown(s: Signals): Candidate | null {
  if (nameFails(s) && s.dns.os === "failed" && healthyServers(s)) return systemAlone();
  // Whose server behind it is silent, too, waits for that one.
  if (!nameFails(s) || !s.dns.onlyStubs || s.dns.configured.state !== "dead" || s.dns.upstream.state === "dead")
    return null;
  const upstream = s.dns.upstream.state === "answers" || s.dns.upstream.control === "yes";
  if (!upstream && !othersAnswer(s) && s.outside.reached !== "yes") return null;
  const server = s.dns.configured.dead[0] ?? "";
  return {
    side: "device",
    base: "high",
    values: { server },
    evidence: [
      saw("dns-configured", say("stub-silent", { server })),
      ...(upstream ? [saw("dns-configured", say("upstream-answers"))] : []),
      ...(othersAnswer(s) ? [saw("dns-public", say("public-answers"))] : []),
    ],
  };
}

function healthyServers(s: Signals): boolean {
  return s.dns.configured.state === "answers" && s.dns.configured.dead.length === 0;
}

/** The servers answer when asked directly, and the system's own look-up still fails. */
function systemAlone(): Candidate {
  return { side: "device", base: "medium", evidence: [saw("dns-system", say("system-fails-server-answers"))] };
}

/** The system asks once and waits long: on a line that loses packets that alone makes it fail. */
const lostLookup: Rival = {
  code: "lossy-path",
  decide: (s) => (healthyServers(s) && s.outside.lossSigns > 0 ? HOLDS : null),
};

const stubAlone: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (healthyServers(s)) return out(say("because-own-server-answers"));
    if (s.dns.upstream.state === "answers" || s.dns.upstream.control === "yes")
      return out(say("because-upstream-answers"));
    return othersAnswer(s) ? out(say("because-others-resolve")) : open(say("would-ask-other-resolver"));
  },
};

function dnsPortBlocked(s: Signals): Candidate | null {
  if (s.dns.plain.state !== "dead" || s.proxy.used || s.target.kind !== "name") return null;
  const secure = s.dns.secure.state === "answers" || s.dns.secure.control === "yes";
  if (!secure && s.outside.reached !== "yes") return null;
  return {
    side: "local-network",
    base: secure ? "high" : "medium",
    evidence: [
      saw("dns-public", say("plain-dns-blocked", { count: s.dns.plain.dead.length })),
      ...(secure ? [saw("dns-public", say("secure-dns-works"))] : []),
    ],
    explains: nameFails(s) && silentServers(s).state === "dead",
  };
}

function resolverUnreachable(s: Signals): Candidate | null {
  const { dead, state } = silentServers(s);
  if (dead.length === 0 || s.target.kind !== "name" || s.proxy.used) return null;
  const all = state === "dead";
  const server = dead[0] ?? "";
  if (all && s.dns.others.state === "dead" && s.outside.reached !== "yes") return null;
  const count = dead.length;
  return {
    side: "resolver",
    base: "high",
    values: { server },
    evidence: [
      saw("dns-configured", all ? say("resolvers-silent", { count }) : say("one-resolver-silent", { server })),
      ...(othersAnswer(s) ? [saw("dns-public", say("public-answers"))] : []),
    ],
    // With one of several dead, programs that wait for it give up although the next one would answer.
    explains: waitedForDead(s) || (nameFails(s) && (all || s.dns.os === "timeout" || s.dns.os === "failed")),
  };
}

/** Port 53 may be shut for everybody: a public resolver answering without encryption excludes it. */
const portShut: Rival = {
  code: "dns-port-blocked",
  decide: (s) => {
    if (s.dns.plain.state === "answers" || s.dns.plain.control === "yes") return out(say("because-others-resolve"));
    return open(say("would-ask-other-resolver"));
  },
};

function resolverFailingRule(s: Signals): Candidate | null {
  const state = s.dns.configured.state;
  if (s.lookupFails && state === "unknown" && s.dns.others.state === "answers") return unseenResolver(s);
  if (!nameFails(s) || (state !== "failing" && state !== "nxdomain" && state !== "no-data")) return null;
  if (s.dns.others.state !== "answers" || silentServers(s).state === "dead") return null;
  return {
    side: "resolver",
    base: state === "failing" ? "high" : "medium",
    values: { server: s.dns.configured.resolvers[0]?.server ?? "" },
    evidence: [
      saw("dns-configured", state === "nxdomain" ? say("resolver-denies-name") : say("resolver-fails-name")),
      saw("dns-public", say("public-answers")),
    ],
  };
}

/** The own resolver could not be asked, but this machine finds no address where others do. */
function unseenResolver(s: Signals): Candidate {
  return {
    side: "resolver",
    base: "medium",
    values: { server: "" },
    evidence: [
      saw("dns-system", s.dns.os === "not-found" ? say("name-denied-here") : say("system-look-up-fails")),
      saw("dns-public", say("public-answers")),
    ],
  };
}

/** Whoever answers in others' place may be what fails; another resolver answering the plain way speaks against it. */
const answeredByAnother: Rival = {
  code: "dns-interception",
  decide: (s) => {
    if (s.dns.plain.state === "answers") return out(say("because-others-resolve"));
    return s.dns.intercepted === "no" ? out(say("because-nobody-interferes")) : open(say("would-check-interception"));
  },
};

function interception(s: Signals): Candidate | null {
  if (s.dns.intercepted !== "yes") return null;
  const lies = s.dns.secure.state === "answers" && s.dns.plain.state !== "answers" && s.dns.plain.state !== "unknown";
  return {
    side: s.dns.interceptedNearby ? "local-network" : "provider",
    // How quickly the router itself answers tells it from the provider.
    base: s.local.routerMs === null ? "medium" : "high",
    evidence: [
      saw("dns-interception", say("dns-answered-by-another")),
      ...(lies ? [saw("dns-public", say("secure-dns-works"))] : []),
    ],
    explains: nameFails(s) && lies,
  };
}

/** Slower than this people notice (ChromeOS calls it significant), ms; or this many times the best other one. */
const SLOW_MS = 500;
const SLOW_TIMES = 10;
/** Ten times next to nothing is still fast. */
const SLOW_FLOOR_MS = 150;

/** The plain public resolvers' time: an encrypted query pays for its connection first. */
function othersMedian(s: Signals): number | null {
  return groupMedian(s.dns.plain) ?? groupMedian(s.dns.others);
}

function slow(s: Signals): Candidate | null {
  const own = groupMedian(s.dns.configured);
  const best = othersMedian(s);
  if (own === null) return null;
  const relative = best !== null && own > best * SLOW_TIMES && own > SLOW_FLOOR_MS;
  if (own <= SLOW_MS && !relative) return null;
  const ms = Math.round(own);
  return {
    side: "resolver",
    base: best === null ? "medium" : "high",
    values: { server: s.dns.configured.resolvers[0]?.server ?? "" },
    evidence: [
      saw("dns-configured", say("resolver-slow", { ms })),
      ...(best === null ? [] : [saw("dns-public", say("public-faster", { ms: Math.round(best) }))]),
    ],
    explains: nameFails(s) && s.dns.configured.state === "answers" && (s.dns.os === "timeout" || s.dns.os === "failed"),
  };
}

/** A query that needed a second try took its time on the way; where others' packets were seen to get lost, that is why. */
const lostOnce: Rival = {
  code: "lossy-path",
  decide: (s) => (s.place === "outside" && s.outside.lossSigns > 0 ? HOLDS : null),
};

/** Where packets were seen to get lost more than once, even four queries in a row may have been. */
const lostAll: Rival = {
  code: "lossy-path",
  decide: (s) => {
    if (s.outside.heavyLoss) return HOLDS;
    return s.place === "outside" && s.outside.lossSigns > 1 ? open(say("would-measure-loss")) : null;
  },
};

/** Everything is slow on a slow line; a quick other resolver excludes that. */
const slowPath: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const best = othersMedian(s);
    if (best === null) return open(say("would-ask-other-resolver"));
    return best <= SLOW_MS ? out(say("because-others-quick")) : HOLDS;
  },
};

/** Resolvers that cannot be asked, nearest first. */
export const SILENT_RULES: readonly Rule[] = [
  {
    code: "dns-service-down",
    layer: "name",
    applies: dnsServiceDown,
    rivals: [stubAlone, lostLookup, wayOut, proxyAside],
  },
  { code: "dns-port-blocked", layer: "name", applies: dnsPortBlocked, rivals: [lossyLine, proxyAside] },
  {
    code: "resolver-unreachable",
    layer: "name",
    applies: resolverUnreachable,
    rivals: [wayOut, lostAll, portShut, proxyAside],
  },
];

/** Resolvers that answer, but with an error, in others' place, or too late. */
export const FAILING_RULES: readonly Rule[] = [
  { code: "dns-interception", layer: "name", applies: interception, rivals: [proxyAside] },
  {
    code: "resolver-failing",
    layer: "name",
    applies: resolverFailingRule,
    rivals: [lossyLine, lostQueries, siteDnsFailing, memory, answeredByAnother, proxyAside],
  },
  { code: "resolver-slow", layer: "name", applies: slow, rivals: [lostOnce, slowPath, proxyAside] },
];
