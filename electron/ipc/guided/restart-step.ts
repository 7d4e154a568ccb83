import type { RestartState } from "../../../shared/model/restart.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionEnd } from "../../../shared/model/repair-action.ts";
import type { StepWork } from "./step-work.ts";

/** Where nothing changed the picture is told anew so often, so that a program that starts again knows when it ended (ms). */
const TELL_EVERY_MS = 10_000;

/** The step in which the person restarts modem and router: the program looks on, and says what it saw. */
export async function restartNetwork(kept: StepRecord["restart"], work: StepWork): Promise<ActionEnd> {
  let told: RestartState | null = null;
  const last = await work.world.watchRestart(
    work.checkup.observations.target,
    {
      kept,
      pulled: work.plugPulled,
      onLook: (state) => {
        if (told !== null && isSame(told, state) && state.lastMs - told.lastMs < TELL_EVERY_MS) return;
        told = state;
        work.update({ restart: state });
      },
    },
    work.signal,
  );
  work.update({ restart: last });
  return endOf(last);
}

/** Whether a person would see no difference. */
function isSame(one: RestartState, other: RestartState): boolean {
  return seenIn(one) === seenIn(other);
}

function seenIn({ phase, now, backAtMs, routerGap, modemGap, pulledMs, elsewhere }: RestartState): string {
  const gaps = [routerGap, modemGap].map((gap) => (gap === null ? null : [gap.fromMs, gap.toMs]));
  return JSON.stringify([phase, now, backAtMs, gaps, pulledMs, elsewhere]);
}

function endOf(state: RestartState): ActionEnd {
  switch (state.phase) {
    case "back":
    case "not-back":
      return { kind: "done", undoId: null, facts: [] };
    case "no-gap":
      return { kind: "refused", code: "not-effective", detail: "", changed: "nothing" };
    // The person has to come back to their own network; only then is there something to look at.
    case "elsewhere":
      return { kind: "opened" };
    case "looking":
    case "waiting-for-gap":
    case "gone":
    case "returning":
      return stopped(state);
  }
}

/** The person stopped the picture: what was unplugged before that is on its way, whatever the program sees of it. */
function stopped(state: RestartState): ActionEnd {
  const touched = state.pulledMs !== null || state.phase === "gone" || state.phase === "returning";
  return touched ? { kind: "opened" } : { kind: "refused", code: "cancelled", detail: "", changed: "nothing" };
}
