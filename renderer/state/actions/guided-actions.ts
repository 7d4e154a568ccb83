import type { Input } from "../../../shared/contract/calls.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { GuidedSession, SeenAnswer } from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import type { Call } from "../call.ts";
import { type GuidedSlice, NO_GUIDED } from "../slices/guided.ts";
import { newRun, type RunRequest } from "../slices/run.ts";
import type { AppStore } from "../store.ts";

/** What a person can do in a guided repair. */
export interface GuidedActions {
  /** Begins with the result that is shown; `step`: straight to that one. */
  readonly openGuided: (step?: RepairId) => Promise<void>;
  /** Goes on with the session that an earlier start of the program left. */
  readonly resumeGuided: () => Promise<void>;
  readonly beginStep: (choiceId: string) => Promise<void>;
  /** The person has done their part; `answer`: what they see. */
  readonly stepDone: (answer: SeenAnswer | null) => Promise<void>;
  /** The plug of modem or router is out. */
  readonly plugPulled: () => Promise<void>;
  readonly decideStep: (keep: boolean) => Promise<void>;
  readonly moveGuided: (to: Input<"guided.move">["to"]) => Promise<void>;
  readonly stopStep: () => Promise<void>;
  /** Back to the result; the session stays. */
  readonly leaveGuided: () => void;
  /** The session is over. */
  readonly endGuided: () => Promise<void>;
}

export function createGuidedActions(store: AppStore, call: Call, showHome: () => void): GuidedActions {
  const set = (change: Partial<GuidedSlice>): void =>
    store.setState((state) => ({ guided: { ...state.guided, ...change } }));
  /** One thing at a time; a code of main's becomes the error line. */
  const alone = async (
    work: () => Promise<{ readonly ok: boolean; readonly error?: { readonly code: GuidedSlice["error"] } }>,
  ): Promise<void> => {
    if (store.getState().guided.busy) return;
    set({ busy: true, error: null });
    const { ok, error } = await work();
    set({ busy: false, error: ok ? null : (error?.code ?? "crashed") });
  };
  return {
    openGuided: (step) =>
      alone(async () => {
        const { run } = store.getState();
        if (run?.checkup === null || run === null) return { ok: true };
        const outcome = await call("guided.start", { checkupId: run.id, step: step ?? null });
        if (outcome.ok) {
          set({ session: outcome.value });
          store.setState({ screen: "repair" });
        }
        return outcome;
      }),
    resumeGuided: () =>
      alone(async () => {
        const outcome = await call("guided.current", undefined);
        if (!outcome.ok) return outcome;
        if (outcome.value === null) {
          set(NO_GUIDED);
          return outcome;
        }
        const { session, checkup } = outcome.value;
        set({ session });
        store.setState({ run: runOf(session, checkup), screen: "repair" });
        return call("guided.resume", undefined);
      }),
    beginStep: (choiceId) => alone(() => call("guided.begin", { choiceId })),
    stepDone: (answer) => alone(() => call("guided.done", { answer })),
    plugPulled: () => alone(() => call("guided.pulled", undefined)),
    decideStep: (keep) => alone(() => call("guided.decide", { keep })),
    moveGuided: (to) => alone(() => call("guided.move", { to })),
    stopStep: async () => {
      await call("guided.stop", undefined);
    },
    leaveGuided: () => {
      if (store.getState().run?.checkup) store.setState({ screen: "verdict" });
      else showHome();
    },
    endGuided: async () => {
      await call("guided.end", undefined);
      set(NO_GUIDED);
      if (store.getState().screen !== "repair") return;
      store.setState({ screen: store.getState().run?.checkup ? "verdict" : "home" });
    },
  };
}

/** The result that a session is about, as the window would hold it had it just been made. */
function runOf({ source }: GuidedSession, checkup: Checkup) {
  const { target, answers } = checkup.observations;
  const request: RunRequest =
    source.kind === "practice"
      ? { kind: "practice", scenarioId: source.scenarioId, title: "", answers }
      : { ...source, input: target.input, answers };
  return {
    ...newRun(request, checkup.id, target),
    planned: [],
    results: checkup.observations.checks,
    path: checkup.judgement.path,
    checkup,
  };
}

/** A session that was left open before this page was there; it is offered, never forced on anybody. */
export async function readGuidedAtOpen(store: AppStore, call: Call): Promise<void> {
  const outcome = await call("guided.current", undefined);
  if (!outcome.ok || outcome.value === null || outcome.value.session.place === "end") return;
  const { session } = outcome.value;
  store.setState(({ guided }) => ({ guided: guided.session === null ? { ...guided, session } : guided }));
}
