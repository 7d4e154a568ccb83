import { addressScope, isIpLiteral } from "../../../../shared/lib/ip.ts";
import type { CheckResults } from "../../../../shared/model/check.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import type {
  DnsConfiguredFacts,
  DnsObservation,
  ResolverObservations,
} from "../../../../shared/model/facts/dns-facts.ts";
import { factsOf } from "../facts.ts";
import { groupOf, type ResolverGroup, type ResolverSignal, resolverSignal } from "./resolver-group.ts";
import { anyOf, median, type Tri, tri } from "../tri.ts";

/** Everything the look-up of the target's name showed. */
export interface DnsSignals {
  /** The operating system's own answer. */
  readonly os: "answer" | "not-found" | "failed" | "timeout" | "unknown";
  readonly osAddresses: readonly string[];
  /** How long that took, ms; null when it was not asked. */
  readonly osMs: number | null;
  readonly osControl: Tri;
  /** The resolvers programs ask first (stubs, or servers when there is no stub). */
  readonly configured: ResolverGroup;
  /** Every configured resolver is a loopback stub. */
  readonly onlyStubs: boolean;
  /** What stands behind the stubs. */
  readonly upstream: ResolverGroup;
  /** Public resolvers over plain DNS, and over DoT/DoH. */
  readonly plain: ResolverGroup;
  readonly secure: ResolverGroup;
  /** Both. */
  readonly others: ResolverGroup;
  /** Configured resolvers give addresses to names that cannot exist, and others do not. */
  readonly madeUp: Tri;
  readonly madeUpAddresses: readonly string[];
  /** Somebody answers DNS in another's place. */
  readonly intercepted: Tri;
  /** The impostor answers as fast as the router: it is the router. */
  readonly interceptedNearby: boolean;
  /** The target answers when signature checking is off. */
  readonly answersUnchecked: Tri;
  /** Hosts-file entries for the name; null when not looked at. */
  readonly hosts: readonly { readonly address: string; readonly line: number }[] | null;
}

/** What the system's own look-up says. */
function systemSignals(
  system: CheckFacts["dns-system"] | null,
): Pick<DnsSignals, "os" | "osAddresses" | "osMs" | "osControl"> {
  return {
    os: osOutcome(system?.lookup.outcome ?? null),
    osAddresses: system?.lookup.addresses ?? [],
    osMs: system?.lookup.ms ?? null,
    osControl: system?.control ? controlOf(system.control.outcome) : "unknown",
  };
}

/** Reads the DNS checks and the hosts file. */
export function dnsSignals(checks: CheckResults, routerMs: number | null): DnsSignals {
  const system = factsOf(checks, "dns-system");
  const configured = splitStubs(factsOf(checks, "dns-configured"));
  const publicResolvers = factsOf(checks, "dns-public")?.resolvers ?? [];
  return {
    ...systemSignals(system),
    configured: groupOf(configured.front.map((item) => resolverSignal(item, item.target))),
    onlyStubs: configured.front.length > 0 && configured.front.every((item) => item.scope === "loopback"),
    upstream: groupOf(configured.behind.map((item) => resolverSignal(item, item.target))),
    plain: groupOf(byTransport(publicResolvers, isPlain)),
    secure: groupOf(byTransport(publicResolvers, (item) => !isPlain(item))),
    others: groupOf(publicResolvers.map((item) => resolverSignal(item, item.target))),
    ...madeUpSignals(checks),
    ...interceptionSignals(checks, routerMs),
    answersUnchecked: uncheckedOf(factsOf(checks, "dns-dnssec")?.withoutChecking ?? []),
    hosts: factsOf(checks, "hosts-file")?.entries.filter((entry) => isIpLiteral(entry.address)) ?? null,
  };
}

function osOutcome(outcome: string | null): DnsSignals["os"] {
  if (outcome === "answer" || outcome === "not-found" || outcome === "timeout") return outcome;
  return outcome === "temporary-failure" ? "failed" : "unknown";
}

