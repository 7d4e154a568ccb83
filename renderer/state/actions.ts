import type { Api, Outcome, Output } from "../../shared/contract/calls.ts";
import type { Answers } from "../../shared/model/answers.ts";
import { caller, type Call } from "./call.ts";
import { createDnsActions, readDnsAtOpen, type DnsActions } from "./actions/dns-actions.ts";
import { createPastActions, type PastActions } from "./actions/past-actions.ts";
import { createReportActions, type ReportActions } from "./actions/report-actions.ts";
import { createContactActions, type ContactActions } from "./actions/contact-actions.ts";
import { createOwnerActions, type OwnerActions } from "./actions/owner-actions.ts";
import { createExplainActions, type ExplainActions } from "./actions/explain-actions.ts";
import { afterEvent, newRun, type RunRequest } from "./slices/run.ts";
import { createChangesActions, readChanges, type ChangesActions } from "./actions/changes-actions.ts";
import { createGuidedActions, readGuidedAtOpen, type GuidedActions } from "./actions/guided-actions.ts";
import { createSettingsActions, readSettingsAtOpen, type SettingsActions } from "./actions/settings-actions.ts";
import { resume } from "./resume.ts";
import { createSavedActions, type SavedActions } from "./actions/saved-actions.ts";
import { createUpdatesActions, type UpdatesActions } from "./actions/updates-actions.ts";
import { createWatchActions, type WatchActions } from "./actions/watch-actions.ts";
import type { AppStore } from "./store.ts";

/** Everything a person can do; each changes the store and, where needed, calls main. */
export interface Actions
  extends
    WatchActions,
    SavedActions,
    DnsActions,
    GuidedActions,
    ChangesActions,
    ReportActions,
    PastActions,
    SettingsActions,
    UpdatesActions,
    ExplainActions,
    ContactActions,
    OwnerActions {
  /** Asks main who and where we are, and whether the clipboard holds an address. */
  readonly open: () => Promise<void>;
  readonly type: (input: string) => void;
  readonly setPrivateMode: (on: boolean) => void;
  /** Looks at the clipboard again (the window came back to the front). */
  readonly refreshOffer: () => Promise<void>;
  readonly check: (input: string) => Promise<void>;
  /** No page loads at all: checks one that surely exists. */
  readonly checkAnything: () => Promise<void>;
  readonly practise: (scenarioId: string, title: string) => Promise<void>;
  /** The same again, with what the person answered meanwhile. */
  readonly checkAgain: (change: { readonly answers?: Answers; readonly askVantage?: boolean }) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly showHome: () => void;
  readonly showPractice: () => Promise<void>;
}

/** The actions over one store and one door to main. */
export function createActions(store: AppStore, api: Api): Actions {
  const call = caller(api);
  const start = starter(store, call);
  const refreshOffer = async (): Promise<void> => {
    const outcome = await call("clipboard.offer", undefined);
    store.setState({ offer: outcome.ok ? outcome.value.url : null });
  };
  const showHome = (): void => {
    store.setState({ screen: "home", run: null, startError: null, stopped: false });
    void refreshOffer();
  };
  return {
    ...createSavedActions(store, call),
    ...createDnsActions(store, call, showHome),
    ...createGuidedActions(store, call, showHome),
    ...createChangesActions(store, call),
    ...createWatchActions(store, call, showHome),
    ...createReportActions(store, call),
    ...createPastActions(store, call),
    ...createSettingsActions(store, call),
    ...createUpdatesActions(store, call),
    ...createExplainActions(store),
    ...createContactActions(store, call),
    ...createOwnerActions(store, call),
    open: async () => {
      // A recovery at the start may take its time; words and offer must not wait for it.
      const dns = readDnsAtOpen(store, call);
      const [info] = await Promise.all([call("app.info", undefined), refreshOffer()]);
      if (info.ok) store.setState({ info: info.value });
      await Promise.all([readSettingsAtOpen(store, call), resume(store, call)]);
      await Promise.all([readGuidedAtOpen(store, call), readChanges(store, call)]);
      await dns;
    },
    type: (input) => store.setState({ input, startError: null, stopped: false }),
    setPrivateMode: (privateMode) => store.setState({ privateMode }),
    refreshOffer,
    check: async (input) => {
      store.setState({ input });
      await start(askedFor(input, store));
    },
    checkAnything: () => start(askedFor(null, store)),
    practise: (scenarioId, title) => start({ kind: "practice", scenarioId, title, answers: {} }),
    checkAgain: async ({ answers, askVantage }) => {
      const request = store.getState().run?.request;
      if (request === undefined) return;
      const next = { ...request, answers: answers ?? request.answers };
      await start(next.kind === "address" ? { ...next, askVantage: askVantage ?? next.askVantage } : next);
    },
    cancel: async () => {
      const { run } = store.getState();
      if (run === null || run.checkup !== null) return;
      // Home at once: whatever the stopped check-up still sends is no longer of interest.
      store.setState({ run: null, screen: run.request.kind === "practice" ? "practice" : "home", stopped: true });
      await call("checkup.cancel", { id: run.id });
    },
    showHome,
    showPractice: () => showPractice(store, call),
  };
}

async function showPractice(store: AppStore, call: Call): Promise<void> {
  store.setState({ screen: "practice", run: null, startError: null, stopped: false });
  const outcome = await call("practice.list", undefined);
  store.setState(
    outcome.ok
      ? { scenarios: outcome.value, scenariosError: null }
      : { scenarios: null, scenariosError: outcome.error.code },
  );
}

function askedFor(input: string | null, store: AppStore): RunRequest {
  const { privateMode } = store.getState();
  return { kind: "address", input, privateMode, askVantage: false, answers: {} };
}

/** A check-up that was stopped a moment ago may need this long to let go: tries x pause = 3 s. */
const WIND_DOWN_TRIES = 15;
const WIND_DOWN_PAUSE_MS = 200;

type Begun = Outcome<Output<"checkup.start">>;

function isBusy(outcome: Begun): boolean {
  return !outcome.ok && outcome.error.code === "busy";
}

function ask(request: RunRequest, call: Call): Promise<Begun> {
  if (request.kind === "practice") {
    return call("practice.start", { scenarioId: request.scenarioId, answers: request.answers });
  }
  const { input, privateMode, askVantage, answers } = request;
  return call("checkup.start", { input, privateMode, askVantage, answers });
}

function starter(store: AppStore, call: Call): (request: RunRequest) => Promise<void> {
  return async (request) => {
    if (store.getState().starting !== null) return;
    const windingDown = store.getState().stopped;
    store.setState({ starting: request, early: [], startError: null, stopped: false });
    let outcome = await ask(request, call);
    for (let left = windingDown ? WIND_DOWN_TRIES : 0; left > 0 && isBusy(outcome); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, WIND_DOWN_PAUSE_MS));
      outcome = await ask(request, call);
    }
    if (!outcome.ok) {
      store.setState({ starting: null, early: [], startError: outcome.error.code });
      return;
    }
    const { id, target } = outcome.value;
    store.setState((state) => {
      let run = newRun(request, id, target);
      for (const event of state.early) run = afterEvent(run, event);
      return {
        starting: null,
        early: [],
        run,
        checkedHosts:
          request.kind === "address" && target.kind === "name"
            ? newestFirst(target.host, state.checkedHosts)
            : state.checkedHosts,
        screen: run.checkup === null ? "checkup" : "verdict",
      };
    });
  };
}

function newestFirst(host: string, before: readonly string[]): readonly string[] {
  return [host, ...before.filter((other) => other !== host)];
}
