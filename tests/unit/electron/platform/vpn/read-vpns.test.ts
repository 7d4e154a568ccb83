import { afterEach, describe, expect, it } from "vitest";
import { createRunner } from "../../../../../electron/platform/exec.ts";
import { vpnClientOf } from "../../../../../electron/platform/vpn/known-clients.ts";
import { readVpns } from "../../../../../electron/platform/vpn/read-vpns.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import type { NetInterface } from "../../../../../shared/model/facts/local-facts.ts";
import { fakeMachine } from "../../checks/fakes.ts";
import { type Fakes, makeFakes, never } from "../fakes.ts";

let fakes: Fakes | null = null;
afterEach(() => fakes?.remove());

function tunnel(name: string, scope: "private" | "link-local" = "private"): NetInterface {
  const address = { address: "10.8.0.2", prefix: 24, family: "v4", scope } as const;
  return { name, id: name, kind: "tunnel", up: true, carrier: null, addresses: [address] };
}

async function found(
  os: "windows" | "macos" | "linux",
  programs: Parameters<typeof makeFakes>[0],
  links: readonly NetInterface[] = [],
) {
  fakes = makeFakes(programs);
  const machine = fakeMachine({ os, interfaces: async () => ok(links) });
  const vpns = await readVpns({ run: createRunner(fakes.table), machine }, never());
  return vpns.map(({ client, name, on, by }) => [client?.id ?? null, name, on, by]);
}

describe("the VPNs of this computer", () => {
  it("are found on macOS among the services, whatever their names, and among real tunnels only", async () => {
    const list = [
      "Available network connection services in the current set (*=enabled):",
      '* (Disconnected)   11111111-AAAA-4BBB-8CCC-DDDDDDDDDDDD PPP --> L2TP   "Büro (Connected) "x""   [PPP:L2TP]',
      '* (Connected)      21111111-AAAA-4BBB-8CCC-DDDDDDDDDDDD VPN (com.wireguard.macos) "Office" [VPN:com.wireguard.macos]',
      "",
    ].join("\n");
    const links = [tunnel("utun0", "link-local"), tunnel("utun7")];
    expect(await found("macos", { scutil: [{ stdout: list }] }, links)).toEqual([
      ["wireguard", "Office", true, "client"],
      [null, "utun7", true, "unknown"],
      [null, 'Büro (Connected) "x"', false, "system"],
    ]);
  });

  it("are found on Linux in NetworkManager, with colons in their names", async () => {
    const rows = "Wired connection 1:802-3-ethernet:activated\nOffice\\: a\\\\b:vpn:activated\nHome:wireguard:\n";
    expect(await found("linux", { nmcli: [{ stdout: rows }] }, [tunnel("wg0-mullvad")])).toEqual([
      [null, "Office: a\\b", true, "network-manager"],
      ["mullvad", "wg0-mullvad", true, "client"],
      [null, "Home", false, "network-manager"],
    ]);
  });

  it("are found on Windows by the names that their makers give the adapters", async () => {
    const answer = JSON.stringify({
      connections: { name: "Firma", on: false },
      adapters: [
        { name: "Ethernet", description: "Intel(R) Ethernet", on: true },
        { name: "vEthernet", description: "Hyper-V Virtual Ethernet Adapter", on: true },
        { name: "Ethernet 3", description: "PANGP Virtual Ethernet Adapter Secure #2", on: true },
      ],
    });
    expect(await found("windows", { powershell: [{ stdout: answer }] })).toEqual([
      ["globalprotect", "Ethernet 3", true, "client"],
      [null, "Firma", false, "system"],
    ]);
  });

  it("are none where nothing can be read", async () => {
    for (const os of ["windows", "macos", "linux"] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await found(os, {})).toEqual([]);
      fakes?.remove();
    }
  });

  it.each([
    ["NordLynx Tunnel", "nordvpn"],
    ["TAP-NordVPN Windows Adapter V9", "nordvpn"],
    ["TAP-Windows Adapter V9", "openvpn"],
    ["tailscale0", "tailscale"],
    ["CloudflareWARP", "warp"],
    ["Cisco AnyConnect Virtual Miniport Adapter for Windows x64", "anyconnect"],
    ["proton0", "protonvpn"],
    ["ztabcdef12", "zerotier"],
    ["wg0", "wireguard"],
    ["VMware Virtual Ethernet Adapter for VMnet8", null],
    ["eth0", null],
  ])("have a name: %s is %s", (name, id) => {
    expect(vpnClientOf(name)?.id ?? null).toBe(id);
  });
});
