import { drive, guardTime, state } from "./machine.ts";
import { SERVERS, settle, type Ground } from "./ground.ts";

/** The promise to people: back within this long of the app's death, or of the deadline. */
const GUARD_MS = 2_000;

/** How soon the guard restores: the program killed and frozen by turns. */
export async function guardTrials(place: Ground, trials: number): Promise<void> {
  const isBack = (): boolean => state(place.variant, true) === place.before;
  for (let trial = 0; trial < trials; trial += 1) {
    const how = trial % 2 === 0 ? "killed" : "frozen";
    // One after the other: it is the time of one that is measured.
    // oxlint-disable-next-line no-await-in-loop
    const guardMs = await guardTime(how, SERVERS, isBack);
    // oxlint-disable-next-line no-await-in-loop
    await settle();
    drive("recover");
    const ok = guardMs <= GUARD_MS && place.toBefore();
    place.say({ operation: `guard-when-${how}`, whom: "", point: trial, ok, ended: "before", guardMs });
  }
}
