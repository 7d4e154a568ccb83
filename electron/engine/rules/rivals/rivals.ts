import { say } from "../evidence.ts";
import { HOLDS, open, out, type Rival, type RivalDecision } from "../rule.ts";
import type { Attempt } from "../signals/signals-http.ts";
import type { Signals } from "../signals/signals.ts";
import type { Tri } from "../tri.ts";

/** Decides a rival from one tri-state question: yes excludes it, no makes it hold, unknown leaves it open. */
export function byTri(value: Tri, excluded: RivalDecision, undecided: RivalDecision): RivalDecision {
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

/** The provider keeps the site away: another place that sees the same excludes it. */
export const providerBlock: Rival = {
  code: "provider-block",
  decide: (s) => {
    if (s.place !== "outside") return null;
    if (s.elsewhere === "no") return out(say("because-fails-elsewhere"));
    return open(say("would-look-from-elsewhere"));
  },
};
