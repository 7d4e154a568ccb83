import type { DnsStatus } from "../../../shared/model/dns-settings.ts";
import { addressScope } from "../../../shared/lib/ip.ts";
import { isInternalName } from "../../checks/support/internal-name.ts";
import { condition, type ConditionContext, type ConditionLook, type Look } from "./condition.ts";
import { serversInUse } from "./servers-in-use.ts";

/** Search domains that home routers hand out; what stands in them (a printer) is found without DNS too. Besides names of one label. */
const HOME_DOMAINS = new Set(["fritz.box", "speedport.ip", "home.arpa"]);

/** Does this network have names of its own that public servers do not know? */
export const splitDnsLook: ConditionLook = {
  codes: ["split-dns"],
  look: async (context) => {
    const conditional = conditionalDomain(context.status);
    if (conditional !== null) return [condition("split-dns", "conditional", { domain: conditional })];
    for (const domain of ownDomains(context.status)) {
      // The first domain that decides is enough, and most machines have one at most.
      // oxlint-disable-next-line no-await-in-loop
      const look = await lookAt(domain, context);
      if (look === "not-checked" || look.length > 0) return look;
    }
    return [];
  },
};

/** A domain that has servers of its own: a routing-only domain (`~corp.example`), or one on a link beside the main one. */
function conditionalDomain({ links }: DnsStatus): string | null {
  const routing = links.flatMap(({ searchDomains }) => searchDomains).find((domain) => /^~[^.]/.test(domain));
  if (routing !== undefined) return routing.slice(1);
  const aside = links.find(
    ({ defaultRoute, searchDomains, v4, v6 }) =>
      !defaultRoute && searchDomains.length > 0 && [...(v4.inUse ?? []), ...(v6.inUse ?? [])].length > 0,
  );
  return aside?.searchDomains.find((domain) => domain !== "~." && !isHome(domain)) ?? null;
}

function ownDomains({ links }: DnsStatus): readonly string[] {
  const all = links.flatMap(({ searchDomains }) => searchDomains).map((domain) => domain.toLowerCase());
  return [...new Set(all)].filter((domain) => !domain.startsWith("~") && !isHome(domain)).slice(0, 3);
}

function isHome(domain: string): boolean {
  const plain = domain.replace(/\.$/, "").toLowerCase();
  return !plain.includes(".") || HOME_DOMAINS.has(plain);
}

/**
 * A domain is the network's own when its address, or that of its name server, is private, or when its ending exists in
 * no public zone and this network's server knows it all the same. Only that server is asked: nobody outside is told.
 */
async function lookAt(domain: string, { status, probes, signal }: ConditionContext): Promise<Look> {
  const [own] = serversInUse(status);
  if (own === undefined) return "not-checked";
  const [address, servers] = await Promise.all([
    probes.dnsQuery(own, { name: domain, type: "A" }, { signal }),
    probes.dnsQuery(own, { name: domain, type: "NS" }, { signal }),
  ]);
  if (address.rcode === null && servers.rcode === null) return "not-checked";
  if (address.addresses.some(isPrivate)) return [condition("split-dns", "private", { domain })];
  const [server] = servers.records;
  const known = address.outcome === "answer" || servers.outcome === "answer";
  if (known && isInternalName(domain)) return [condition("split-dns", "inside-only", { domain })];
  if (server === undefined) return [];
  const place = await probes.dnsQuery(own, { name: server.replace(/\.$/, ""), type: "A" }, { signal });
  return place.addresses.some(isPrivate) ? [condition("split-dns", "private", { domain })] : [];
}

function isPrivate(address: string): boolean {
  return addressScope(address) === "private";
}
