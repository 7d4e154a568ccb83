import { say } from "../evidence.ts";
import { byTri } from "./rivals.ts";
import { HOLDS, open, out, type Rival } from "../rule.ts";
import { overlap } from "../signals/signals-dns.ts";
import type { Signals } from "../signals/signals.ts";
import { type Tri, tri } from "../tri.ts";

/** This machine finds the name; otherwise what an address shows may not be what the person gets. */
export const nameKnown: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (s.target.kind !== "name" || s.proxy.used) return null;
    if (s.dns.os === "answer" || s.dns.configured.state === "answers") return out(say("because-name-found"));
    return open(say("would-look-up-name"));
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
