import type { DnsBackend } from "./dns-backend.ts";
import { linuxDnsDeps } from "../linux/dns/deps.ts";
import { linuxDns } from "../linux/dns/linux-dns.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { macosDnsDeps } from "../macos/dns/deps.ts";
import { macosDns } from "../macos/dns/macos-dns.ts";
import type { KnownOs } from "../programs.ts";
import { windowsDnsDeps } from "../windows/dns/deps.ts";
import { windowsDns } from "../windows/dns/windows-dns.ts";

/** The DNS settings of one system; null where we have no back end for it. */
export function createDnsBackend(os: KnownOs | null, deps: MachineDeps): DnsBackend | null {
  if (os === "windows") return windowsDns(windowsDnsDeps(deps));
  if (os === "macos") return macosDns(macosDnsDeps(deps));
  return os === "linux" ? linuxDns(linuxDnsDeps(deps)) : null;
}
