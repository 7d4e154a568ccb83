import { ok } from "../../../shared/lib/result.ts";
import type { InterfaceKind, NetInterface } from "../../../shared/model/facts/local-facts.ts";
import { interfaceAddress, isTunnelName, isUsedTunnel, isVirtualName } from "../readings/interface-kind.ts";
import { isRecord, numberIn, parseJson, recordsIn, textIn, textsIn, type JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { nodeInterfaces } from "../readings/node-interfaces.ts";
import { ask, parsed } from "../readings/reading.ts";
import type { SystemFiles } from "../system-files.ts";

/**
 * The interfaces by netlink (`ip`, which sees the namespace we are in), with sysfs for what netlink does not say: radio
 * and hardware. Without `ip`: Node's own list.
 */
export async function linuxInterfaces(deps: MachineDeps, signal: AbortSignal): Reading<readonly NetInterface[]> {
  const output = await ask(deps.run, { program: "ip", args: ["-json", "-details", "address"], signal });
  const links = parsed(output, ({ stdout }) => parseLinks(stdout));
  if (!links.ok) return links.error.code === "cancelled" ? links : ok(nodeInterfaces(deps));
  const byName = new Map(links.value.map((link) => [link.name, link]));
  return ok(
    await Promise.all(
      links.value.map(async (link) => {
        const hardware = await hardwareOf(deps.files, link.name);
        const { name, id, up, carrier, addresses } = link;
        return { name, id, kind: kindOf(link, hardware, byName), up, carrier, addresses };
      }),
    ),
  );
}

/** A link as `ip -json -details address` tells it. */
interface Link extends Omit<NetInterface, "kind"> {
  readonly linkType: string;
  /** Kind of a made-up link (veth, wireguard, tun...); empty for hardware. */
  readonly infoKind: string;
  /** `tun` or `tap` when infoKind is `tun`. */
  readonly tunType: string;
  /** The bridge or bond it is part of; empty for none. */
  readonly master: string;
  /** The link it sits on (VLAN, macvlan); empty for none or one in another namespace. */
  readonly below: string;
  readonly parentDevice: boolean;
}

/** Links in `ip -json -details address`; null when the text is no such list. */
export function parseLinks(text: string): readonly Link[] | null {
  const list = parseJson(text);
  if (!Array.isArray(list)) return null;
  // Rows that a filter hides are printed as empty objects by some versions.
  return recordsIn(list).flatMap((row) => {
    const name = textIn(row["ifname"]);
    return name === null ? [] : [linkOf(name, row)];
  });
}

function linkOf(name: string, row: JsonRecord): Link {
  const flags = textsIn(row["flags"]);
  const info = isRecord(row["linkinfo"]) ? row["linkinfo"] : {};
  const data = isRecord(info["info_data"]) ? info["info_data"] : {};
  const up = flags.includes("UP");
  return {
    name,
    id: String(numberIn(row["ifindex"]) ?? name),
    up,
    carrier: up ? flags.includes("LOWER_UP") : null,
    addresses: recordsIn(row["addr_info"]).flatMap((entry) => {
      // On a point-to-point link `local` is ours and `address` the other end's.
      const address = interfaceAddress(textIn(entry["local"]) ?? "", numberIn(entry["prefixlen"]) ?? -1);
      return address === null ? [] : [address];
    }),
    linkType: textIn(row["link_type"]) ?? "",
    infoKind: textIn(info["info_kind"]) ?? "",
    tunType: textIn(data["type"]) ?? "",
    master: textIn(row["master"]) ?? "",
    below: textIn(row["link"]) ?? "",
    parentDevice: "parentdev" in row,
  };
}

interface Hardware {
  readonly device: boolean;
  readonly wireless: boolean;
  readonly wwan: boolean;
}

async function hardwareOf(files: SystemFiles, name: string): Promise<Hardware> {
  const entries = new Set(await files.list(`/sys/class/net/${name}`));
  const uevent = await files.readText(`/sys/class/net/${name}/uevent`);
  const type = uevent.ok ? (/^DEVTYPE=(\w+)$/m.exec(uevent.value ?? "")?.[1] ?? "") : "";
  return {
    device: entries.has("device"),
    wireless: entries.has("wireless") || entries.has("phy80211") || type === "wlan",
    wwan: type === "wwan",
  };
}

/** Link types and kinds that are tunnels whatever they are called. `none` with no kind is a point-to-point device. */
const TUNNEL_KINDS = new Set([
  "wireguard",
  "ppp",
  "vti",
  "vti6",
  "xfrm",
  "ipip",
  "ip6tnl",
  "gre",
  "gretap",
  "sit",
  "ovpn",
]);
const TUNNEL_TYPES = new Set(["ppp", "tunnel", "tunnel6", "gre", "ip6gre", "sit"]);

function kindOf(link: Link, hardware: Hardware, byName: ReadonlyMap<string, Link>): InterfaceKind {
  if (link.linkType === "loopback") return "loopback";
  if (hardware.wwan || link.linkType === "rawip" || /^wwan\d|^wwp/.test(link.name)) return "cellular";
  if (TUNNEL_KINDS.has(link.infoKind) || TUNNEL_TYPES.has(link.linkType)) return "tunnel";
  if (link.infoKind === "tun") return kindOfTun(link);
  if (hardware.wireless) return "wifi";
  if (hardware.device || link.parentDevice) return "ethernet";
  if (isTunnelName(link.name) && isUsedTunnel(link.addresses)) return "tunnel";
  return kindOfMadeUp(link, byName);
}

/** A tap that belongs to a bridge is a virtual machine's; any other tun or tap is a VPN's. */
function kindOfTun(link: Link): InterfaceKind {
  return link.tunType === "tap" && (link.master !== "" || !isUsedTunnel(link.addresses)) ? "virtual" : "tunnel";
}

/**
 * Links without hardware: a bridge or bond over a real port and a VLAN on one stand for the cable; a veth with its own
 * life (the inside of a container or practice network) is the cable there, its outside end is not.
 */
function kindOfMadeUp(link: Link, byName: ReadonlyMap<string, Link>): InterfaceKind {
  if (link.master !== "") return "virtual";
  if (link.infoKind === "bridge" || link.infoKind === "bond" || link.infoKind === "team") {
    const ports = [...byName.values()].filter(({ master }) => master === link.name);
    return ports.some((port) => port.parentDevice || port.infoKind === "") ? "ethernet" : "virtual";
  }
  if (link.infoKind === "vlan" || link.infoKind === "macvlan" || link.infoKind === "ipvlan") return "ethernet";
  if (link.infoKind === "veth") {
    return isVirtualName(link.name) && !isUsedTunnel(link.addresses) ? "virtual" : "ethernet";
  }
  if (link.infoKind !== "" || isVirtualName(link.name)) return "virtual";
  return link.linkType === "ether" ? "ethernet" : "other";
}
