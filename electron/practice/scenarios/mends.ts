import type { RepairId } from "../../../shared/model/repair.ts";
import type { PracticeMend } from "../scenario.ts";

/** A repair that the program does on the practice computer. */
export function byProgram(
  repair: RepairId,
  does: string,
  change: PracticeMend["change"],
  undoable = false,
): PracticeMend {
  return { repair, does, byProgram: true, undoable, ...(change === undefined ? {} : { change }) };
}

/** A repair that the person does; the practice network believes that they did. */
export function byHand(repair: RepairId, does: string, change: PracticeMend["change"]): PracticeMend {
  return { ...byProgram(repair, does, change), byProgram: false };
}

/** Names are asked of one of the public resolvers from now on. */
export const ANOTHER_RESOLVER: PracticeMend["change"] = { machine: { resolver: "1.1.1.1" } };

/** A resolver that is bad by itself stays bad after a flush; another one is not. */
export const DNS_MENDS: readonly PracticeMend[] = [
  byProgram("flush-dns", "resolvectl flush-caches", undefined),
  byProgram("one-click-dns", "resolvectl dns wlan0 1.1.1.1 1.0.0.1", ANOTHER_RESOLVER, true),
  byProgram("switch-dns", "resolvectl dns wlan0 1.1.1.1 1.0.0.1", ANOTHER_RESOLVER, true),
];
