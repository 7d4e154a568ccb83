import { z } from "zod";
import type { ActionEnd, ActionUndone } from "../../../../shared/model/repair-action.ts";
import type { PlaceState, ProxyKeeper } from "../../../platform/proxy/places/place.ts";
import type { ActionJournal } from "../../action-journal.ts";
import { isSame } from "../support/digest.ts";
import { refusalOf, refused } from "../support/refused.ts";
import { words } from "../support/steps.ts";
import { type KeptPlace, placeNow } from "./places-here.ts";

/** What switching works with. */
export interface SwitchDeps {
  readonly keepers: readonly ProxyKeeper[];
  readonly journal: ActionJournal;
}

const stateSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const recordSchema = z.object({ place: z.string(), before: stateSchema, after: stateSchema });

/** Switches off what stands at a place: on record first, then written, then read back. */
export async function switchOff(deps: SwitchDeps, kept: KeptPlace, signal: AbortSignal): Promise<ActionEnd> {
  const { place, keeper } = kept;
  const record = { place: place.id, before: place.state, after: place.off };
  const begun = deps.journal.begin("proxy-off", place.label, record);
  if (!begun.ok) return refused("failed", "nothing", `journal ${begun.error.code}`);
  const written = await keeper.write(place, place.off, signal);
  // Whatever the program said, what stands there decides; also after a cancel.
  const now = await placeNow([keeper], place.id, new AbortController().signal);
  if (now !== null && isSame(now.place.state, place.off)) {
    deps.journal.mark(begun.value, "applied");
    return { kind: "done", undoId: begun.value, facts: [words("proxy-off.done", { name: place.label })] };
  }
  const untouched = now !== null && isSame(now.place.state, place.state);
  if (untouched) deps.journal.mark(begun.value, "undone");
  const changed = untouched ? "nothing" : "maybe";
  return written.ok ? refused("not-effective", changed) : refusalOf(written.error, changed);
}

/** Puts back what stood there, unless somebody else has changed it since. */
export async function switchBack(deps: SwitchDeps, undoId: string, signal: AbortSignal): Promise<ActionUndone> {
  const change = deps.journal.get(undoId);
  const record = recordSchema.safeParse(change?.data);
  if (change?.repair !== "proxy-off" || change.state === "undone" || !record.success) {
    return refused("no-longer-there");
  }
  const { before, after } = record.data;
  const now = await placeNow(deps.keepers, record.data.place, signal);
  if (now === null) return refused("no-longer-there");
  if (isSame(now.place.state, before)) return undone(deps, undoId);
  // A change that was cut off may have stopped halfway: what is neither before nor after is somebody's own.
  if (!isSame(now.place.state, after)) {
    deps.journal.mark(undoId, "undone");
    return { kind: "theirs" };
  }
  return putBack(deps, { undoId, before, now }, signal);
}

interface Back {
  readonly undoId: string;
  readonly before: PlaceState;
  readonly now: KeptPlace;
}

async function putBack(deps: SwitchDeps, { undoId, before, now }: Back, signal: AbortSignal): Promise<ActionUndone> {
  const written = await now.keeper.write(now.place, before, signal);
  const then = await placeNow([now.keeper], now.place.id, new AbortController().signal);
  if (then !== null && isSame(then.place.state, before)) return undone(deps, undoId);
  const untouched = then !== null && isSame(then.place.state, now.place.state);
  const changed = untouched ? "nothing" : "maybe";
  return written.ok ? refused("not-effective", changed) : refusalOf(written.error, changed);
}

function undone({ journal }: SwitchDeps, undoId: string): ActionUndone {
  journal.mark(undoId, "undone");
  return { kind: "undone" };
}
