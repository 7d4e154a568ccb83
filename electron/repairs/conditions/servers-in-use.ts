import type { DnsStatus } from "../../../shared/model/dns-settings.ts";
import { isIpLiteral } from "../../../shared/lib/ip.ts";
import type { DnsServer } from "../../probes/probes.ts";

/**
 * The resolvers this machine asks now, for queries straight to them, best first and each once. Links with the default
 * route come first; real servers before a loopback stub, since a stub goes on being asked after a switch and then asks
 * the new ones: only what stands behind it stays as it was. Empty when the system does not tell.
 */
export function serversInUse({ links, globalServers, file }: DnsStatus): readonly DnsServer[] {
  const main = links.filter(({ defaultRoute }) => defaultRoute);
  const named = (main.length > 0 ? main : links).flatMap(({ v4, v6 }) => [...(v4.inUse ?? []), ...(v6.inUse ?? [])]);
  const all = [...named, ...globalServers, ...(file?.servers ?? [])].filter(isIpLiteral);
  const real = all.filter((address) => !isLoopback(address));
  return [...new Set(real.length > 0 ? real : all)].map((address) => ({ transport: "udp", address, port: 53 }));
}

function isLoopback(address: string): boolean {
  return address.startsWith("127.") || address === "::1";
}
