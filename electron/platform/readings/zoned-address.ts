import { isIpLiteral } from "../../../shared/lib/ip.ts";

/**
 * An IP literal, IPv6 also with the name of any interface as its zone (`fe80::1%br-lan`, `fe80::1%eth0.7`); the general
 * reader of literals takes only letters and digits there.
 */
export function isZonedLiteral(text: string): boolean {
  const [address = "", zone, more] = text.split("%");
  if (more !== undefined) return false;
  return isIpLiteral(address) && (zone === undefined || (address.includes(":") && /^[\w.:@-]{1,64}$/.test(zone)));
}
