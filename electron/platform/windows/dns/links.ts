import { createHash } from "node:crypto";
import type { DnsEncryption, DnsFamily, DnsLink, DnsSettings } from "../../../../shared/model/dns-settings.ts";
import { numberIn, recordsIn, textIn, textsIn, type JsonRecord } from "../../json.ts";
import { isZonedLiteral } from "../../readings/zoned-address.ts";
import { interfacesIn } from "../interfaces.ts";
import { routesIn } from "../routes.ts";
import { addressesIn, DOH_FLAG, dohName, FAMILIES, listName, writtenList, type Family } from "./names.ts";
import type { DnsRegistry } from "./registry-snapshot.ts";

/** An adapter, its DNS, and its settings as they lie in the registry. */
export interface WindowsLink {
  readonly link: DnsLink;
  readonly settings: DnsSettings;
  /** Its number until Windows starts anew. */
  readonly index: number;
}

/** AF_INET and AF_INET6 of Windows. */
const FAMILY_NUMBER = { v4: 2, v6: 23 } as const;

/** Placeholders Windows shows where IPv6 has no servers at all (old site-local addresses, RFC 3879). */
const PLACEHOLDER = /^fec0:0:0:ffff::[123](?:%|$)/i;

/**
 * Adapters that can have servers of their own, those with a default route first, in its order. Null when the adapters
 * could not be read.
 */
export function windowsLinks(network: JsonRecord, registry: DnsRegistry): readonly WindowsLink[] | null {
  const interfaces = interfacesIn(network);
  const routes = routesIn(network);
  if (interfaces === null || routes === null) return null;
  const order = routes.map(({ interfaceName }) => interfaceName);
  const links = recordsIn(network["adapters"]).flatMap((adapter) => {
    const index = numberIn(adapter["InterfaceIndex"]);
    const guid = textIn(adapter["InterfaceGuid"]) ?? "";
    const settings = registry.byAdapter.get(guid.toUpperCase());
    const name = textIn(adapter["Name"]) ?? "";
    const known = interfaces.find(({ id }) => id === guid);
    if (index === null || settings === undefined || known === undefined || known.kind === "loopback") return [];
    const family = (of: Family) => familyOf(of, index, { network, settings });
    const link: DnsLink = {
      id: guid.toUpperCase(),
      name,
      interfaceName: null,
      defaultRoute: order.includes(name),
      networkKey: networkKey(registry.networks.get(index), routes.find((one) => one.interfaceName === name)?.gateway),
      v4: family("v4"),
      v6: family("v6"),
      searchDomains: registry.searchDomains,
      encryption: encryptionOf(settings),
    };
    return [{ link, settings, index }];
  });
  const place = ({ link }: WindowsLink) => (link.defaultRoute ? order.indexOf(link.name) : order.length);
  return links.toSorted((a, b) => place(a) - place(b));
}

/** The network's name may say where a person lives: only its digest is kept. */
function networkKey(name: string | undefined, router: string | null | undefined): string | null {
  if (name !== undefined && name !== "") {
    return `profile:${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
  }
  return router === null || router === undefined ? null : `router:${router}`;
}

function familyOf(
  family: Family,
  index: number,
  from: { readonly network: JsonRecord; readonly settings: DnsSettings },
): DnsFamily {
  const row = (list: unknown) =>
    recordsIn(list).find((one) => numberIn(one["InterfaceIndex"]) === index && isFamily(one["AddressFamily"], family));
  const servers = row(from.network["servers"]);
  const inUse =
    servers === undefined
      ? null
      : textsIn(servers["ServerAddresses"]).filter((one) => isZonedLiteral(one) && !PLACEHOLDER.test(one));
  const written = writtenList(from.settings, family);
  if (row(from.network["interfaces"]) === undefined) return { origin: "absent", configured: [], inUse };
  return { origin: written === null ? "automatic" : "static", configured: written ?? [], inUse };
}

/** A number, or its name where PowerShell prints that. */
function isFamily(value: unknown, family: Family): boolean {
  return numberIn(value) === FAMILY_NUMBER[family] || value === (family === "v4" ? "IPv4" : "IPv6");
}

/** Encryption counts only for servers that are written down here. */
function encryptionOf(settings: DnsSettings): DnsEncryption | null {
  const servers = FAMILIES.flatMap((family) => writtenList(settings, family) ?? []);
  const flags = servers.flatMap((server) => {
    const value = settings[dohName(server, "flags")];
    return value === undefined || value === null ? [] : [{ server, flags: Number(value) }];
  });
  if (flags.length === 0) return null;
  return {
    kind: "doh",
    strictness: flags.some((one) => (one.flags & DOH_FLAG.fallback) !== 0) ? "preferred" : "required",
    templates: Object.fromEntries(
      flags.map(({ server }) => [server, settings[dohName(server, "template")] ?? ""] as const),
    ),
  };
}

/** Is every address of the four lists one that could be written back? */
export function isWritable(settings: DnsSettings): boolean {
  return FAMILIES.every((family) =>
    addressesIn(settings[listName(family, "NameServer")]).every((one) => isZonedLiteral(one)),
  );
}
