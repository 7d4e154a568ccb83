import type { Api } from "../../shared/contract/calls.ts";
import { afterJob } from "./slices/dns.ts";
import { afterWatchEvent } from "./slices/watches.ts";
import { afterEvent } from "./slices/run.ts";
import type { AppState, AppStore } from "./store.ts";
import type { CheckupEvent } from "../../shared/model/checkup.ts";

/** More than one check-up can send before its start is answered; beyond that something is wrong and memory matters more. */
const EARLY_LIMIT = 500;

/** The one place that hears main's events. Returns the function that stops listening. */
export function listen(store: AppStore, api: Api): () => void {
  const stops = [
    api.on("checkup.event", (event) => store.setState((state) => hear(state, event))),
    api.on("dns.event", (job) => store.setState((state) => ({ dns: afterJob(state.dns, job, performance.now()) }))),
    api.on("guided.event", (session) => store.setState((state) => ({ guided: { ...state.guided, session } }))),
    api.on("report.progress", ({ phase }) => store.setState((state) => ({ report: { ...state.report, phase } }))),
    api.on("dns.benchEvent", (bench) => store.setState((state) => ({ dns: { ...state.dns, bench } }))),
    api.on("updates.event", (view) => store.setState({ updates: { view, error: null } })),
    api.on("watch.event", (event) =>
      store.setState((state) => ({
        watch: afterWatchEvent(state.watch, event),
        ...(event.kind === "show" ? { screen: "watches" as const } : {}),
      })),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function hear(state: AppState, event: CheckupEvent): Partial<AppState> {
  const { run } = state;
  if (run !== null && event.id === run.id) {
    const next = afterEvent(run, event);
    if (next === run) return state;
    // Somebody who is looking at another screen is not taken away from it.
    const ended = next.checkup !== null && state.screen === "checkup";
    return { run: next, ...(ended ? { screen: "verdict" as const } : {}) };
  }
  if (state.starting !== null && state.early.length < EARLY_LIMIT) return { early: [...state.early, event] };
  return state;
}
