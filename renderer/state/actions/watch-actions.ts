import type { Call } from "../call.ts";
import type { AppStore } from "../store.ts";
import type { WatchSlice } from "../slices/watches.ts";

/** What a person can do about watches. */
export interface WatchActions {
  readonly showWatches: () => Promise<void>;
  readonly typeWatch: (input: string) => void;
  readonly setNewKeepOn: (on: boolean) => void;
  /** Begins a watch of what was typed on the screen of watches. */
  readonly addWatch: () => Promise<void>;
  /** "Tell me when it is back": begins a watch of a page that a check-up has just seen fail, and shows it. */
  readonly watchFrom: (order: { readonly url: string; readonly privateMode: boolean }) => Promise<void>;
  readonly stopWatch: (id: string) => Promise<void>;
  readonly removeWatch: (id: string) => Promise<void>;
  readonly lookNow: (id: string) => Promise<void>;
  readonly keepWatching: (id: string, keepOn: boolean) => Promise<void>;
  readonly setBackground: (keep: boolean) => Promise<void>;
  /** Opens or closes the timeline of one watch. */
  readonly openWatch: (id: string | null) => void;
  readonly leaveWatches: () => void;
}

/** The actions over the store and the door to main. */
export function createWatchActions(store: AppStore, call: Call, showHome: () => void): WatchActions {
  const slice = (): WatchSlice => store.getState().watch;
  const set = (change: Partial<WatchSlice>): void =>
    store.setState((state) => ({ watch: { ...state.watch, ...change } }));
  const read = async (): Promise<void> => {
    const outcome = await call("watch.list", undefined);
    set(outcome.ok ? outcome.value : { error: outcome.error.code });
  };
  const show = async (): Promise<void> => {
    store.setState({ screen: "watches" });
    set({ error: null });
    await read();
  };
  const add = async (input: string, order: { down: boolean; privateMode: boolean; keepOn: boolean }) => {
    if (slice().adding) return;
    set({ adding: true, error: null });
    const outcome = await call("watch.add", { input, ...order });
    if (!outcome.ok) return set({ adding: false, error: outcome.error.code });
    await read();
    set({ adding: false, input: "", begun: outcome.value.id, open: outcome.value.id });
  };
  const told = async (
    outcome: Promise<{ readonly ok: boolean; readonly error?: { readonly code: WatchSlice["error"] } }>,
  ) => {
    const { ok, error } = await outcome;
    set({ error: ok ? null : (error?.code ?? "crashed") });
  };
  return {
    showWatches: show,
    typeWatch: (input) => set({ input, error: null }),
    setNewKeepOn: (keepOn) => set({ keepOn }),
    addWatch: () => {
      const { input, keepOn } = slice();
      return add(input, { down: false, privateMode: store.getState().privateMode, keepOn });
    },
    watchFrom: async ({ url, privateMode }) => {
      await add(url, { down: true, privateMode, keepOn: false });
      store.setState({ screen: "watches" });
    },
    stopWatch: (id) => told(call("watch.stop", { id })),
    removeWatch: (id) => told(call("watch.remove", { id })),
    lookNow: (id) => told(call("watch.lookNow", { id })),
    keepWatching: (id, keepOn) => told(call("watch.keepOn", { id, keepOn })),
    setBackground: (keep) => told(call("watch.background", { keep })),
    openWatch: (open) => set({ open }),
    leaveWatches: () => {
      if (store.getState().run?.checkup) store.setState({ screen: "verdict" });
      else showHome();
    },
  };
}
