import { say } from "./evidence.ts";
import { HOLDS, open, out, type Rival, type RivalDecision } from "./rule.ts";
import { overlap } from "./signals-dns.ts";
import { type Attempt, wasSilence } from "./signals-http.ts";
import type { Signals } from "./signals.ts";
import { type Tri, tri } from "./tri.ts";

/** Decides a rival from one tri-state question: yes excludes it, no makes it hold, unknown leaves it open. */
function byTri(value: Tri, excluded: RivalDecision, undecided: RivalDecision): RivalDecision {
  if (value === "yes") return excluded;
  return value === "no" ? HOLDS : undecided;
}

/** The certificate of the answer is genuine: nobody near made it. */
export function genuine(s: Signals): boolean {
  const tls = s.http.main?.exchange.tls ?? null;
  return tls !== null && tls.outcome === "trusted" && tls.root === "bundled";
}

/** Nothing outside can be reached. */
export const noInternet: Rival = {
  code: "no-internet",
  decide: (s) =>
    s.place === "outside"
      ? byTri(s.outside.reached, out(say("because-reference-answers")), open(say("would-check-references")))
      : null,
};

/** A network's sign-in page stands in between. */
export const captivePortal: Rival = {
  code: "captive-portal",
  decide: (s) => {
    if (s.place !== "outside") return null;
    if (genuine(s)) return out(say("because-certificate-genuine"));
    if (s.portal.portal === "yes") return HOLDS;
    return s.portal.portal === "no" ? out(say("because-no-portal")) : open(say("would-check-portal"));
  },
};

/** A proxy, VPN or security program made the answer. */
export const proxyError: Rival = {
  code: "proxy-error",
  decide: (s) => {
    if (s.place === "loopback" && !s.proxy.used) return null;
    if (!s.proxy.used && s.http.main !== null) {
      return mayBeTransparent(s) ? open(say("would-bypass-otherwise")) : out(say("because-asked-directly"));
    }
    if (s.proxy.applies === "no") return out(say("because-no-proxy"));
    if (s.proxy.used && genuine(s)) return out(say("because-certificate-genuine"));
    if (s.proxy.direct === "yes") return HOLDS;
    const sameDirect = s.proxy.direct === "no" && sameEnding(s.proxy.directAttempt, s.http.main);
    return sameDirect ? out(say("because-same-without-proxy")) : open(say("would-ask-without-proxy"));
  },
};

/** Marks that forward proxies leave; a site's own accelerator may be of the same make. */
const PROXY_MARK = /squid|proxy|blue ?coat|zscaler|forcepoint|websense|trafficserver|wingate|privoxy/i;

/** Unencrypted, an answer may come from a proxy nobody set that sits in the way; its marks raise the question. */
function mayBeTransparent(s: Signals): boolean {
  const exchange = s.http.main?.exchange;
  if (exchange === undefined || s.place !== "outside" || exchange.tls !== null) return false;
  return exchange.headers.some(
    ([name, value]) => name === "x-squid-error" || ((name === "via" || name === "x-cache") && PROXY_MARK.test(value)),
  );
}

function sameEnding(a: Attempt | null, b: Attempt | null): boolean {
  return a !== null && b !== null && a.outcome === b.outcome && a.status === b.status;
}

/** Behind a proxy it is the proxy that looks names up and connects: what fails directly may not matter. */
export const proxyAside: Rival = {
  code: "proxy-unreachable",
  decide: (s) => {
    if (s.place === "loopback") return null;
    return s.proxy.applies === "no" ? out(say("because-no-proxy")) : open(say("would-read-proxy"));
  },
};

/** This machine finds the name; otherwise what an address shows may not be what the person gets. */
export const nameKnown: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (s.target.kind !== "name" || s.proxy.used) return null;
    if (s.dns.os === "answer" || s.dns.configured.state === "answers") return out(say("because-name-found"));
    return open(say("would-look-up-name"));
  },
};

