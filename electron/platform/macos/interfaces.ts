import { ok } from "../../../shared/lib/result.ts";
import type { InterfaceKind, NetInterface } from "../../../shared/model/facts/local-facts.ts";
import { interfaceAddress, isTunnelName, isUsedTunnel, isVirtualName } from "../readings/interface-kind.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { nodeInterfaces } from "../readings/node-interfaces.ts";
import { ask, parsed } from "../readings/reading.ts";

/** The interfaces by ifconfig; networksetup tells which of them are Wi-Fi. Without ifconfig: Node's own list. */
export async function macosInterfaces(deps: MachineDeps, signal: AbortSignal): Reading<readonly NetInterface[]> {
  const [config, ports] = await Promise.all([
    ask(deps.run, { program: "ifconfig", args: ["-a"], signal }),
    ask(deps.run, { program: "networksetup", args: ["-listallhardwareports"], signal }),
  ]);
  const portOf = ports.ok ? parseHardwarePorts(ports.value.stdout) : new Map<string, string>();
  const interfaces = parsed(config, ({ stdout }) => parseIfconfig(stdout, portOf));
  if (interfaces.ok || interfaces.error.code === "cancelled") return interfaces;
  return ok(nodeInterfaces(deps));
}

/** Device -> hardware port (`en0` -> `Wi-Fi`) in `networksetup -listallhardwareports`. */
function parseHardwarePorts(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^Hardware Port: (.*)\nDevice: (\S+)/gm)].map(([, port = "", device = ""]) => [device, port]),
  );
}

/** The interfaces in `ifconfig -a`; null when there is not one in it. */
function parseIfconfig(text: string, portOf: ReadonlyMap<string, string>): readonly NetInterface[] | null {
  const blocks = [...text.matchAll(/^([\w.-]+): flags=[\da-f]+<([^>]*)>.*\n((?:[ \t]+.*(?:\n|$))*)/gm)];
  if (blocks.length === 0) return null;
  return blocks.map(([, name = "", flagText = "", body = ""]) => {
    const flags = flagText.split(",");
    const addresses = addressesIn(body);
    const status = /^\s*status: (.+)$/m.exec(body)?.[1];
    return {
      name,
      id: name,
      kind: kindOf(name, portOf.get(name) ?? "", addresses),
      up: flags.includes("UP"),
      carrier: status === undefined ? null : status === "active",
      addresses,
    };
  });
}

function addressesIn(body: string): NetInterface["addresses"] {
  return [...body.matchAll(/^\s*(inet6?) (\S+)(.*)$/gm)].flatMap(([, , address = "", rest = ""]) => {
    const prefix = /prefixlen (\d+)/.exec(rest)?.[1];
    const mask = /netmask 0x([\da-f]{8})/i.exec(rest)?.[1];
    const one = interfaceAddress(address, prefix === undefined ? maskLength(mask) : Number(prefix));
    return one === null ? [] : [one];
  });
}

function maskLength(hex: string | undefined): number {
  if (hex === undefined) return 32;
  return Number.parseInt(hex, 16).toString(2).replaceAll("0", "").length;
}

function kindOf(name: string, port: string, addresses: NetInterface["addresses"]): InterfaceKind {
  if (/^lo\d/.test(name)) return "loopback";
  // The system keeps some utun for itself, with link-local addresses only: they carry nobody's traffic.
  if (/^utun\d/.test(name)) return isUsedTunnel(addresses) ? "tunnel" : "virtual";
  if (isVirtualName(name)) return "virtual";
  if (isTunnelName(name)) return "tunnel";
  if (/wi-?fi|airport/i.test(port)) return "wifi";
  if (/^pdp_ip\d/.test(name)) return "cellular";
  return /^(?:en|vlan|bond)\d/.test(name) ? "ethernet" : "other";
}
