import { saw, say } from "./evidence.ts";
import {
  hostsOverride,
  noInternet,
  proxyAside,
  reachAt,
  resolverFailing,
  resolverFiltered,
  siteDnsFailing,
  splitDns,
} from "./rivals.ts";
import { type Candidate, HOLDS, open, out, type Rival, type Rule } from "./rule.ts";
import { allPrivate, groupMedian, overlap } from "./signals-dns.ts";
import type { ResolverState } from "./resolver-group.ts";
import type { Signals } from "./signals.ts";

/** The name has to be looked up here: not for addresses, and not when a proxy does it. */
function looksUp(s: Signals): boolean {
  return s.target.kind === "name" && !s.proxy.used && s.works !== "yes";
}

/** The system got no address for the name. */
function nameFails(s: Signals): boolean {
  return looksUp(s) && (s.lookupFails || s.stage === "dns");
}

/** The way out works as far as names matter: another resolver answered, or a reference did. */
const wayOut: Rival = {
  code: "no-internet",
  decide: (s) => (othersAnswer(s) ? out(say("because-others-resolve")) : noInternet.decide(s)),
};

function othersAnswer(s: Signals): boolean {
  return s.dns.others.state === "answers" || s.dns.others.control === "yes";
}

function dnsServiceDown(s: Signals): Candidate | null {
  if (nameFails(s) && s.dns.os === "failed" && healthyServers(s)) return systemAlone();
  if (!nameFails(s) || !s.dns.onlyStubs || s.dns.configured.state !== "dead") return null;
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
    explains: nameFails(s) && s.dns.configured.state === "dead",
  };
}

