import { KNOWN_DNS_SERVERS } from "../../shared/model/dns-settings.ts";
import { canonicalAddress } from "../../shared/lib/redaction/address-class.ts";
import { canonicalHost } from "../../shared/lib/redaction/host-class.ts";
import type { WellKnown } from "../../shared/lib/redaction/marker.ts";
import { urlParts } from "../../shared/lib/redaction/url-parts.ts";
import { BUILT_IN_REFERENCES } from "../engine/outside-endpoints.ts";

/** Names under which browsers and systems reach the big public resolvers over HTTPS. */
const DOH_NAMES = ["cloudflare-dns.com", "dns.google", "dns.quad9.net"];

/**
 * What stays readable in every report because it is the same for everybody and because the diagnosis rests on it: the
 * places of our own list and the public resolvers a person can switch to. A person's own references file does not
 * count: its places can be theirs.
 */
export const WELL_KNOWN: WellKnown = wellKnown();

function wellKnown(): WellKnown {
  const { publicResolvers, connectivityChecks, egress, stableName, dnssec, location, canary, vantage, interceptProbe } =
    BUILT_IN_REFERENCES;
  const places = [
    ...publicResolvers.flatMap(({ udp, dot, doh }) => [...udp, ...(dot ?? "").split("#"), doh ?? ""]),
    ...connectivityChecks.map(({ url }) => url),
    ...egress.map(({ host }) => host),
    ...location.flatMap(({ server, name }) => [server, name]),
    ...DOH_NAMES,
    ...Object.values(KNOWN_DNS_SERVERS).flat(),
    ...[stableName, dnssec?.good, dnssec?.bad, canary, vantage, interceptProbe].map((place) => place ?? ""),
  ];
  const hosts = new Set<string>();
  const addresses = new Set<string>();
  for (const place of places) {
    const host = canonicalAddress(place) === null ? (urlParts(place, true)?.host ?? "") : place;
    const address = canonicalAddress(host);
    if (address !== null) addresses.add(address);
    else if (host !== "") hosts.add(canonicalHost(host));
  }
  return { hosts, addresses };
}
