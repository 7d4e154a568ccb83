/** A VPN program that we know the ways of. */
export interface VpnClient {
  readonly id: string;
  /** As people see it. */
  readonly name: string;
  /** Its adapters, interfaces and services, by name or description; none of these is translated. */
  readonly pattern: RegExp;
  /** Its own commands; null: only by its window. */
  readonly commands: { readonly off: string; readonly on: string } | null;
  /** Mostly set up by an employer or a school. */
  readonly organisation: boolean;
}

function client(
  id: string,
  name: string,
  pattern: RegExp,
  over: Partial<Pick<VpnClient, "commands" | "organisation">> = {},
): VpnClient {
  return { id, name, pattern, commands: null, organisation: false, ...over };
}

const COMPANY = { organisation: true } as const;

/** The names that the programs give their adapters, as their makers do; narrow ones first. */
export const VPN_CLIENTS: readonly VpnClient[] = [
  client("nordvpn", "NordVPN", /nord(?:vpn|lynx)/iu, {
    commands: { off: "nordvpn disconnect", on: "nordvpn connect" },
  }),
  client("mullvad", "Mullvad VPN", /mullvad/iu, { commands: { off: "mullvad disconnect", on: "mullvad connect" } }),
  client("protonvpn", "Proton VPN", /proton ?vpn|^proton\d|^pvpn/iu),
  client("expressvpn", "ExpressVPN", /express ?vpn/iu, {
    commands: { off: "expressvpnctl disconnect", on: "expressvpnctl connect" },
  }),
  client("surfshark", "Surfshark", /surfshark/iu),
  client("windscribe", "Windscribe", /windscribe/iu, {
    commands: { off: "windscribe-cli disconnect", on: "windscribe-cli connect" },
  }),
  client("cyberghost", "CyberGhost", /cyberghost/iu),
  client("pia", "Private Internet Access", /private ?internet ?access|^wgpia/iu, {
    commands: { off: "piactl disconnect", on: "piactl connect" },
  }),
  client("tailscale", "Tailscale", /tailscale/iu, { commands: { off: "tailscale down", on: "tailscale up" } }),
  client("warp", "Cloudflare WARP", /cloudflare ?warp/iu, {
    commands: { off: "warp-cli disconnect", on: "warp-cli connect" },
  }),
  client("zerotier", "ZeroTier", /zerotier|^zt[a-z\d]{8}/iu),
  client("netbird", "NetBird", /netbird|^wt0$/iu, { commands: { off: "netbird down", on: "netbird up" } }),
  client("anyconnect", "Cisco Secure Client", /anyconnect|cisco secure|^cscotun/iu, COMPANY),
  client("globalprotect", "GlobalProtect", /pangp|globalprotect|^gpd\d/iu, COMPANY),
  client("forticlient", "FortiClient", /forti(?:net|client)/iu, COMPANY),
  client("pulse", "Ivanti Secure Access", /juniper networks|pulse secure|ivanti/iu, COMPANY),
  client("checkpoint", "Check Point VPN", /check ?point/iu, COMPANY),
  client("sonicwall", "SonicWall", /sonicwall|netextender/iu, COMPANY),
  client("sangfor", "Sangfor", /sangfor/iu, COMPANY),
  client("zscaler", "Zscaler", /zscaler/iu, COMPANY),
  client("netskope", "Netskope", /netskope/iu, COMPANY),
  client("radmin", "Radmin VPN", /radmin vpn/iu),
  client("openvpn", "OpenVPN", /openvpn|tap-windows|tap-win32/iu),
  client("wireguard", "WireGuard", /wireguard|^wg\d|wg-quick/iu),
];

/** Adapters that are tunnels, yet no VPN of a person. */
const NO_VPN = /hyper-v|vmware|virtualbox|bluetooth|wi-fi direct|kernel debug|teredo|isatap|docker|wan miniport/iu;

/** The program behind the names of an adapter, interface or service; null when none of ours. */
export function vpnClientOf(...names: readonly string[]): VpnClient | null {
  if (names.some((name) => NO_VPN.test(name))) return null;
  return VPN_CLIENTS.find(({ pattern }) => names.some((name) => pattern.test(name))) ?? null;
}