function resolverUnreachable(s: Signals): Candidate | null {
  if (s.dns.configured.dead.length === 0 || s.target.kind !== "name" || s.proxy.used) return null;
  const all = s.dns.configured.state === "dead";
  const server = s.dns.configured.dead[0] ?? "";
  if (all && s.dns.others.state === "dead" && s.outside.reached !== "yes") return null;
  const count = s.dns.configured.dead.length;
  return {
    side: "resolver",
    base: "high",
    values: { server },
    evidence: [
      saw("dns-configured", all ? say("resolvers-silent", { count }) : say("one-resolver-silent", { server })),
      ...(othersAnswer(s) ? [saw("dns-public", say("public-answers"))] : []),
    ],
    // With one of several dead, programs that wait for it give up although the next one would answer.
    explains: nameFails(s) && (all || s.dns.os === "timeout" || s.dns.os === "failed"),
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

function filtered(s: Signals): Candidate | null {
  if (s.dns.configured.filtered !== "yes" || s.target.kind !== "name" || s.proxy.used) return null;
  if (s.dns.others.filtered === "yes" && overlap(s.dns.configured.addresses, s.dns.others.addresses)) return null;
  const server = s.dns.configured.resolvers.find((item) => item.filtered)?.server ?? "";
  return {
    side: "resolver",
    base: "high",
    values: { server },
    evidence: [
      saw("dns-configured", say("resolver-filters", { server })),
      ...(s.dns.others.state === "answers" ? [saw("dns-public", say("public-answers"))] : []),
    ],
    explains: s.works !== "yes",
  };
}

/** Others give the true address; without them a blocked answer may be the site's own wish. */
const othersUnfiltered: Rival = {
  code: "site-dns-failing",
  decide: (s) =>
    s.dns.others.state === "answers" ? out(say("because-others-resolve")) : open(say("would-ask-other-resolver")),
};

function hijack(s: Signals): Candidate | null {
  if (s.target.kind !== "name" || s.proxy.used || s.dns.configured.filtered === "yes") return null;
  const given = givenHere(s);
  const madeUp = s.dns.madeUp === "yes";
  if (!madeUp && !privateLie(given, s.dns.others.addresses)) return null;
  const differs = given.length > 0 && !overlap(given, s.dns.others.addresses);
  const fact = madeUp
    ? saw("dns-made-up", say("made-up-name-answered"))
    : saw("dns-configured", say("private-answer", { address: given[0] ?? "" }));
  return {
    side: "resolver",
    base: madeUp ? "high" : "medium",
    values: { server: s.dns.configured.resolvers[0]?.server ?? "" },
    evidence: [fact, ...(differs ? [saw("dns-public", say("public-answer-differs"))] : [])],
    explains: falseAnswer(s, given) && (s.works !== "yes" || !secureAnswer(s)),
  };
}

/** What the own resolvers give; the system's word where they were not asked. */
function givenHere(s: Signals): readonly string[] {
  return s.dns.configured.addresses.length > 0 ? s.dns.configured.addresses : s.dns.osAddresses;
}

/** A private address for a name that leads to a public one for everybody else. */
function privateLie(given: readonly string[], others: readonly string[]): boolean {
  return allPrivate(given) && others.length > 0 && !allPrivate(others) && !overlap(given, others);
}

/** The target's own answer is proven false: it is the made-up names' address, or others say something else. */
function falseAnswer(s: Signals, given: readonly string[]): boolean {
  if (given.length === 0) return false;
  if (overlap(given, s.dns.madeUpAddresses)) return true;
  if (s.dns.others.state === "nxdomain") return true;
  return s.dns.others.addresses.length > 0 && !overlap(given, s.dns.others.addresses) && s.works !== "yes";
}

function secureAnswer(s: Signals): boolean {
  return s.http.main?.exchange.tls?.outcome === "trusted";
}

function resolverFailingRule(s: Signals): Candidate | null {
  const state = s.dns.configured.state;
  if (s.lookupFails && state === "unknown" && s.dns.others.state === "answers") return unseenResolver(s);
  if (!nameFails(s) || (state !== "failing" && state !== "nxdomain" && state !== "no-data")) return null;
  if (s.dns.others.state !== "answers") return null;
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

/** Not the resolver but this machine's memory: asking the resolver itself tells. */
const memory: Rival = {
  code: "os-cache-stale",
  decide: (s) =>
    s.dns.configured.state === "unknown" ? open(say("would-ask-own-resolver")) : out(say("because-resolver-says-so")),
};

function osCacheStale(s: Signals): Candidate | null {
  if (!looksUp(s) || s.dns.configured.state !== "answers" || s.dns.configured.filtered === "yes") return null;
  const negative = s.dns.os === "not-found";
  if (!negative && !remembersOther(s)) return null;
  const works = reachAt(s, s.dns.configured.addresses);
  return {
    side: "device",
    base: negative || works === "yes" ? "high" : "medium",
    evidence: [
      saw("dns-system", negative ? say("system-denies-name") : say("system-answer-differs")),
      ...(works === "yes" ? [saw("repeat", say("new-address-works"))] : []),
    ],
    explains: (negative || rememberedFails(s)) && works !== "no",
  };
}

/** The system's address is neither its resolver's nor, as far as known, anybody else's. */
function remembersOther(s: Signals): boolean {
  if (s.dns.os !== "answer") return false;
  return !overlap(s.dns.osAddresses, [...s.dns.configured.addresses, ...s.dns.others.addresses]);
}

function rememberedFails(s: Signals): boolean {
  return s.stage === "connect" || s.stage === "tls" || reachAt(s, s.dns.osAddresses) === "no";
}

function stale(s: Signals): Candidate | null {
  if (!looksUp(s) || s.dns.others.addresses.length === 0 || s.used.length === 0) return null;
  // A resolver that says what others say is not the one that is behind.
  if (overlap([...s.used, ...s.dns.configured.addresses], s.dns.others.addresses)) return null;
  if (reachAt(s, s.dns.others.addresses) !== "yes" || !ownAddressFails(s)) return null;
  return {
    side: "resolver",
    base: "high",
    values: { server: s.dns.configured.resolvers[0]?.server ?? "" },
    evidence: [
      saw("dns-public", say("public-answer-differs")),
      saw("repeat", say("new-address-works")),
      saw("http", say("old-address-fails")),
    ],
  };
}

function ownAddressFails(s: Signals): boolean {
  if (s.stage === "connect" || s.stage === "tls" || s.stage === "http") return true;
  return s.http.main?.ending === "bad" && (s.http.main.status ?? 0) >= 500;
}

/** Both addresses working would be a matter of place, not of age. */
const geoDns: Rival = {
  code: "healthy",
  decide: (s) => (ownAddressFails(s) ? out(say("because-own-address-fails")) : open(say("would-repeat"))),
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

/** Everything is slow on a slow line; a quick other resolver excludes that. */
const slowPath: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const best = othersMedian(s);
    if (best === null) return open(say("would-ask-other-resolver"));
    return best <= SLOW_MS ? out(say("because-others-quick")) : HOLDS;
  },
};

function hostsEntry(s: Signals): Candidate | null {
  const entries = s.dns.hosts ?? [];
  const [first] = entries;
  if (first === undefined) return null;
  const agrees = overlap(
    entries.map((entry) => entry.address),
    s.dns.others.addresses,
  );
  if (agrees && s.works !== "yes") return null;
  const values = { address: first.address, line: first.line };
  return {
    side: "device",
    base: s.dns.others.addresses.length > 0 ? "high" : "medium",
    values,
    evidence: [
      saw("hosts-file", say("hosts-entry", values)),
      ...(s.dns.others.addresses.length > 0 && !agrees ? [saw("dns-public", say("public-answer-differs"))] : []),
    ],
    explains: s.works !== "yes" && !s.proxy.used && s.dns.others.state !== "nxdomain",
  };
}

function nameNotFound(s: Signals): Candidate | null {
  if (!nameFails(s)) return null;
  const denied =
    s.dns.configured.state === "nxdomain" || (s.dns.configured.state === "unknown" && s.dns.os === "not-found");
  if (!denied || s.dns.others.state === "answers") return null;
  return {
    side: "site-dns",
    base: "high",
    evidence: [
      saw(s.dns.configured.state === "nxdomain" ? "dns-configured" : "dns-system", say("name-denied")),
      ...(s.dns.others.state === "nxdomain" ? [saw("dns-public", say("name-denied-by-others"))] : []),
    ],
  };
}

/** The same resolver finds a name that surely exists. */
const controlName: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (s.dns.configured.control === "yes" || s.dns.osControl === "yes") return out(say("because-control-resolves"));
    return s.dns.others.state === "nxdomain" && s.dns.others.control === "yes"
      ? out(say("because-control-resolves"))
      : open(say("would-ask-control-name"));
  },
};

