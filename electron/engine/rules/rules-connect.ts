import type { TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
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

function controlFacts(s: Signals): readonly ReturnType<typeof saw>[] {
  return s.place === "outside" && s.outside.reached === "yes" ? [saw("references", say("others-reachable"))] : [];
}

function siteUnreachable(s: Signals): Candidate | null {
  if (!connectMatters(s)) return null;
  const outcome = s.http.main?.outcome ?? null;
  const silent = silentServer(s);
  const byHttp = s.tcp.state === "unknown" && (outcome === "connect-timeout" || outcome === "connect-unreachable");
  const byTcp = s.tcp.state === "timeout" || s.tcp.state === "mixed";
  if (!silent && !byHttp && !byTcp) return null;
  const elsewhere = s.elsewhere === "yes" && !silent;
  const count = Math.max(1, silent ? s.http.spaced.length : s.tcp.failed.length);
  const fact = silent
    ? saw("http", say("accepts-but-silent", { count }))
    : saw(byTcp ? "tcp" : "http", say("times-out-everywhere", { count }));
  return {
    side: elsewhere ? "provider" : "site-edge",
    base: elsewhere ? "medium" : "high",
    values: silent ? { context: "silent" } : {},
    evidence: [
      fact,
      ...controlFacts(s),
      ...(elsewhere ? [saw("vantage", say("works-elsewhere", { count: s.elsewherePlaces }))] : []),
      ...(s.elsewhere === "no" ? [saw("vantage", say("fails-elsewhere", { count: s.elsewherePlaces }))] : []),
    ],
  };
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
  const page = main.gateway?.hop === "isp";
  const reset = main.outcome === "reset" || s.tls.outcome === "reset";
  const elsewhere = s.elsewhere === "yes";
  if (!page && !((reset || main.status === 451) && elsewhere)) return null;
  const first = page
    ? saw("http", say("provider-block-page"))
    : saw("http", reset ? say("reset-on-this-path") : say("status-451"));
  const seen = elsewhere ? [saw("vantage", say("works-elsewhere", { count: s.elsewherePlaces }))] : [];
  return { side: "provider", base: page && elsewhere ? "high" : "medium", evidence: [first, ...seen] };
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
    const bad = s.tls.bad;
    if (bad === null || s.tls.state !== "bad" || s.works === "yes" || s.lookupFails || TLS_CODES[bad.outcome] !== code)
      return null;
    if (s.stage === "answered" && s.http.fellBackToHttp) return null;
    const leaf = bad.chain[0];
    const count = s.tls.failed.length;
    const detail = {
      "tls-expired": say(bad.outcome === "expired" ? "certificate-expired" : "certificate-not-yet-valid", {
        date: (bad.outcome === "expired" ? leaf?.validTo : leaf?.validFrom)?.slice(0, 10) ?? "?",
      }),
      "tls-wrong-name": say("certificate-wrong-name", { names: leaf?.names.slice(0, 3).join(", ") || "?" }),
      "tls-untrusted": untrustedFact(bad.outcome, leaf?.issuer ?? ""),
      "tls-protocol": handshakeFact(bad.outcome, bad.errno),
    }[code];
    return {
      side: "site-edge",
      base: "high",
      values: { context: bad.outcome },
      evidence: [saw("tls", detail), saw("tls", say("on-every-address", { count }))],
    };
  };
}

function untrustedFact(outcome: TlsOutcome, issuer: string): ReturnType<typeof say> {
  if (outcome === "self-signed") return say("certificate-self-signed");
  if (outcome === "incomplete-chain") return say("certificate-chain-incomplete");
  if (outcome === "revoked") return say("certificate-revoked");
  return say("certificate-untrusted", { issuer: issuer || "?" });
}

function handshakeFact(outcome: TlsOutcome, errno: string | null): ReturnType<typeof say> {
  if (outcome === "not-tls") return say("handshake-not-tls");
  if (outcome === "reset" || outcome === "closed") return say("handshake-broken-off");
  return say("handshake-refused", { errno: errno ?? outcome });
}

function clientCertificate(s: Signals): Candidate | null {
  const main = s.http.main;
  const page =
    main !== null &&
    main.ending === "bad" &&
    (saysClientCertificate(main.exchange) || main.gateway?.kind === "client-certificate");
  const handshake = s.tls.state === "bad" && s.tls.outcome === "client-certificate-required";
  const refused = s.tls.clientCertificateAsked && (main?.status === 400 || main?.status === 403);
  if (s.works === "yes" || s.lookupFails || (!page && !handshake && !refused)) return null;
  const fact = handshake
    ? saw("tls", say("client-certificate-handshake"))
    : saw("http", say("client-certificate-page"));
  return { side: "device", base: handshake || page ? "high" : "medium", evidence: [fact] };
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