/** Only some requests fail. Three spaced ones that agree exclude it. */
export const intermittent: Rival = {
  code: "intermittent",
  decide: (s) => {
    if (s.http.fine > 0 && s.http.notFine > 0) return HOLDS;
    const count = s.http.spaced.length;
    return count >= 3 ? out(say("because-requests-agree", { count })) : open(say("would-repeat"));
  },
};

/** A firewall or security program of this machine is in the way: others answering on any port speaks against it. */
export const localFirewall: Rival = {
  code: "local-firewall",
  decide: (s) => {
    if (s.place === "loopback") return null;
    if (s.place === "nearby" && s.local.router === "alive")
      return out(say("because-router-answers", { router: s.local.routerAddress ?? "" }));
    if (s.outside.prohibited === "yes") return open(say("would-check-other-port"));
    if (s.outside.samePort === "no" && s.outside.referencesTried > 0) return open(say("would-check-other-port"));
    return s.outside.reached === "yes" ? out(say("because-others-reachable")) : open(say("would-check-references"));
  },
};

/** The resolver in use gives an old or false address: another resolver's answer settles it. */
export const resolverStale: Rival = {
  code: "resolver-stale",
  decide: (s) => {
    if (s.place === "loopback" || s.target.kind !== "name" || s.proxy.used) return null;
    const others = s.dns.others.addresses;
    // A name of one's own network, which nobody outside knows.
    if (s.place === "nearby" && s.dns.others.state !== "unknown" && s.dns.others.state !== "dead") return null;
    if (others.length === 0) return open(say("would-ask-other-resolver"));
    if (s.used.length === 0 || overlap(s.used, others)) return out(say("because-resolvers-agree"));
    const tried = reachAt(s, others);
    // The own addresses are dead and the others untried: what they serve must be seen before the site is blamed.
    if (tried === "unknown" && s.tcp.connected.length === 0) return HOLDS;
    return byTri(
      tried === "yes" ? "no" : tried === "no" ? "yes" : "unknown",
      out(say("because-other-address-fails-too")),
      open(say("would-try-other-address")),
    );
  },
};

/** Does the site work at any of these addresses: an HTTP answer counts more than TLS, TLS more than TCP. */
export function reachAt(s: Signals, addresses: readonly string[]): Tri {
  const asked = [...(s.http.main === null ? [] : [s.http.main]), ...s.http.varied, ...s.http.spaced].filter(
    (item) => item.address !== null && addresses.includes(item.address) && item.ending !== "unknown",
  );
  if (asked.some((item) => item.ending === "fine" || (item.status ?? 599) < 500)) return "yes";
  if (asked.length > 0) return "no";
  const handshakes = s.tls.every.filter((item) => addresses.includes(item.address));
  if (handshakes.length > 0) return tri(handshakes.some((item) => item.outcome === "trusted"));
  // A connection alone proves little: whoever answers there has not said anything yet.
  const connects = s.tcp.all.filter((item) => addresses.includes(item.address));
  if (connects.length === 0 || connects.some((item) => item.outcome === "connected")) return "unknown";
  return "no";
}

/** This machine's clock is wrong by more than certificates forgive: 5 minutes. */
export const CLOCK_LIMIT_MS = 5 * 60_000;

/** The clock, not the certificate. */
export const clockWrong: Rival = {
  code: "clock-wrong",
  decide: (s) => {
    if (s.clock === null) return open(say("would-check-clock"));
    return Math.abs(s.clock.offsetMs) <= CLOCK_LIMIT_MS
      ? out(say("because-clock-right"))
      : open(say("would-set-clock"));
  },
};

/** Somebody near reads along and puts certificates of his own in between. */
export const tlsIntercepted: Rival = {
  code: "tls-intercepted",
  decide: (s) => {
    if (s.place === "loopback") return null;
    if (s.tls.localRoot === "no") return out(say("because-known-authority"));
    if (s.tls.localRoot === "yes") return open(say("would-switch-inspection-off"));
    // A forger in the way forges for everybody; other names' handshakes passing speaks against one.
    return s.dns.secure.resolvers.some((item) => item.medianMs !== null)
      ? out(say("because-other-certificates-genuine"))
      : open(say("would-compare-certificates"));
  },
};

