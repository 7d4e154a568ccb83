/** Endings that only exist inside a network (RFC 6762 appendix G, RFC 8375, ICANN's .internal): nobody outside knows them. */
const INTERNAL = /(?:^|\.)(?:local|localdomain|lan|home|internal|intranet|corp|private|home\.arpa)$/;

/** A name inside the Tor network (RFC 7686): it must never be asked of DNS, by nobody. */
export function isOnionName(host: string): boolean {
  return /(?:^|\.)onion$/i.test(host);
}

/** A name that machines on the same link answer for by themselves (mDNS, RFC 6762). */
export function isLinkName(host: string): boolean {
  return /\.local$/i.test(host);
}

/** Names that mean something only inside a network: asking outsiders would tell them the name and teach us nothing. */
export function isInternalName(host: string): boolean {
  return !host.includes(".") || INTERNAL.test(host);
}
