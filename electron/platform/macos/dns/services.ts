import { ok } from "../../../../shared/lib/result.ts";
import type { DnsFamily, DnsLink } from "../../../../shared/model/dns-settings.ts";
import { serversOf } from "../../dns/dns-parts.ts";
import type { ConfiguredResolver, Reading, ReadingError } from "../../machine.ts";
import type { MachineDeps } from "../../machine-deps.ts";
import { parseScutilDns } from "../resolvers.ts";
import { scutil, type ScutilDictionary } from "../scutil.ts";
import { serviceIds, storeList, storeName, storeText, storeValue } from "./store.ts";

/** A network service, and what the dynamic store says about it. */
export interface MacosService {
  readonly link: DnsLink;
  /** Servers written by hand; null: the network's own are used. An empty list cannot be told from null by networksetup. */
  readonly manual: readonly string[] | null;
  /** Servers that the network handed out. */
  readonly given: readonly string[];
  /** Whether it is one that a VPN program made. */
  readonly vpn: boolean;
}

/** All services that are switched on, the one with the default route first, then in the person's order. */
export async function macosServices(deps: MachineDeps, signal: AbortSignal): Reading<readonly MacosService[]> {
  const ids = await serviceIds(deps, signal);
  if (!ids.ok) return ids;
  const shared = await readAll(deps, signal, {
    v4: "State:/Network/Global/IPv4",
    v6: "State:/Network/Global/IPv6",
    order: "Setup:/Network/Global/IPv4",
  });
  if (!shared.ok) return shared;
  const inUse = await scutil(deps.run, "--dns", signal);
  const resolvers = inUse.ok ? parseScutilDns(inUse.value) : null;
  const primaries = [shared.value.v4, shared.value.v6].map((global) => storeText(global, "PrimaryService"));
  const found: MacosService[] = [];
  for (const id of ids.value) {
    // One service after the other: each takes a handful of program starts already.
    // oxlint-disable-next-line no-await-in-loop
    const service = await readService(deps, id, { primaries, resolvers, signal });
    if (!service.ok) return service;
    if (service.value !== null) found.push(service.value);
  }
  const order = storeList(shared.value.order, "ServiceOrder") ?? [];
  return ok(found.toSorted((a, b) => place(a.link, order) - place(b.link, order)));
}

function place(link: DnsLink, order: readonly string[]): number {
  const at = order.indexOf(link.id);
  return (link.defaultRoute ? 0 : 1_000) + (at === -1 ? 999 : at);
}

type Dictionaries<Names extends string> = Readonly<Record<Names, ScutilDictionary | null>>;

async function readAll<Names extends string>(
  deps: MachineDeps,
  signal: AbortSignal,
  keys: Readonly<Record<Names, string>>,
): Reading<Dictionaries<Names>> {
  const found: Record<string, ScutilDictionary | null> = {};
  let error: ReadingError | null = null;
  await Promise.all(
    Object.entries<string>(keys).map(async ([name, key]) => {
      const value = await storeValue(deps, key, signal);
      if (value.ok) found[name] = value.value;
      else error = value.error;
    }),
  );
  if (error !== null) return { ok: false, error };
  // Every name of `keys` was filled in above, or there was an error.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ok(found as Dictionaries<Names>);
}

interface Around {
  readonly primaries: readonly (string | null)[];
  readonly resolvers: readonly ConfiguredResolver[] | null;
  readonly signal: AbortSignal;
}

/** Null when it went away while it was being read. */
async function readService(deps: MachineDeps, id: string, around: Around): Reading<MacosService | null> {
  const name = await storeName(deps, id, around.signal);
  if (!name.ok) return name;
  if (name.value === null) return ok(null);
  const read = await readAll(deps, around.signal, {
    face: `Setup:/Network/Service/${id}/Interface`,
    dns: `Setup:/Network/Service/${id}/DNS`,
    setup6: `Setup:/Network/Service/${id}/IPv6`,
    given: `State:/Network/Service/${id}/DNS`,
    state4: `State:/Network/Service/${id}/IPv4`,
    state6: `State:/Network/Service/${id}/IPv6`,
  });
  if (!read.ok) return read;
  return ok(serviceIn({ id, name: name.value }, read.value, around));
}

type ServiceKey = "face" | "dns" | "setup6" | "given" | "state4" | "state6";

function serviceIn(
  { id, name }: { readonly id: string; readonly name: string },
  found: Dictionaries<ServiceKey>,
  around: Around,
): MacosService {
  const { face, dns, given, state4, state6 } = found;
  const interfaceName = storeText(face, "DeviceName") ?? storeText(state4, "InterfaceName");
  const written = storeList(dns, "ServerAddresses") ?? [];
  const manual = written.length === 0 ? null : written;
  const network = storeList(given, "ServerAddresses") ?? [];
  const asked = (around.resolvers ?? [])
    .filter((one) => one.interfaceName === interfaceName)
    .map(({ address }) => address);
  const inUse = asked.length === 0 ? (manual ?? network) : asked;
  const router = storeText(state4, "Router") ?? storeText(state6, "Router");
  const link: DnsLink = {
    id,
    name,
    interfaceName,
    defaultRoute: around.primaries.includes(id),
    networkKey: router === null ? null : `router:${router}`,
    v4: familyOf("v4", manual, { inUse, alive: true }),
    v6: familyOf("v6", manual, { inUse, alive: hasV6(found) }),
    searchDomains: storeList(dns, "SearchDomains") ?? searchOf(given),
    encryption: null,
  };
  return { link, manual, given: network, vpn: isVpn(storeText(face, "Type"), interfaceName) };
}

function hasV6({ state6, setup6 }: Dictionaries<ServiceKey>): boolean {
  return state6 !== null || (setup6 !== null && !("__INACTIVE__" in setup6));
}

function isVpn(type: string | null, interfaceName: string | null): boolean {
  return /^(?:PPP|VPN|IPSec|L2TP)/i.test(type ?? "") || /^(?:utun|ppp|ipsec)\d/.test(interfaceName ?? "");
}

function searchOf(given: ScutilDictionary | null): readonly string[] {
  const domain = storeText(given, "DomainName");
  return storeList(given, "SearchDomains") ?? (domain === null ? [] : [domain]);
}

/** One list serves both families: once it is written by hand, a family that it does not name has no servers at all. */
function familyOf(
  family: "v4" | "v6",
  manual: readonly string[] | null,
  now: { readonly inUse: readonly string[]; readonly alive: boolean },
): DnsFamily {
  const inUse = serversOf(now.inUse, family);
  if (manual === null) return { origin: now.alive ? "automatic" : "absent", configured: [], inUse };
  const configured = serversOf(manual, family);
  return { origin: configured.length === 0 ? "absent" : "static", configured, inUse };
}
