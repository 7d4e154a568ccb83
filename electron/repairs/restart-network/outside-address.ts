import { addressScope } from "../../../shared/lib/ip.ts";
import type { NetInterface } from "../../../shared/model/facts/local-facts.ts";

/** A public IPv4 address of this computer, or else the /64 of a public IPv6 one; null when there is neither. */
export function outsideAddress(links: readonly NetInterface[]): string | null {
  const all = links.filter(({ kind }) => kind !== "tunnel" && kind !== "virtual").flatMap(({ addresses }) => addresses);
  const open = all.filter(({ address }) => addressScope(address) === "public");
  const v4 = open.find(({ family }) => family === "v4");
  if (v4 !== undefined) return v4.address;
  const v6 = open.find(({ family }) => family === "v6");
  return v6 === undefined ? null : `${firstHalf(v6.address)}::/64`;
}

/** The first four groups of an IPv6 address, written out. */
function firstHalf(address: string): string {
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::")
    ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0")
    : [];
  return [...before, ...missing, ...after].slice(0, 4).join(":");
}
