import { saw, say } from "./evidence.ts";
import { looksUp, memory, pastMemory } from "./name-signs.ts";
import type { ResolverGroup } from "./signals/resolver-group.ts";
import { proxyAside } from "./rivals/rivals.ts";
import { hostsOverride, reachAt, resolverFiltered, splitDns } from "./rivals/rivals-names.ts";
import { type Candidate, HOLDS, type Rival, type Rule, open, out } from "./rule.ts";
import { allPrivate, overlap } from "./signals/signals-dns.ts";
import type { Signals } from "./signals/signals.ts";

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

function osCacheStale(s: Signals): Candidate | null {
  const resolver = pastMemory(s);
  if (!looksUp(s) || resolver.state !== "answers" || resolver.filtered === "yes") return null;
  const negative = s.dns.os === "not-found";
  if (!negative && !remembersOther(s, resolver)) return null;
  const works = reachAt(s, resolver.addresses);
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
function remembersOther(s: Signals, resolver: ResolverGroup): boolean {
  if (s.dns.os !== "answer") return false;
  return !overlap(s.dns.osAddresses, [...resolver.addresses, ...s.dns.others.addresses]);
}

function rememberedFails(s: Signals): boolean {
  return s.stage === "connect" || s.stage === "tls" || reachAt(s, s.dns.osAddresses) === "no";
}

function stale(s: Signals): Candidate | null {
  if (!looksUp(s) || s.dns.others.addresses.length === 0 || s.used.length === 0) return null;
  // A resolver that says what others say is not the one that is behind.
  if (overlap([...s.used, ...pastMemory(s).addresses], s.dns.others.addresses)) return null;
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

/** A network's sign-in page: judged before this rule, so only the question whether it was looked for is left. */
const portalBehind: Rival = {
  code: "captive-portal",
  decide: (s) => {
    if (s.portal.probes === 0 && s.portal.unroutableAnswered === "unknown") return open(say("would-check-portal"));
    return s.portal.unroutableAnswered === "yes" ? HOLDS : out(say("because-others-resolve"));
  },
};

/** Answers that lead to the wrong place. */
export const FALSE_ANSWER_RULES: readonly Rule[] = [
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
  { code: "resolver-stale", layer: "name", applies: stale, rivals: [geoDns, memory, proxyAside] },
];