function failing(state: ResolverState): boolean {
  return state === "failing" || state === "no-data";
}

function siteDns(s: Signals): Candidate | null {
  if (!nameFails(s)) return null;
  const own = s.dns.configured.state;
  if (!failing(s.dns.others.state) || (!failing(own) && own !== "unknown" && own !== "dead")) return null;
  const none = s.dns.others.state === "no-data";
  const bogus = s.dns.answersUnchecked === "yes";
  return {
    side: "site-dns",
    base: "high",
    values: bogus ? { context: "bogus" } : none ? { context: "empty" } : {},
    evidence: [
      saw("dns-public", none ? say("no-address-records") : say("name-fails-everywhere")),
      ...(bogus ? [saw("dns-dnssec", say("signature-broken"))] : []),
    ],
  };
}

/** A network's sign-in page: judged before this rule, so only the question whether it was looked for is left. */
const portalBehind: Rival = {
  code: "captive-portal",
  decide: (s) => {
    if (s.portal.probes === 0 && s.portal.unroutableAnswered === "unknown") return open(say("would-check-portal"));
    return s.portal.unroutableAnswered === "yes" ? HOLDS : out(say("because-others-resolve"));
  },
};

/** Rules about the look-up of the name, nearest first. */
export const NAME_RULES: readonly Rule[] = [
  { code: "hosts-override", layer: "name", applies: hostsEntry, rivals: [proxyAside] },
  { code: "dns-service-down", layer: "name", applies: dnsServiceDown, rivals: [stubAlone, wayOut, proxyAside] },
  { code: "dns-port-blocked", layer: "name", applies: dnsPortBlocked, rivals: [proxyAside] },
  { code: "resolver-unreachable", layer: "name", applies: resolverUnreachable, rivals: [wayOut, portShut, proxyAside] },
  {
    code: "resolver-filtered",
    layer: "name",
    applies: filtered,
    rivals: [hostsOverride, othersUnfiltered, proxyAside],
  },
  {
    code: "resolver-hijack",
    layer: "name",
    applies: hijack,
    rivals: [splitDns, portalBehind, resolverFiltered, proxyAside],
  },
  { code: "os-cache-stale", layer: "name", applies: osCacheStale, rivals: [hostsOverride, proxyAside] },
  { code: "dns-interception", layer: "name", applies: interception, rivals: [proxyAside] },
  {
    code: "resolver-failing",
    layer: "name",
    applies: resolverFailingRule,
    rivals: [siteDnsFailing, memory, answeredByAnother, proxyAside],
  },
  { code: "resolver-stale", layer: "name", applies: stale, rivals: [geoDns, memory, proxyAside] },
  { code: "resolver-slow", layer: "name", applies: slow, rivals: [slowPath, proxyAside] },
  { code: "name-not-found", layer: "name", applies: nameNotFound, rivals: [controlName, resolverFailing, proxyAside] },
  { code: "site-dns-failing", layer: "name", applies: siteDns, rivals: [controlName, proxyAside] },
];