function controlOf(outcome: string): Tri {
  if (outcome === "cancelled" || outcome === "error") return "unknown";
  return tri(outcome === "answer");
}

function splitStubs(facts: DnsConfiguredFacts | null): {
  readonly front: readonly ResolverObservations[];
  readonly behind: readonly ResolverObservations[];
} {
  const resolvers = facts?.resolvers ?? [];
  if (facts === null || !facts.upstreamsKnown) return { front: resolvers, behind: [] };
  return {
    front: resolvers.filter((item) => item.scope === "loopback"),
    behind: resolvers.filter((item) => item.scope !== "loopback"),
  };
}

function isPlain(item: DnsObservation): boolean {
  return item.transport === "udp" || item.transport === "tcp";
}

/** One signal per resolver from the observations over some transports; resolvers never asked that way are left out. */
function byTransport(
  resolvers: readonly ResolverObservations[],
  wanted: (item: DnsObservation) => boolean,
): readonly ResolverSignal[] {
  return resolvers.flatMap((resolver) => {
    const target = resolver.target.filter(wanted);
    const control = resolver.control !== null && wanted(resolver.control) ? resolver.control : null;
    return target.length === 0 && control === null ? [] : [resolverSignal({ ...resolver, control }, target)];
  });
}

function madeUpSignals(checks: CheckResults): Pick<DnsSignals, "madeUp" | "madeUpAddresses"> {
  const facts = factsOf(checks, "dns-made-up");
  if (facts === null) return { madeUp: "unknown", madeUpAddresses: [] };
  // A wildcard of the site's own domain answers everybody; only what others deny is made up.
  const wild = new Set(facts.public.filter((item) => item.outcome === "answer").map((item) => item.name));
  const judged = facts.configured.filter((item) => !wild.has(item.name));
  const lies = judged.filter((item) => item.outcome === "answer" && item.addresses.length > 0);
  const honest = judged.some((item) => item.outcome === "nxdomain" || item.outcome === "no-data");
  return {
    madeUp: lies.length > 0 ? "yes" : honest ? "no" : "unknown",
    madeUpAddresses: [...new Set(lies.flatMap((item) => item.addresses))],
  };
}

/** How much later than the router's own ping an answer may come and still be the router's, ms. */
const NEARBY_SLACK_MS = 5;

function interceptionSignals(
  checks: CheckResults,
  routerMs: number | null,
): Pick<DnsSignals, "intercepted" | "interceptedNearby"> {
  const facts = factsOf(checks, "dns-interception");
  const impostor = facts?.unroutable ?? null;
  const answered = impostor === null ? "unknown" : answeredOf(impostor);
  const forms = (facts?.location ?? []).map((item): Tri => {
    if (item.standard === null) return "unknown";
    return tri(!item.standard);
  });
  const soon =
    impostor !== null && answered === "yes" && routerMs !== null && impostor.ms <= routerMs + NEARBY_SLACK_MS;
  const known = [answered, ...forms].filter((value) => value !== "unknown");
  return { intercepted: anyOf(known), interceptedNearby: soon };
}

function answeredOf(item: DnsObservation): Tri {
  if (item.rcode !== null) return "yes";
  return item.outcome === "timeout" || item.outcome === "unreachable" ? "no" : "unknown";
}

function uncheckedOf(items: readonly DnsObservation[]): Tri {
  if (items.some((item) => item.outcome === "answer")) return "yes";
  return items.length > 0 && items.every((item) => item.rcode !== null) ? "no" : "unknown";
}

/** True when both lists have an address in common. */
export function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.some((address) => b.includes(address));
}

/** Every address is for a private network, this link or this machine. False for none. */
export function allPrivate(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every((address) => addressScope(address) !== "public");
}

/** The median time of a group of resolvers, ms; null when none answered. */
export function groupMedian(group: ResolverGroup): number | null {
  return median(group.resolvers.flatMap((item) => (item.medianMs === null ? [] : [item.medianMs])));
}
