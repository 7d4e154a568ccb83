import type { Outcome } from "../../../shared/contract/calls.ts";
import type { UpdatesView } from "../../../shared/model/updates.ts";
import type { Call } from "../call.ts";
import type { AppStore } from "../store.ts";

/** What a person can do about newer versions. */
export interface UpdatesActions {
  readonly readUpdates: () => Promise<void>;
  readonly lookForUpdates: () => Promise<void>;
  readonly fetchUpdate: () => Promise<void>;
  readonly installUpdate: () => Promise<void>;
}

/** The actions over the store and the door to main. */
export function createUpdatesActions(store: AppStore, call: Call): UpdatesActions {
  const take = async (asked: Promise<Outcome<UpdatesView>>): Promise<void> => {
    const outcome = await asked;
    store.setState(({ updates }) => ({
      updates: outcome.ok ? { view: outcome.value, error: null } : { ...updates, error: outcome.error.code },
    }));
  };
  return {
    readUpdates: () => take(call("updates.read", undefined)),
    lookForUpdates: () => take(call("updates.look", undefined)),
    fetchUpdate: () => take(call("updates.fetch", undefined)),
    installUpdate: () => take(call("updates.install", undefined)),
  };
}
