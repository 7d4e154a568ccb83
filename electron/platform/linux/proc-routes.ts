import ipaddr from "ipaddr.js";
import type { RouteRow } from "../readings/default-routes.ts";

/** Route flags of the kernel (include/uapi/linux/route.h and ipv6_route.h). */
const RTF_UP = 0x1;
const RTF_GATEWAY = 0x2;
const RTF_REJECT = 0x200;

/** Rows of /proc/net/route: addresses are hexadecimal words in the byte order of the machine (little-endian ones only). */
export function parseProcRoutes(text: string): readonly RouteRow[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", destination = "", gateway = "", flagsText = "", , , metric, mask = ""] = line.trim().split(/\s+/);
    const flags = Number.parseInt(flagsText, 16);
    if (!/^[\dA-F]{8}$/i.test(destination) || !/^[\dA-F]{8}$/i.test(mask) || !(flags & RTF_UP || flags & RTF_REJECT)) {
      return [];
    }
    const length = Buffer.from(mask, "hex").reduce((bits, byte) => bits + bitsIn(byte), 0);
    return [
      {
        family: "v4" as const,
        prefix: `${littleEndian(destination)}/${length}`,
        gateway: flags & RTF_GATEWAY ? littleEndian(gateway) : null,
        interfaceName: name,
        metric: Number(metric),
        rejects: (flags & RTF_REJECT) !== 0,
      },
    ];
  });
}

/** Rows of /proc/net/ipv6_route: destination, length, source, length, next hop, metric, counters, flags, device. */
export function parseProcRoutesV6(text: string): readonly RouteRow[] {
  return text.split("\n").flatMap((line) => {
    const [destination = "", length = "", , , hop = "", metric = "", , , flagsText = "", name = ""] = line
      .trim()
      .split(/\s+/);
    const flags = Number.parseInt(flagsText, 16);
    const usable = flags & RTF_UP || flags & RTF_REJECT;
    if (!/^[\da-f]{32}$/i.test(destination) || !/^[\da-f]{32}$/i.test(hop) || !usable) return [];
    return [
      {
        family: "v6" as const,
        prefix: `${v6(destination)}/${Number.parseInt(length, 16)}`,
        gateway: flags & RTF_GATEWAY ? v6(hop) : null,
        interfaceName: name,
        metric: Number.parseInt(metric, 16),
        rejects: (flags & RTF_REJECT) !== 0,
      },
    ];
  });
}

function bitsIn(byte: number): number {
  return byte === 0 ? 0 : (byte & 1) + bitsIn(byte >> 1);
}

function littleEndian(hex: string): string {
  return Buffer.from(hex, "hex").toReversed().join(".");
}

function v6(hex: string): string {
  return new ipaddr.IPv6([...Buffer.from(hex, "hex")]).toString();
}
