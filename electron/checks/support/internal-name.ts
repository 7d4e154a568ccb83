/** Endings that only exist inside a network (RFC 6762 appendix G, RFC 8375, ICANN's .internal): nobody outside knows them. */
const INTERNAL = /(?:^|\.)(?:local|localdomain|lan|home|internal|intranet|corp|private|home\.arpa)$/;

/** Names that mean something only inside a network: asking outsiders would tell them the name and teach us nothing. */
export function isInternalName(host: string): boolean {
  return !host.includes(".") || INTERNAL.test(host);
}
