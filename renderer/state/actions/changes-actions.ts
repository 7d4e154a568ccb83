import type { Call } from "../call.ts";
import { type ChangesSlice, NO_CHANGES } from "../slices/changes.ts";
import type { AppStore } from "../store.ts";

/** What a person can do about changes that repairs made. */
export interface ChangesActions {
  readonly showChanges: () => Promise<void>;
  readonly decideChange: (id: string, keep: boolean) => Promise<void>;
}

export function createChangesActions(store: AppStore, call: Call): ChangesActions {
  const set = (change: Partial<ChangesSlice>): void =>
    store.setState((state) => ({ changes: { ...state.changes, ...change } }));
  return {
    showChanges: async () => {
      store.setState({ screen: "changes" });
      set({ answer: null, error: null });
      await readChanges(store, call);
    },
    decideChange: async (id, keep) => {
      if (store.getState().changes.busy) return;
      set({ busy: true, answer: null, error: null });
      const outcome = await call("changes.decide", { id, keep });
      if (outcome.ok) set({ busy: false, answer: outcome.value.answer, rows: outcome.value.changes });
      else set({ busy: false, error: outcome.error.code });
    },
  };
}

/** Reads them anew: at the start, so that what was left undecided is shown, and with the screen. */
export async function readChanges(store: AppStore, call: Call): Promise<void> {
  const outcome = await call("changes.list", undefined);
  store.setState((state) => ({
    changes: outcome.ok
      ? { ...state.changes, rows: outcome.value }
      : { ...(state.changes.rows === null ? NO_CHANGES : state.changes), error: outcome.error.code },
  }));
}
