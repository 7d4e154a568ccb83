import ipaddr from "ipaddr.js";
import type { DnsManager, DnsOverride } from "../../../../shared/model/dns-settings.ts";
import { isRecord, numberIn, rowsIn, textIn } from "../../json.ts";
import { propertyData } from "../bus-property.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import type { BareLink } from "./kind.ts";

/** What stands above the servers of a link. */
export interface DnsAbove {
  /** Servers for all links together; empty when there are none. */
  readonly globalServers: readonly string[];
  readonly overrides: readonly DnsOverride[];
}

const NOTHING: DnsAbove = { globalServers: [], overrides: [] };

/** Asks whoever is in charge. What does not answer has nothing above the links, as far as anybody can tell. */
export async function dnsAbove(
  deps: LinuxDnsDeps,
  manager: DnsManager,
  links: readonly BareLink[],
  signal: AbortSignal,
): Promise<DnsAbove> {
  if (manager === "systemd-resolved") return aboveResolved(deps, links, signal);
  return manager === "network-manager" ? aboveNetworkManager(deps, links, signal) : NOTHING;
}

async function aboveResolved(deps: LinuxDnsDeps, links: readonly BareLink[], signal: AbortSignal): Promise<DnsAbove> {
  const object = { service: "org.freedesktop.resolve1", path: "/org/freedesktop/resolve1" };
  const read = (name: string) =>
    propertyData(deps.run, { ...object, interface: `${object.service}.Manager`, name }, signal);
  const [servers, domains] = await Promise.all([read("DNS"), read("Domains")]);
  const globalServers = globalsIn(servers);
  // resolved asks them beside the link's own and takes the first answer (systemd-resolved.service(8)).
  const global = { kind: "global-dns" as const, detail: globalServers.join(", ") };
  const takers = takersIn(domains, links);
  return { globalServers, overrides: globalServers.length === 0 ? takers : [...takers, global] };
}

/** Servers of resolved that belong to no link: `[[link, family, bytes]...]`, link 0 stands for all. Pure. */
export function globalsIn(data: unknown): readonly string[] {
  return rowsIn(data).flatMap((row) => {
    const [link, , bytes]: readonly unknown[] = Array.isArray(row) ? row : [];
    const numbers = rowsIn(bytes).map((byte) => numberIn(byte) ?? -1);
    const whole = (numbers.length === 4 || numbers.length === 16) && numbers.every((byte) => byte >= 0 && byte < 256);
    return link === 0 && whole ? [ipaddr.fromByteArray(numbers).toString()] : [];
  });
}

/**
 * Links that take all names for themselves (routing domain "."), other than the default one: VPNs do that. Rows are
 * `[link, domain, only for routing]`. Pure.
 */
export function takersIn(data: unknown, links: readonly BareLink[]): readonly DnsOverride[] {
  const own = links.find(({ defaultRoute }) => defaultRoute)?.id;
  const takers = rowsIn(data).flatMap((row) => {
    const [link, domain]: readonly unknown[] = Array.isArray(row) ? row : [];
    const id = String(numberIn(link) ?? 0);
    return domain === "." && id !== "0" && id !== own ? [id] : [];
  });
  return [...new Set(takers)].map((id) => ({
    kind: "vpn" as const,
    detail: links.find((link) => link.id === id)?.interfaceName ?? `interface ${id}`,
  }));
}

async function aboveNetworkManager(
  deps: LinuxDnsDeps,
  links: readonly BareLink[],
  signal: AbortSignal,
): Promise<DnsAbove> {
  const [service, path] = ["org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"];
  const [global, configuration] = await Promise.all([
    propertyData(deps.run, { service, path, interface: service, name: "GlobalDnsConfiguration" }, signal),
    propertyData(
      deps.run,
      { service, path: `${path}/DnsManager`, interface: `${service}.DnsManager`, name: "Configuration" },
      signal,
    ),
  ]);
  const globalServers = nmGlobalsIn(global);
  const beaten = exclusiveIn(configuration, links);
  return {
    globalServers,
    overrides: globalServers.length === 0 ? beaten : [...beaten, { kind: "global-dns", detail: "NetworkManager.conf" }],
  };
}

/** Servers for every name ("*") in NetworkManager's global configuration; they replace those of all links. Pure. */
export function nmGlobalsIn(data: unknown): readonly string[] {
  const domains = variantIn(data, "domains");
  return rowsIn(variantIn(variantIn(domains, "*"), "servers")).flatMap((server) => textIn(server) ?? []);
}

/** Links with a negative priority: theirs are asked and nobody else's (nm-settings, ipv4.dns-priority). Pure. */
export function exclusiveIn(data: unknown, links: readonly BareLink[]): readonly DnsOverride[] {
  const own = links.find(({ defaultRoute }) => defaultRoute)?.interfaceName;
  const names = rowsIn(data).flatMap((entry) => {
    const name = textIn(variantIn(entry, "interface")) ?? "";
    const priority = numberIn(variantIn(entry, "priority")) ?? 0;
    return priority < 0 && name !== "" && name !== own ? [name] : [];
  });
  return [...new Set(names)].map((detail) => ({ kind: "vpn" as const, detail }));
}

/** What stands under a name in a map of variants as `busctl --json=short` prints it. */
function variantIn(map: unknown, name: string): unknown {
  const variant = isRecord(map) ? map[name] : undefined;
  return isRecord(variant) ? variant["data"] : undefined;
}
