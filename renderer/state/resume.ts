import type { CheckupAsked } from "../../shared/model/checkup.ts";
import type { Call } from "./call.ts";
import { afterEvent, newRun, type RunRequest } from "./slices/run.ts";
import type { AppStore } from "./store.ts";

/** A window that was loaded again goes on with the check-up that runs, as if nothing had happened. */
export async function resume(store: AppStore, call: Call): Promise<void> {
  const outcome = await call("checkup.current", undefined);
  if (!outcome.ok || outcome.value === null) return;
  const { asked, id, target, events } = outcome.value;
  store.setState((state) => {
    // Somebody was quicker and has started another one.
    if (state.run !== null || state.starting !== null) return state;
    let run = newRun(requestOf(asked), id, target);
    for (const event of [...events, ...state.early]) run = afterEvent(run, event);
    return {
      run,
      early: [],
      input: asked.kind === "address" ? (asked.input ?? "") : state.input,
      screen: run.checkup === null ? "checkup" : "verdict",
    };
  });
}

function requestOf(asked: CheckupAsked): RunRequest {
  return asked.kind === "address" ? asked : { ...asked, title: asked.scenarioId };
}
