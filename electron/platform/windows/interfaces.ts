import { ok } from "../../../shared/lib/result.ts";
import type { InterfaceKind, NetInterface } from "../../../shared/model/facts/local-facts.ts";
import {
  interfaceAddress,
  isTunnelDescription,
  isTunnelName,
  isUsedTunnel,
  isVirtualDescription,
} from "../readings/interface-kind.ts";
import { numberIn, recordsIn, textIn, type JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { nodeInterfaces } from "../readings/node-interfaces.ts";
import { parsed } from "../readings/reading.ts";
import type { NetworkSnapshot } from "./network-snapshot.ts";

/** The interfaces; Node's own list where PowerShell cannot tell. */
export async function windowsInterfaces(
  deps: MachineDeps,
  snapshot: NetworkSnapshot,
  signal: AbortSignal,
): Reading<readonly NetInterface[]> {
  const interfaces = parsed(await snapshot(signal), interfacesIn);
  if (interfaces.ok || interfaces.error.code === "cancelled") return interfaces;
  const known = nodeInterfaces(deps);
  return known.length === 0 ? interfaces : ok(known);
}

/**
 * Adapters with their addresses, then what has no adapter of its own (loopback, dial-up and built-in VPN connections).
 * Null when the adapters could not be read.
 */
export function interfacesIn(snapshot: JsonRecord): readonly NetInterface[] | null {
  if (snapshot["adapters"] === null || snapshot["adapters"] === undefined) return null;
  const addresses = addressesByIndex(snapshot);
  const withRoute = new Set(
    recordsIn(snapshot["routes"])
      .filter((route) => textIn(route["DestinationPrefix"])?.endsWith("/0") === true)
      .map((route) => numberIn(route["InterfaceIndex"])),
  );
  const adapters = recordsIn(snapshot["adapters"]).flatMap((adapter) => {
    const index = numberIn(adapter["InterfaceIndex"]);
    const name = textIn(adapter["Name"]);
    if (index === null || name === null) return [];
    const own = addresses.get(index) ?? [];
    const kind = adapterKind(adapter);
    return [
      {
        index,
        name,
        id: textIn(adapter["InterfaceGuid"]) ?? name,
        // The virtual adapter of a switch that took over the network card is this machine's cable.
        kind: kind === "virtual" && withRoute.has(index) ? ("ethernet" as const) : kind,
        // NET_IF_ADMIN_STATUS: 1 up, 2 down. NET_IF_MEDIA_CONNECT_STATE: 0 unknown, 1 connected, 2 disconnected.
        up: numberIn(adapter["InterfaceAdminStatus"]) !== 2,
        carrier: [null, true, false][numberIn(adapter["MediaConnectState"]) ?? 0] ?? null,
        addresses: own,
      },
    ];
  });
  const seen = new Set(adapters.map(({ index }) => index));
  return [...adapters.map(({ index: _index, ...rest }) => rest), ...withoutAdapter(snapshot, addresses, seen)];
}

function addressesByIndex(snapshot: JsonRecord): ReadonlyMap<number, NetInterface["addresses"]> {
  const byIndex = new Map<number, NetInterface["addresses"]>();
  for (const row of recordsIn(snapshot["addresses"])) {
    const index = numberIn(row["InterfaceIndex"]);
    const address = interfaceAddress(textIn(row["IPAddress"]) ?? "", numberIn(row["PrefixLength"]) ?? -1);
    if (index !== null && address !== null) byIndex.set(index, [...(byIndex.get(index) ?? []), address]);
  }
  return byIndex;
}

/** IANA interface types (ifType MIB). 53 is what Wintun and other virtual adapters use. */
const TYPE = { ethernet: 6, ppp: 23, loopback: 24, virtual: 53, wifi: 71, tunnel: 131 } as const;
/** NDIS_PHYSICAL_MEDIUM: native 802.11. */
const NATIVE_802_11 = 9;
const CELLULAR_TYPES: readonly (number | null)[] = [243, 244];

function adapterKind(adapter: JsonRecord): InterfaceKind {
  const type = numberIn(adapter["InterfaceType"]);
  const description = textIn(adapter["InterfaceDescription"]) ?? "";
  if (type === TYPE.loopback) return "loopback";
  if (type === TYPE.ppp || isTunnelDescription(description)) return "tunnel";
  if (CELLULAR_TYPES.includes(type)) return "cellular";
  const wifi = type === TYPE.wifi || numberIn(adapter["NdisPhysicalMedium"]) === NATIVE_802_11;
  // Network cards of virtual machines are called after their maker, but are hardware to this system.
  const hardware = adapter["HardwareInterface"] === true && !/bluetooth/i.test(description);
  if (hardware) return wifi ? "wifi" : type === TYPE.ethernet ? "ethernet" : "other";
  return kindOfSoftware(adapter, type, wifi);
}

function kindOfSoftware(adapter: JsonRecord, type: number | null, wifi: boolean): InterfaceKind {
  const description = textIn(adapter["InterfaceDescription"]) ?? "";
  if (isVirtualDescription(description)) return "virtual";
  if (wifi) return "wifi";
  if (type === TYPE.tunnel || type === TYPE.virtual || isTunnelName(textIn(adapter["Name"]) ?? "")) return "tunnel";
  if (adapter["Virtual"] === true) return "virtual";
  return type === TYPE.ethernet ? "ethernet" : "other";
}

function withoutAdapter(
  snapshot: JsonRecord,
  addresses: ReadonlyMap<number, NetInterface["addresses"]>,
  seen: ReadonlySet<number>,
): readonly NetInterface[] {
  const rows = new Map<number, JsonRecord>();
  for (const row of recordsIn(snapshot["interfaces"])) {
    const index = numberIn(row["InterfaceIndex"]);
    if (index !== null && !seen.has(index) && !rows.has(index)) rows.set(index, row);
  }
  return [...rows].flatMap(([index, row]) => {
    const own = addresses.get(index) ?? [];
    if (own.length === 0) return [];
    const name = textIn(row["InterfaceAlias"]) ?? `interface ${index}`;
    const loopback = own.some(({ scope }) => scope === "loopback");
    const kind = loopback ? "loopback" : isUsedTunnel(own) ? "tunnel" : "other";
    const connected = numberIn(row["ConnectionState"]);
    return [{ name, id: name, kind, up: true, carrier: connected === null ? null : connected === 1, addresses: own }];
  });
}
