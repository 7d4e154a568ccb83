import { promisesOnePacket } from "../../checks/support/answer-size.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { localFirewall, noInternet, providerBlock, proxyAside } from "./rivals/rivals.ts";
import { nameKnown, resolverStale } from "./rivals/rivals-names.ts";
import { type Candidate, HOLDS, type Rival, type Rule, open, out } from "./rule.ts";
import type { Attempt } from "./signals/signals-http.ts";
import type { Signals } from "./signals/signals.ts";
import { largePingsPass } from "./signals/sizes.ts";

/** The connection is what fails: no answer came, the name is known here, and no proxy connects in our place. */
function connectMatters(s: Signals): boolean {
  return s.works !== "yes" && s.stage !== "answered" && !s.lookupFails && !s.proxy.used;
}

function siteRefused(s: Signals): Candidate | null {
  if (!connectMatters(s)) return null;
  if (s.tcp.state === "reset") return cutOff(s);
  const byTcp = s.tcp.state === "refused";
  const byHttp = s.tcp.state === "unknown" && s.http.main?.outcome === "connect-refused";
  if (!byTcp && !byHttp) return null;
  const count = Math.max(1, s.tcp.failed.length);
  const port = s.target.port;
  const here = nearWords(s);
  return {
    side: "site-origin",
    base: "high",
    values: { port, ...here },
    evidence: [
      byTcp
        ? saw("tcp", say("refused-everywhere", { count, port }))
        : saw("http", say("refused-everywhere", { count, port })),
      ...controlFacts(s),
    ],
  };
}

/** Connections that are cut off at once: whoever is there or in between, it is no plain "nobody listens". */
function cutOff(s: Signals): Candidate {
  const count = Math.max(1, s.tcp.failed.length);
  const port = s.target.port;
  return {
    side: "site-origin",
    base: "medium",
    values: { port, context: "reset" },
    evidence: [saw("tcp", say("reset-everywhere", { count, port })), ...controlFacts(s)],
  };
}

/** What is on this machine or in one's own network is no site on the internet, and is spoken of differently. */
function nearWords(s: Signals): Readonly<Record<string, string>> {
  if (s.place === "outside") return {};
  return { context: s.place === "loopback" ? "here" : "nearby" };
}

function controlFacts(s: Signals): readonly Evidence[] {
  return s.place === "outside" && s.outside.reached === "yes" ? [saw("references", say("others-reachable"))] : [];
}

function siteUnreachable(s: Signals): Candidate | null {
  if (!connectMatters(s)) return null;
  if (silentServer(s)) return silentCandidate(s);
  const fact = timeoutFact(s);
  if (fact === null) return null;
  const near = s.place !== "outside";
  const provider = s.elsewhere === "yes" && !near;
  return {
    side: provider ? "provider" : s.place === "nearby" ? "local-network" : "site-edge",
    // What stands in one's own network may be switched off as well as out of reach, and nothing tells which.
    base: provider || near ? "medium" : "high",
    fromAnswers: provider && s.elsewhereTold,
    values: near ? nearWords(s) : {},
    evidence: [fact, ...controlFacts(s), ...elsewhereFacts(s, false)],
  };
}

/** Silence shorter than this (ms) says nothing: healthy pages take as long on a bad day. */
const SILENT_LEAST_MS = 2_000;

/** How long a server that took the connection was given, ms. */
function silenceMs(s: Signals): number {
  if (s.http.main?.outcome === "headers-timeout") return s.http.main.exchange.timings.total;
  return s.tls.bad?.ms ?? 0;
}

/** A slow server is told from a dead one only by waiting: "not within so long" is all that was seen. */
function silentCandidate(s: Signals): Candidate | null {
  const ms = silenceMs(s);
  if (ms < SILENT_LEAST_MS) return null;
  const waited = Math.round(ms / 1_000);
  return {
    side: "site-edge",
    base: "medium",
    values: { context: "silent", waited },
    evidence: [
      saw("http", say("accepts-but-silent", { count: Math.max(1, s.http.spaced.length), waited })),
      ...controlFacts(s),
      ...elsewhereFacts(s, true),
    ],
    wouldChange: [say("would-wait-longer", { waited })],
  };
}

function timeoutFact(s: Signals): Evidence | null {
  const count = Math.max(1, s.tcp.failed.length);
  const fact = say("times-out-everywhere", { count });
  if (s.tcp.state === "timeout" || s.tcp.state === "mixed") return saw("tcp", fact);
  const outcome = s.http.main?.outcome ?? null;
  const byHttp = outcome === "connect-timeout" || outcome === "connect-unreachable";
  return s.tcp.state === "unknown" && byHttp ? saw("http", fact) : null;
}

function elsewhereFacts(s: Signals, silent: boolean): readonly Evidence[] {
  const count = s.elsewherePlaces;
  if (s.elsewhereTold) return silent ? [] : [saw("vantage", say("answer-other-device-works"))];
  if (s.elsewhere === "no") return [saw("vantage", say("fails-elsewhere", { count }))];
  return s.elsewhere === "yes" && !silent ? [saw("vantage", say("works-elsewhere", { count }))] : [];
}

