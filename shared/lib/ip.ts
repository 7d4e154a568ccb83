import ipaddr from "ipaddr.js";
import type { AddressScope } from "../model/facts/local-facts.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Ranges that are IPv4 in the last 32 bits: mapped (RFC 4291), NAT64 (RFC 6052), SIIT (RFC 6145). */
const IPV4_IN_LAST_BITS = new Set<string>(["ipv4Mapped", "rfc6052", "rfc6145"]);

/** Ranges of globally used addresses, as ipaddr.js names them: AS112 and AMT anycast are reachable like any other. */
const PUBLIC_RANGES = new Set<string>(["unicast", "as112", "amt", "as112v6"]);

/** What a range means to a person; what is not listed counts as public. */
const SCOPE_OF_RANGE: Readonly<Record<string, AddressScope>> = {
  linkLocal: "link-local",
  private: "private",
  uniqueLocal: "private",
  deprecatedSiteLocal: "private",
  carrierGradeNat: "shared",
  loopback: "loopback",
  // A connect to 0.0.0.0 or :: reaches this machine.
  unspecified: "loopback",
};

/** Everything that is handed out or may be handed out as a global IPv6 address (RFC 4291, 2.4). */
const GLOBAL_UNICAST_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** NAT64 prefixes of one's own network (RFC 8215): what lies behind is not known, so never public. */
const LOCAL_NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("64:ff9b:1::"), 48];

/** Benchmarking (RFC 2544): VPN programs hand it out as made-up local addresses. */
const BENCHMARK_V4: [ipaddr.IPv4, number] = [ipaddr.IPv4.parse("198.18.0.0"), 15];

/**
 * Reads a literal strictly: four decimal parts (octal, hex and short forms are names to us: programs disagree on what
 * they mean) or IPv6 with an optional zone. Null for anything else.
 */
function parseLiteral(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (text.includes(":") && ipaddr.IPv6.isValid(text)) return ipaddr.IPv6.parse(text);
  return null;
}

/** The IPv4 address that an IPv6 address only wraps (mapped, NAT64, SIIT, 6to4, IPv4-compatible); otherwise itself. */
function unwrap(address: Address): Address {
  if (address instanceof ipaddr.IPv4 || address.match(LOCAL_NAT64)) return address;
  const bytes = address.toByteArray();
  const range = address.range();
  if (IPV4_IN_LAST_BITS.has(range)) return new ipaddr.IPv4(bytes.slice(12));
  if (range === "6to4") return new ipaddr.IPv4(bytes.slice(2, 6)); // RFC 3056: 2002:V4ADDR::/48
  const compatible = bytes.slice(0, 12).every((byte) => byte === 0);
  return compatible && range === "unicast" ? new ipaddr.IPv4(bytes.slice(12)) : address;
}

/** True for an IPv4 or IPv6 literal without brackets; IPv6 may carry a zone (`fe80::1%eth0`). */
export function isIpLiteral(text: string): boolean {
  return parseLiteral(text) !== null;
}

/**
 * Who can reach an address: this machine, this link, a private network (RFC 1918, 4193; also the benchmarking range),
 * a provider's shared range (RFC 6598) or anybody. IPv4 wrapped in IPv6 counts as the IPv4 address. Unspecified
 * addresses are `loopback`, since connecting to them reaches this machine. Documentation, multicast and reserved
 * ranges are `public` here: they belong to no private network (ask {@link isPublicAddress} before connecting).
 * A text that is no literal is `private`: what cannot be read must not be taken for an outside address.
 */
export function addressScope(address: string): AddressScope {
  const parsed = parseLiteral(address);
  if (parsed === null) return "private";
  const inner = unwrap(parsed);
  if (inner instanceof ipaddr.IPv4 ? inner.match(BENCHMARK_V4) : inner.match(LOCAL_NAT64)) return "private";
  return SCOPE_OF_RANGE[inner.range()] ?? "public";
}

/** Can this address stand for one machine? False for multicast, broadcast and unspecified ones, and for no literal. */
export function isOneMachine(address: string): boolean {
  const parsed = parseLiteral(address);
  return parsed !== null && !["multicast", "broadcast", "unspecified"].includes(unwrap(parsed).range());
}

/**
 * Is this an address of the public internet, in the sense of IANA's special-purpose registries (RFC 6890: "globally
 * reachable")? False for private, local, shared, documentation, benchmarking, multicast, reserved and Teredo addresses
 * and for anything that is no literal. A redirect from a public host to an address that is not public is never followed.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parseLiteral(address);
  if (parsed === null) return false;
  const inner = unwrap(parsed);
  if (inner instanceof ipaddr.IPv6 && !inner.match(GLOBAL_UNICAST_V6)) return false;
  return PUBLIC_RANGES.has(inner.range());
}
