import { addressScope } from "../../../shared/lib/ip.ts";
import type { NetInterface } from "../../../shared/model/facts/local-facts.ts";

/** Names that VPN programs give their interfaces on Linux and macOS. `utun` is judged by {@link isUsedTunnel}. */
const TUNNEL_NAME =
  /^(?:tun|tap|wg|ppp|ipsec|vti|xfrm|zt|wt|gpd|cscotun|nordlynx|nordtun|proton|pvpnksintrf|tailscale|mullvad|cloudflarewarp|outline-tun|gre|sit|ip6tnl|tunl|he-ipv6)[\w-]*$/i;

/** Interfaces of containers, virtual machines and the system's own chatter: never the way to the internet. */
const VIRTUAL_NAME =
  /^(?:docker|br-|virbr|veth|vnet|lxc|lxdbr|cni|cali|flannel|cilium|podman|vmnet|vboxnet|vmenet|bridge|awdl|llw|anpi|ap\d|gif|stf|XHC|pktap|dummy|ifb|macvtap)/;

/** Descriptions of VPN adapters on Windows; they are English in every language. */
const TUNNEL_DESCRIPTION =
  /wireguard|wintun|tailscale|tap-|tap windows|nordlynx|protonvpn|expressvpn|mullvad|surfshark|windscribe|cyberghost|cloudflare warp|data channel offload|openvpn|anyconnect|secure client|pangp|globalprotect|fortinet|forticlient|juniper networks virtual|pulse secure|check point virtual|sonicwall|sangfor|zerotier|radmin vpn|wan miniport|zscaler|hamachi|netbird|softether|vpn/i;

/** Descriptions of virtual adapters on Windows that are no VPN. */
const VIRTUAL_DESCRIPTION =
  /hyper-v|vmware|virtualbox|bluetooth|wi-fi direct|kernel debug|loopback|npcap|docker|wsl|teredo|isatap|6to4|ip-https/i;

/** Does the name say that it is a tunnel? */
export function isTunnelName(name: string): boolean {
  return TUNNEL_NAME.test(name);
}

/** Does the name say that it belongs to containers, virtual machines or the system itself? */
export function isVirtualName(name: string): boolean {
  return VIRTUAL_NAME.test(name);
}

/** Does a Windows adapter's description say that it is a VPN's? */
export function isTunnelDescription(description: string): boolean {
  return TUNNEL_DESCRIPTION.test(description) && !VIRTUAL_DESCRIPTION.test(description);
}

/** Does a Windows adapter's description say that it is virtual, but no VPN's? */
export function isVirtualDescription(description: string): boolean {
  return VIRTUAL_DESCRIPTION.test(description);
}

/** Has it an address that leads beyond the link? macOS always has some `utun` with link-local ones: those do nothing. */
export function isUsedTunnel(addresses: NetInterface["addresses"]): boolean {
  return addresses.some(({ scope }) => scope !== "link-local" && scope !== "loopback");
}

/** One address as the model wants it: zone dropped, scope added; null when it is no address. */
export function interfaceAddress(address: string, prefix: number): NetInterface["addresses"][number] | null {
  const plain = address.replace(/[%/].*$/, "");
  const family = plain.includes(":") ? "v6" : "v4";
  const widest = family === "v6" ? 128 : 32;
  if (!/^[\da-f.:]+$/i.test(plain) || !Number.isInteger(prefix) || prefix < 0 || prefix > widest) return null;
  return { address: plain, prefix, family, scope: addressScope(plain) };
}
