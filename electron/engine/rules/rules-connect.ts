import type { TlsObservation, TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { saysClientCertificate } from "./page-words.ts";
import {
  CLOCK_LIMIT_MS,
  clockWrong,
  localFirewall,
  nameKnown,
  noInternet,
  providerBlock,
  proxyAside,
  proxyError,
  resolverStale,
  tlsIntercepted,
} from "./rivals.ts";
import { type Candidate, open, out, type Rival, type Rule } from "./rule.ts";
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

function clockRule(s: Signals): Candidate | null {
  if (s.clock === null || Math.abs(s.clock.offsetMs) <= CLOCK_LIMIT_MS || s.clock.sources < 2) return null;
  // Ahead makes certificates look expired; behind, not yet valid. The other way round the certificate is at fault.
  const ahead = s.clock.offsetMs > 0;
  const explains = s.works !== "yes" && s.tls.outcome === (ahead ? "expired" : "not-yet-valid");
  const minutes = Math.round(Math.abs(s.clock.offsetMs) / 60_000);
  return {
    side: "device",
    base: "high",
    values: { minutes, context: ahead ? "ahead" : "behind" },
    evidence: [
      saw("clock", ahead ? say("clock-ahead", { count: minutes }) : say("clock-behind", { count: minutes })),
      ...(explains ? [saw("tls", say("certificate-dates"))] : []),
    ],
    explains,
  };
}

/** The certificate's own dates, seen with a right clock. */
const reallyExpired: Rival = {
  code: "tls-expired",
  decide: (s) => ((s.clock?.sources ?? 0) >= 2 ? out(say("because-clocks-agree")) : open(say("would-set-clock"))),
};

const TLS_CODES: Readonly<Partial<Record<TlsOutcome, TlsCode>>> = {
  expired: "tls-expired",
  "not-yet-valid": "tls-expired",
  "wrong-name": "tls-wrong-name",
  "self-signed": "tls-untrusted",
  "untrusted-root": "tls-untrusted",
  "incomplete-chain": "tls-untrusted",
  revoked: "tls-untrusted",
  "bad-certificate": "tls-untrusted",
  "protocol-mismatch": "tls-protocol",
  "not-tls": "tls-protocol",
  alert: "tls-protocol",
  reset: "tls-protocol",
  closed: "tls-protocol",
};

type TlsCode = "tls-expired" | "tls-wrong-name" | "tls-untrusted" | "tls-protocol";

function tlsFault(code: TlsCode): (s: Signals) => Candidate | null {
  return (s) => {
    const bad = handshakeInTheWay(s);
    if (bad === null || TLS_CODES[bad.outcome] !== code) return null;
    const count = s.tls.failed.length;
    return {
      side: "site-edge",
      base: "high",
      values: { context: bad.outcome },
      evidence: [saw("tls", TLS_FACTS[code](bad)), saw("tls", say("on-every-address", { count }))],
    };
  };
}

/** The handshake that keeps the person out; null when none does (no name, a good answer, or plain http instead). */
function handshakeInTheWay(s: Signals): TlsObservation | null {
  if (s.tls.state !== "bad" || s.works === "yes" || s.lookupFails) return null;
  return s.stage === "answered" && s.http.fellBackToHttp ? null : s.tls.bad;
}

const TLS_FACTS: Readonly<Record<TlsCode, (bad: TlsObservation) => Evidence["fact"]>> = {
  "tls-expired": ({ outcome, chain }) =>
    outcome === "expired"
      ? say("certificate-expired", { date: dayOf(chain[0]?.validTo) })
      : say("certificate-not-yet-valid", { date: dayOf(chain[0]?.validFrom) }),
  "tls-wrong-name": ({ chain }) =>
    say("certificate-wrong-name", { names: chain[0]?.names.slice(0, 3).join(", ") || "?" }),
  "tls-untrusted": ({ outcome, chain }) => untrustedFact(outcome, chain[0]?.issuer ?? ""),
  "tls-protocol": ({ outcome, errno }) => handshakeFact(outcome, errno),
};

/** The day of an ISO time. */
function dayOf(time: string | undefined): string {
  return time?.slice(0, 10) ?? "?";
}

function untrustedFact(outcome: TlsOutcome, issuer: string): Evidence["fact"] {
  if (outcome === "self-signed") return say("certificate-self-signed");
  if (outcome === "incomplete-chain") return say("certificate-chain-incomplete");
  if (outcome === "revoked") return say("certificate-revoked");
  return say("certificate-untrusted", { issuer: issuer || "?" });
}

function handshakeFact(outcome: TlsOutcome, errno: string | null): Evidence["fact"] {
  if (outcome === "not-tls") return say("handshake-not-tls");
  if (outcome === "reset" || outcome === "closed") return say("handshake-broken-off");
  return say("handshake-refused", { errno: errno ?? outcome });
}

function clientCertificate(s: Signals): Candidate | null {
  if (s.works === "yes" || s.lookupFails) return null;
  if (s.tls.state === "bad" && s.tls.outcome === "client-certificate-required") {
    return { side: "device", base: "high", evidence: [saw("tls", say("client-certificate-handshake"))] };
  }
  const main = s.http.main;
  if (main === null || main.ending !== "bad") return null;
  const says = saysClientCertificate(main.exchange) || main.gateway?.kind === "client-certificate";
  const refused = s.tls.clientCertificateAsked && (main.status === 400 || main.status === 403);
  if (!says && !refused) return null;
  return { side: "device", base: says ? "high" : "medium", evidence: [saw("http", say("client-certificate-page"))] };
}

/** The clock is judged before the certificates. */
export const CLOCK_RULES: readonly Rule[] = [
  { code: "clock-wrong", layer: "device", applies: clockRule, rivals: [reallyExpired] },
];

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

const TLS_RIVALS: readonly Rival[] = [tlsIntercepted, resolverStale, nameKnown, proxyAside];

/** Certificates and handshakes. */
export const TLS_RULES: readonly Rule[] = [
  { code: "client-certificate", layer: "tls", applies: clientCertificate, rivals: [] },
  { code: "tls-expired", layer: "tls", applies: tlsFault("tls-expired"), rivals: [clockWrong, ...TLS_RIVALS] },
  { code: "tls-wrong-name", layer: "tls", applies: tlsFault("tls-wrong-name"), rivals: [...TLS_RIVALS] },
  { code: "tls-untrusted", layer: "tls", applies: tlsFault("tls-untrusted"), rivals: [...TLS_RIVALS] },
  { code: "tls-protocol", layer: "tls", applies: tlsFault("tls-protocol"), rivals: [proxyError, ...TLS_RIVALS] },
];
