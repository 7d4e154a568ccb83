import type { Call } from "../call.ts";
import { NO_OWNER, type OwnerSlice } from "../slices/owner.ts";
import type { AppStore } from "../store.ts";

/** What a site's owner can do. */
export interface OwnerActions {
  /** Opens the owner's page, with the address of the check-up that is on the screen. */
  readonly showOwner: () => void;
  readonly editOwner: (change: { readonly input?: string; readonly origin?: string }) => void;
  readonly askOwner: () => Promise<void>;
  readonly leaveOwner: () => void;
}

export function createOwnerActions(store: AppStore, call: Call): OwnerActions {
  const set = (change: Partial<OwnerSlice>): void =>
    store.setState(({ owner }) => ({ owner: { ...owner, ...change } }));
  return {
    showOwner: () =>
      store.setState(({ screen, run, input }) => ({
        screen: "owner",
        owner: { ...NO_OWNER, input: run?.target.url ?? input, from: screen },
      })),
    editOwner: (change) => set({ ...change, error: null }),
    askOwner: async () => {
      const { privateMode } = store.getState();
      const { busy, input, origin } = store.getState().owner;
      if (busy) return;
      set({ busy: true, error: null, report: null });
      const outcome = await call("owner.ask", { input, origin, privateMode });
      if (!outcome.ok) return set({ busy: false, error: outcome.error.code });
      const { value } = outcome;
      set(value.kind === "asked" ? { busy: false, report: value.report } : { busy: false, error: "bad-origin" });
    },
    leaveOwner: () => store.setState(({ owner }) => ({ screen: owner.from })),
  };
}
