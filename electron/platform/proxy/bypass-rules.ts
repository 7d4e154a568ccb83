import ipaddr from "ipaddr.js";
import { addressScope, isIpLiteral } from "../../../shared/lib/ip.ts";
import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";

/** Where a request is meant to go. */
export interface ProxyTarget {
  readonly scheme: "http" | "https";
  /** Name or IP literal, without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * How an entry without a star is meant: `suffix` also means everything below that name (curl, GNOME, KDE), `exact`
 * only that name (Windows, macOS).
 */
const NAMES: Readonly<Record<ProxySetting["source"], "suffix" | "exact">> = {
  environment: "suffix",
  gnome: "suffix",
  kde: "suffix",
  given: "suffix",
  "windows-user": "exact",
  "windows-connection": "exact",
  winhttp: "exact",
  "macos-service": "exact",
};

/** Is it this machine? Programs never send these through a proxy. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return isIpLiteral(name) ? addressScope(name) === "loopback" : name === "localhost" || name.endsWith(".localhost");
}

/**
 * Do the bypass entries of a setting send this target direct? Entries may be names, `.suffix`, `*.pattern`, addresses,
 * CIDR (also the short `169.254/16` of macOS), any of them with `:port` or `scheme://`, `*` (everything) and `<local>`
 * (names without a dot). Entries that start with `!` turn the list round: only what they name uses the proxy.
 */
export function bypasses(setting: Pick<ProxySetting, "bypass" | "source">, target: ProxyTarget): boolean {
  const entries = setting.bypass.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== "");
  const turned = entries.filter((entry) => entry.startsWith("!"));
  const names = NAMES[setting.source];
  if (turned.length > 0) return !turned.some((entry) => matches(entry.slice(1), target, names));
  return entries.some((entry) => matches(entry, target, names));
}

function matches(entry: string, target: ProxyTarget, names: "suffix" | "exact"): boolean {
  const host = target.host.toLowerCase().replace(/\.$/, "");
  if (entry === "*") return true;
  if (entry === "<local>") return !host.includes(".") && !host.includes(":");
  const [, scheme, rest = ""] = /^(?:([a-z]+):\/\/)?(.*)$/.exec(entry) ?? [];
  if (scheme !== undefined && scheme !== target.scheme) return false;
  const { pattern, port } = splitPort(rest);
  if (port !== null && port !== target.port) return false;
  if (isIpLiteral(host)) return matchesAddress(pattern, host);
  return matchesName(pattern, host, names);
}

/** `host:8080`, `[::1]:8080`; a bare IPv6 literal has colons but no port. */
function splitPort(text: string): { readonly pattern: string; readonly port: number | null } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
  const pattern = bracketed ?? plain;
  if (pattern === undefined) return { pattern: text, port: null };
  return { pattern, port: port === undefined ? null : Number(port) };
}

function matchesName(pattern: string, host: string, names: "suffix" | "exact"): boolean {
  const name = pattern.replace(/\.$/, "");
  if (name === "") return false;
  if (name.includes("*")) {
    // `*.example.com` also stands for example.com itself where names are suffixes.
    return matchesGlob(name, host) || (names === "suffix" && name === `*.${host}`);
  }
  const suffix = name.replace(/^\./, "");
  if (name.startsWith(".") || names === "suffix")
    return host.endsWith(`.${suffix}`) || (names === "suffix" && host === suffix);
  return host === name;
}

/** Stars stand for any text. Taking the first place of every piece is enough, and linear where a pattern would not be. */
function matchesGlob(glob: string, text: string): boolean {
  const [first = "", ...rest] = glob.split("*");
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

function matchesAddress(pattern: string, host: string): boolean {
  const address = ipaddr.process(host.replace(/%.*$/, ""));
  if (isIpLiteral(pattern)) return ipaddr.process(pattern.replace(/%.*$/, "")).toString() === address.toString();
  if (pattern.includes("/")) return inRange(address, pattern);
  // Windows writes ranges with stars: 192.168.*
  return pattern.includes("*") && matchesGlob(pattern, host);
}

function inRange(address: ipaddr.IPv4 | ipaddr.IPv6, written: string): boolean {
  const [base = "", length = ""] = written.split("/");
  // macOS drops trailing zero octets.
  const octets = /^[\d.]+$/.test(base)
    ? [...base.split(".").filter((part) => part !== ""), "0", "0", "0"].slice(0, 4)
    : null;
  const cidr = `${octets === null ? base : octets.join(".")}/${length}`;
  if (!ipaddr.isValidCIDR(cidr)) return false;
  const [range, bits] = ipaddr.parseCIDR(cidr);
  return range.kind() === address.kind() && address.match(range, bits);
}
