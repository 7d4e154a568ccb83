import type { Signals } from "./signals.ts";

/** Size of a full Ethernet packet, bytes: a path that passes it has no narrower place. */
const FULL_PACKET = 1_500;

/** Unfragmented packets of full size come back from the site's address, and none vanishes. */
export function largePingsPass({ mtu }: Signals): boolean {
  return mtu !== null && mtu.smallestVanishing === null && (mtu.largestPassing ?? 0) >= FULL_PACKET;
}
