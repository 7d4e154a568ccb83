import ipaddr from "ipaddr.js";
import { addressScope, isIpLiteral } from "../ip.ts";
import type { RedactedKind } from "./field-kinds.ts";

/** Beginnings of private ranges that say nothing about their owner (RFC 1918, 3927, 4193, 6598; loopback, all). */
const GENERIC_RANGES = new Set([
  "0.0.0.0/0",
  "::/0",
  "127.0.0.0/8",
  "::1/128",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "fc00::/7",
  "fe80::/10",
]);

/** One spelling per address: lower case, shortest form, no zone and no brackets. Null when it is none. */
export function canonicalAddress(text: string): string | null {
  const bare = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const plain = bare.split("%")[0] ?? "";
  return isIpLiteral(plain) ? ipaddr.parse(plain).toString() : null;
}

/** Whose an address is, by the field it was found in; the nearest to the person wins. */
export type AddressRole = "router" | "own" | "anybody";

/** Kind and the name its pseudonym starts with; null for what is the same everywhere (loopback, unspecified). */
export function addressKind(address: string, role: AddressRole): { kind: RedactedKind; base: string } | null {
  const scope = addressScope(address);
  if (scope === "loopback") return null;
  if (role === "router") return { kind: "router", base: scope === "public" ? "router" : "lan-router" };
  if (scope === "private") return { kind: "private-address", base: "private-address" };
  if (scope === "shared") return { kind: "cgnat-address", base: "cgnat-address" };
  if (scope === "link-local") return { kind: "link-local-address", base: "link-local-address" };
  return role === "own"
    ? { kind: "own-public-address", base: "own-public-address" }
    : { kind: "public-address", base: "public-address" };
}

/** True for a range of addresses that every network may use. */
export function isGenericRange(text: string): boolean {
  return GENERIC_RANGES.has(text.toLowerCase());
}
