import { isIP } from "node:net";
import type { CheckResults } from "../../../shared/model/check.ts";
import type { DnsObservation, ResolverObservations } from "../../../shared/model/facts/dns-facts.ts";
import type { Target } from "../../../shared/model/target.ts";

/** Who said which address the site has. Every list is without repeats, in the order answered; empty when not known. */
export interface SiteAddresses {
  readonly system: readonly string[];
  readonly configured: readonly string[];
  readonly public: readonly string[];
}

/** The site's addresses as known so far. For an address target all of them are that address. */
export function siteAddresses(target: Target, results: CheckResults): SiteAddresses {
  if (isIP(target.host) !== 0) return same([target.host]);
  // Names under localhost never leave this machine (RFC 6761, 6.3).
  if (target.kind === "loopback") return same(["127.0.0.1", "::1"]);
  return {
    system: single(results["dns-system"]?.facts?.lookup.addresses ?? []),
    configured: answered(results["dns-configured"]?.facts?.resolvers ?? []),
    public: answered(results["dns-public"]?.facts?.resolvers ?? []),
  };
}

/**
 * The addresses a browser on this machine would use: the system's answer; failing that what its resolvers say, and last
 * the public ones' answer (so that a broken resolver does not keep us from looking at the site).
 */
export function addressesInUse({ system, configured, public: outside }: SiteAddresses): readonly string[] {
  return [system, configured, outside].find((list) => list.length > 0) ?? [];
}

/** Everybody's addresses, those in use first, each once. */
export function allAddresses(addresses: SiteAddresses): readonly string[] {
  return single([...addresses.system, ...addresses.configured, ...addresses.public]);
}

function same(list: readonly string[]): SiteAddresses {
  return { system: list, configured: list, public: list };
}

function answered(resolvers: readonly ResolverObservations[]): readonly string[] {
  return single(resolvers.flatMap(({ target }) => target.flatMap((one: DnsObservation) => one.addresses)));
}

function single(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
