import type { DnsStatus } from "../../../shared/model/dns-settings.ts";
import { condition, type ConditionContext, type ConditionLook, type Look } from "./condition.ts";
import { serversInUse } from "./servers-in-use.ts";

/**
 * Public services that filter on purpose, by address. Sources: the operators' own pages (Cloudflare for Families,
 * OpenDNS FamilyShield, CleanBrowsing, AdGuard DNS family, DNS for Family).
 */
const FILTERING_SERVERS: Readonly<Record<string, string>> = {
  "1.1.1.3": "Cloudflare for Families",
  "1.0.0.3": "Cloudflare for Families",
  "2606:4700:4700::1113": "Cloudflare for Families",
  "2606:4700:4700::1003": "Cloudflare for Families",
  "208.67.222.123": "OpenDNS FamilyShield",
  "208.67.220.123": "OpenDNS FamilyShield",
  "185.228.168.168": "CleanBrowsing",
  "185.228.169.168": "CleanBrowsing",
  "185.228.168.10": "CleanBrowsing",
  "185.228.169.11": "CleanBrowsing",
  "94.140.14.15": "AdGuard DNS family protection",
  "94.140.15.16": "AdGuard DNS family protection",
  "94.130.180.225": "DNS for Family",
  "78.47.64.161": "DNS for Family",
};

/** A name, and the marks in its answer that only a filter leaves there. */
interface FilterCanary {
  readonly name: string;
  /** Names of the restricted service in the CNAME chain. */
  readonly cnames: readonly string[];
  /** Its addresses. */
  readonly addresses: readonly string[];
  readonly variant: "safe-search" | "company-filter";
}

/**
 * How a restricted search or video service is switched on for a whole network, and one company filter's own mark.
 * Sources: Google ("Lock SafeSearch", "Restrict YouTube"), Microsoft (Bing strict), Firefox's DoH roll-out heuristics
 * for the Zscaler name.
 */
const CANARIES: readonly FilterCanary[] = [
  {
    name: "www.google.com",
    cnames: ["forcesafesearch.google.com"],
    addresses: ["216.239.38.120"],
    variant: "safe-search",
  },
  {
    name: "www.youtube.com",
    cnames: ["restrict.youtube.com", "restrictmoderate.youtube.com"],
    addresses: ["216.239.38.119", "216.239.38.120"],
    variant: "safe-search",
  },
  { name: "www.bing.com", cnames: ["strict.bing.com"], addresses: ["204.79.197.220"], variant: "safe-search" },
  {
    name: "sitereview.zscaler.com",
    cnames: [],
    addresses: ["213.152.228.242", "199.168.151.251", "8.25.203.30"],
    variant: "company-filter",
  },
];

/** Did somebody choose filtered answers? A switch would take the filter away. */
export const filterLook: ConditionLook = {
  codes: ["filter-on-purpose"],
  look: async (context) => {
    const chosen = filteringServer(context.status);
    return chosen === null ? askCanaries(context) : [condition("filter-on-purpose", "service", { name: chosen })];
  },
};

function filteringServer(status: DnsStatus): string | null {
  for (const server of serversInUse(status)) {
    const name = server.transport === "doh" ? undefined : FILTERING_SERVERS[server.address];
    if (name !== undefined) return name;
  }
  return null;
}

async function askCanaries({ status, probes, signal }: ConditionContext): Promise<Look> {
  const [own] = serversInUse(status);
  if (own === undefined) return "not-checked";
  const replies = await Promise.all(
    CANARIES.map(async (canary) => ({
      canary,
      reply: await probes.dnsQuery(own, { name: canary.name, type: "A" }, { signal }),
    })),
  );
  const marked = replies.find(
    ({ canary, reply }) =>
      reply.addresses.some((address) => canary.addresses.includes(address)) ||
      reply.cnames.some((name) => canary.cnames.includes(name.toLowerCase().replace(/\.$/, ""))),
  );
  if (marked !== undefined) {
    return [condition("filter-on-purpose", marked.canary.variant, { name: marked.canary.name })];
  }
  return replies.some(({ reply }) => reply.rcode !== null) ? [] : "not-checked";
}
