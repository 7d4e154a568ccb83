import type { DnsBackend } from "./dns-backend.ts";
import { linuxDnsDeps } from "./linux/dns/deps.ts";
import { linuxDns } from "./linux/dns/linux-dns.ts";
import type { MachineDeps } from "./machine-deps.ts";
import type { KnownOs } from "./programs.ts";

/** The DNS settings of one system; null where we have no back end for it. */
export function createDnsBackend(os: KnownOs | null, deps: MachineDeps): DnsBackend | null {
  return os === "linux" ? linuxDns(linuxDnsDeps(deps)) : null;
}