/**
 * A server that takes the connection and then says nothing. No code of the table names it; "unreachable" is the honest
 * nearest one: the person gets nothing, the machine in front is there, and what is behind it is not seen.
 */
function silentServer(s: Signals): boolean {
  const outcome = s.http.main?.outcome ?? null;
  return outcome === "headers-timeout" || (s.stage === "tls" && s.tls.outcome === "timeout");
}

/** Small answers pass and large ones stall: the way, not the server. */
const mtuBlackhole: Rival = {
  code: "mtu-blackhole",
  decide: (s) => {
    if (s.place !== "outside" || !silentServer(s)) return null;
    if (largePingsPass(s)) return out(say("because-large-pass"));
    if (s.mtu === null) return open(say("would-measure-sizes"));
    if (s.mtu.smallPassed === 0) return out(say("because-small-stall-too"));
    return s.mtu.largeStalled < 2 ? out(say("because-large-pass")) : open(say("would-measure-sizes"));
  },
};

/** Whether the provider or the site is behind a silence is seen from elsewhere. */
const seenFromElsewhere: Rival = {
  code: "provider-block",
  decide: (s) => (silentServer(s) || s.elsewhere === "yes" ? null : providerBlock.decide(s)),
};

/** A silent server must be silent more than once. */
const silentOnce: Rival = {
  code: "intermittent",
  decide: (s) => {
    if (!silentServer(s)) return null;
    if (s.http.fine > 0) return HOLDS;
    const count = s.http.spaced.length;
    return count >= 2 ? out(say("because-requests-agree", { count })) : open(say("would-repeat"));
  },
};

function providerBlockRule(s: Signals): Candidate | null {
  const main = s.http.main;
  if (main === null || s.works === "yes" || s.place !== "outside" || s.proxy.used) return null;
  const elsewhere = s.elsewhere === "yes";
  const fact = main.gateway?.hop === "isp" ? say("provider-block-page") : elsewhere ? blockSign(s, main) : null;
  if (fact === null) return null;
  return {
    side: "provider",
    base: main.gateway?.hop === "isp" && elsewhere ? "high" : "medium",
    fromAnswers: s.elsewhereTold,
    evidence: [saw("http", fact), ...elsewhereFacts(s, false)],
  };
}

/** What a block leaves besides a page; it counts only where others get through. */
function blockSign(s: Signals, main: Attempt): Evidence["fact"] | null {
  if (main.outcome === "reset" || s.tls.outcome === "reset") return say("reset-on-this-path");
  return main.status === 451 ? say("status-451") : null;
}

/** The site's own protection may show a page just like it. */
const wafAtSite: Rival = {
  code: "access-denied",
  decide: (s) => (s.elsewhere === "yes" ? out(say("because-works-elsewhere")) : open(say("would-look-from-elsewhere"))),
};

/** Somebody on the way or at the site's door cuts connections off: seen to happen elsewhere too, it is the site's. */
const cutOnTheWay: Rival = {
  code: "provider-block",
  decide: (s) => (s.tcp.state === "reset" ? providerBlock.decide(s) : null),
};

function mtu(s: Signals): Candidate | null {
  if (s.mtu === null || s.mtu.errorReturned === true || largePingsPass(s)) return null;
  const vanishing = s.mtu.smallestVanishing;
  const small = s.http.main !== null && promisesOnePacket(s.http.main.exchange);
  const stalls = s.mtu.largeStalled >= 2 && s.mtu.smallPassed >= 1 && !small;
  // A certificate is a large answer as well: a handshake that stalls where large pings vanish says the same.
  if (!stalls && (vanishing === null || s.tls.outcome !== "timeout")) return null;
  return {
    side: "provider",
    base: vanishing === null ? "medium" : "high",
    evidence: [
      stalls ? saw("path-mtu", say("large-stall", { count: s.mtu.largeStalled })) : saw("tls", say("handshake-stalls")),
      ...(vanishing === null ? [] : [saw("path-mtu", say("ping-vanishes", { bytes: vanishing }))]),
    ],
    explains: s.works !== "yes",
  };
}

/** A slow server stalls too, but lets large pings through. */
const slowServer: Rival = {
  code: "site-unreachable",
  decide: (s) =>
    s.mtu !== null && s.mtu.smallestVanishing !== null
      ? out(say("because-large-pings-vanish"))
      : open(say("would-measure-sizes")),
};

/** Connections that do not come about, or break for a reason of the way. */
export const CONNECT_RULES: readonly Rule[] = [
  { code: "mtu-blackhole", layer: "path", applies: mtu, rivals: [slowServer] },
  { code: "provider-block", layer: "path", applies: providerBlockRule, rivals: [wafAtSite] },
  {
    code: "site-refused",
    layer: "connect",
    applies: siteRefused,
    rivals: [localFirewall, cutOnTheWay, resolverStale, nameKnown, proxyAside],
  },
  {
    code: "site-unreachable",
    layer: "connect",
    applies: siteUnreachable,
    rivals: [
      noInternet,
      localFirewall,
      seenFromElsewhere,
      silentOnce,
      mtuBlackhole,
      resolverStale,
      nameKnown,
      proxyAside,
    ],
  },
];