/** Loss on the way to everybody. */
export const lossyPath: Rival = {
  code: "lossy-path",
  decide: (s) => {
    if (s.place === "loopback") return null;
    const failures = s.http.spaced.filter((item) => item.ending !== "fine");
    if (failures.length > 0 && failures.every((item) => item.ending === "bad"))
      return out(say("because-failures-are-answers"));
    if (s.outside.lossy === "yes") return HOLDS;
    // Requests that merely stalled, and packets that were seen to get lost: five samples cannot tell the two apart.
    if (s.outside.lossSigns > 0 && failures.every(wasSilence)) return HOLDS;
    return s.outside.lossy === "no" ? out(say("because-no-loss")) : open(say("would-measure-loss"));
  },
};

/** So much is lost that silence proves nothing about a name server. Light loss is no excuse for one that never answers. */
export const lossyLine: Rival = {
  code: "lossy-path",
  decide: (s) => (s.place === "outside" && s.outside.heavyLoss ? HOLDS : null),
};

/**
 * Some addresses were merely slow to say anything, and packets were seen to get lost: on such a line a request in a
 * hundred stalls at any address. An error, a refusal or a wrong certificate cannot be explained that way.
 */
export const lostOnTheWay: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const wires = [...s.tcp.failed, ...(s.tls.state === "some" ? s.tls.failed : [])];
    const failures = [...s.http.spaced, ...s.http.varied].filter((item) => item.ending !== "fine");
    if (!wires.every(({ outcome }) => outcome === "timeout") || !failures.every(wasSilence)) return null;
    return s.place === "outside" && s.outside.lossSigns > 0 ? HOLDS : null;
  },
};

/** A name server that gave no error, only silence for this name, while packets were seen to get lost. */
export const lostQueries: Rival = {
  code: "lossy-path",
  decide: (s) => {
    const silent = s.dns.configured.resolvers.every((item) => item.state !== "failing" || item.medianMs === null);
    return s.place === "outside" && silent && s.outside.lossSigns > 0 ? HOLDS : null;
  },
};

/** The provider keeps the site away: another place that sees the same excludes it. */
export const providerBlock: Rival = {
  code: "provider-block",
  decide: (s) => {
    if (s.place !== "outside") return null;
    if (s.elsewhere === "no") return out(say("because-fails-elsewhere"));
    return open(say("would-look-from-elsewhere"));
  },
};

/** An entry of the hosts file. */
export const hostsOverride: Rival = {
  code: "hosts-override",
  decide: (s) => {
    if (s.dns.hosts === null) return open(say("would-read-hosts"));
    return s.dns.hosts.length === 0 ? out(say("because-no-hosts-entry")) : HOLDS;
  },
};

/** The site's own name servers fail for everybody. */
export const siteDnsFailing: Rival = {
  code: "site-dns-failing",
  decide: (s) => {
    if (s.dns.others.state === "answers") return out(say("because-others-resolve"));
    return s.dns.others.state === "failing" || s.dns.others.state === "no-data"
      ? HOLDS
      : open(say("would-ask-other-resolver"));
  },
};

/** A company network or VPN gives names of its own. */
export const splitDns: Rival = {
  code: "vpn-path",
  decide: (s) => (s.local.tunnel === "no" ? out(say("because-no-tunnel")) : open(say("would-switch-vpn-off"))),
};

/** Answers with a filter's marks. */
export const resolverFiltered: Rival = {
  code: "resolver-filtered",
  decide: (s) => {
    if (s.dns.configured.filtered === "yes") return HOLDS;
    return s.dns.configured.filtered === "no"
      ? out(say("because-no-filter-marks"))
      : open(say("would-ask-own-resolver"));
  },
};

/** The resolver in use fails where others do not. */
export const resolverFailing: Rival = {
  code: "resolver-failing",
  decide: (s) => {
    if (s.dns.others.state === "answers") return HOLDS;
    return s.dns.others.state === "nxdomain"
      ? out(say("because-others-say-same"))
      : open(say("would-ask-other-resolver"));
  },
};
