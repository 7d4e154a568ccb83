import { SAVED_TEXT_LIMIT, type SavedPages } from "../../../shared/model/saved-page.ts";
import type { Call } from "../call.ts";
import { NO_SAVED, type SavedSlice } from "../slices/saved.ts";
import type { AppStore } from "../store.ts";

/** What a person can do with a saved error page. */
export interface SavedActions {
  readonly showSaved: () => void;
  readonly editSaved: (change: { readonly text?: string; readonly status?: string }) => void;
  /** Asks who made the text that was pasted. */
  readonly judgeSaved: () => Promise<void>;
  /** Main asks for a file and judges it. */
  readonly openSaved: () => Promise<void>;
  /** A file that was dropped on the window. */
  readonly dropSaved: (file: File) => Promise<void>;
  readonly showSavedPage: (index: number) => void;
  /** Back to the text, to correct it or to give another one. */
  readonly editSavedAgain: () => void;
}

/** Where makers sign: at the top, and some at the very end. Together less than one call carries. */
const HEAD = 160_000;
const TAIL = 20_000;

/** Largest dropped file that is read at all, bytes. */
const DROP_LIMIT = 32 * 1024 * 1024;

export function createSavedActions(store: AppStore, call: Call): SavedActions {
  const set = (change: Partial<SavedSlice>): void =>
    store.setState((state) => ({ saved: { ...state.saved, ...change } }));
  const settle = (pages: SavedPages): void =>
    set(pages.pages.length === 0 ? { busy: false, error: "no-answer" } : { busy: false, pages, shown: 0 });

  const judge = async (text: string, status: number | null): Promise<void> => {
    if (store.getState().saved.busy) return;
    set({ busy: true, error: null });
    const outcome = await call("page.classify", { text: shorten(text), status });
    if (outcome.ok) settle(outcome.value);
    else set({ busy: false, error: outcome.error.code });
  };

  return {
    showSaved: () => store.setState({ screen: "saved", run: null, startError: null, stopped: false, saved: NO_SAVED }),
    editSaved: (change) => set({ ...change, error: null, ...(change.text === undefined ? {} : { fileName: null }) }),
    judgeSaved: async () => {
      const { text, status } = store.getState().saved;
      const wanted = status.trim();
      if (text.trim() === "") return set({ error: "empty" });
      if (wanted !== "" && !/^[1-5]\d\d$/.test(wanted)) return set({ error: "bad-status" });
      await judge(text, wanted === "" ? null : Number(wanted));
    },
    openSaved: async () => {
      if (store.getState().saved.busy) return;
      set({ busy: true, error: null });
      const outcome = await call("page.open", undefined);
      if (!outcome.ok) return set({ busy: false, error: outcome.error.code });
      if (outcome.value === null) return set({ busy: false });
      set({ text: outcome.value.text, fileName: outcome.value.name });
      settle(outcome.value.pages);
    },
    dropSaved: async (file) => {
      if (file.size > DROP_LIMIT) return set({ error: "too-large-drop" });
      const text = await file.text().catch(() => null);
      if (text === null) return set({ error: "not-readable" });
      // Half of a log is no log; half of a page still has its maker's marks.
      if (text.length > SAVED_TEXT_LIMIT && /^\s*[{[]/.test(text)) return set({ error: "too-large-drop" });
      set({ text: shorten(text), fileName: file.name });
      await judge(text, null);
    },
    showSavedPage: (shown) => set({ shown }),
    editSavedAgain: () => set({ pages: null, error: null }),
  };
}

function shorten(text: string): string {
  return text.length <= SAVED_TEXT_LIMIT ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}
