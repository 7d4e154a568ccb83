import { drive, guardTime, state, type Loss } from "./machine.ts";
import { settle, type Ground } from "./ground.ts";
import { SERVERS } from "./servers.ts";

/** The promise to people: back within this long of the app's death, or of the deadline. */
const GUARD_MS = 2_000;

const LOSSES: readonly Loss[] = ["killed", "frozen", "unconfirmed"];

/** How soon the guard restores, one way of losing the program after the other. */
export async function guardTrials(place: Ground, trials: number): Promise<void> {
  const isBack = (): boolean => state(place.variant, true) === place.before;
  for (let trial = 0; trial < trials; trial += 1) {
    const how = LOSSES[trial % LOSSES.length] ?? "killed";
    // One after the other: it is the time of one that is measured.
    // oxlint-disable-next-line no-await-in-loop
    const guardMs = await guardTime(how, SERVERS, isBack);
    // oxlint-disable-next-line no-await-in-loop
    await settle();
    drive("recover");
    const ok = guardMs <= GUARD_MS && place.toBefore();
    place.say({ operation: how, whom: "", point: trial, ok, ended: "before", guardMs });
  }
}
