import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { localFirewall, nameKnown, noInternet, providerBlock, proxyAside, resolverStale } from "./rivals.ts";
import { type Candidate, type Rival, type Rule, open, out } from "./rule.ts";
import type { Attempt } from "./signals-http.ts";
import type { Signals } from "./signals.ts";

/** The connection is what fails: no answer came, the name is known here, and no proxy connects in our place. */
function connectMatters(s: Signals): boolean {
  return s.works !== "yes" && s.stage !== "answered" && !s.lookupFails && !s.proxy.used;
}

function siteRefused(s: Signals): Candidate | null {
  if (!connectMatters(s)) return null;
  const byTcp = s.tcp.state === "refused";
  const byHttp = s.tcp.state === "unknown" && s.http.main?.outcome === "connect-refused";
  if (!byTcp && !byHttp) return null;
  const count = Math.max(1, s.tcp.failed.length);
  const port = s.target.port;
  const here = s.place === "loopback" ? { context: "here" } : {};
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

function controlFacts(s: Signals): readonly Evidence[] {
  return s.place === "outside" && s.outside.reached === "yes" ? [saw("references", say("others-reachable"))] : [];
}

function siteUnreachable(s: Signals): Candidate | null {
  if (!connectMatters(s)) return null;
  const silent = silentServer(s);
  const fact = silent ? silentFact(s) : timeoutFact(s);
  if (fact === null) return null;
  const provider = s.elsewhere === "yes" && !silent;
  return {
    side: provider ? "provider" : "site-edge",
    base: provider ? "medium" : "high",
    fromAnswers: provider && s.elsewhereTold,
    values: silent ? { context: "silent" } : {},
    evidence: [fact, ...controlFacts(s), ...elsewhereFacts(s, silent)],
  };
}

function silentFact(s: Signals): Evidence {
  return saw("http", say("accepts-but-silent", { count: Math.max(1, s.http.spaced.length) }));
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

function mtu(s: Signals): Candidate | null {
  if (s.mtu === null || s.mtu.errorReturned === true) return null;
  const vanishing = s.mtu.smallestVanishing;
  const stalls = s.mtu.largeStalled >= 2 && s.mtu.smallPassed >= 1;
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
    rivals: [localFirewall, resolverStale, nameKnown, proxyAside],
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
