import type { Compared, ReportOpened, ReportShown, ReportSource } from "../../../shared/model/report-desk.ts";
import { REPORT_SIZE_LIMIT } from "../../../shared/model/report.ts";
import type { Call } from "../call.ts";
import {
  type Doomed,
  NO_PAST,
  NOT_WRONG,
  NOTHING_OPENED,
  type OpenedSlice,
  type PastSlice,
  type WrongSlice,
} from "../slices/past.ts";
import type { AppStore } from "../store.ts";

/** What a person can do with what happened before, and with somebody else's report. */
export interface PastActions {
  readonly showHistory: () => Promise<void>;
  readonly searchHistory: (query: string) => Promise<void>;
  /** Chooses a check-up for the comparison, or lets go of it. A third one takes the place of the first. */
  readonly pick: (id: string) => void;
  readonly compare: () => Promise<void>;
  readonly endCompare: () => void;
  /** Asks whether to delete; null takes the question back. */
  readonly doom: (what: Doomed | null) => void;
  readonly deleteDoomed: () => Promise<void>;
  /** Opens a check-up of the history, or of a file, for reading. */
  readonly showKept: (source: ReportSource) => Promise<void>;
  /** Opens somebody's report: the file that was dropped, or, with null, one that main asks for. */
  readonly openReportFile: (file: File | null) => Promise<void>;
  readonly leaveOpened: () => void;
  readonly showWrong: (source: ReportSource, about: { readonly host: string; readonly note?: string }) => void;
  readonly editWrong: (note: string) => void;
  /** Keeps the note with the check-up and judges again. Nothing is sent. */
  readonly keepWrong: () => Promise<void>;
  readonly leaveWrong: () => void;
}

export function createPastActions(store: AppStore, call: Call): PastActions {
  return {
    ...listActions(store, call),
    ...openActions(store, call),
    ...wrongActions(store, call),
  };
}

function listActions(store: AppStore, call: Call) {
  const set = (change: Partial<PastSlice>): void => store.setState((state) => ({ past: { ...state.past, ...change } }));
  const past = (): PastSlice => store.getState().past;
  const read = async (query: string): Promise<void> => {
    const outcome = await call("history.list", { query });
    // An answer to an older question comes too late.
    if (past().query !== query) return;
    set(outcome.ok ? { list: outcome.value, error: null } : { error: outcome.error.code });
  };
  return {
    showHistory: async () => {
      store.setState({ screen: "past", run: null, startError: null, stopped: false, past: NO_PAST });
      await read("");
    },
    searchHistory: async (query: string) => {
      set({ query, deleted: null });
      await read(query);
    },
    pick: (id: string) => {
      const { picked } = past();
      set({ picked: picked.includes(id) ? picked.filter((one) => one !== id) : [...picked.slice(-1), id] });
    },
    compare: async () => {
      const [one, other] = past().picked;
      if (one === undefined || other === undefined) return;
      const outcome = await call("history.compare", { ids: [one, other] });
      set(outcome.ok ? { compared: outcome.value, error: null } : { error: outcome.error.code });
    },
    endCompare: () => set({ compared: null as Compared | null, picked: [] }),
    doom: (doomed: Doomed | null) => set({ doomed, deleted: null }),
    deleteDoomed: async () => {
      const { doomed, query } = past();
      if (doomed === null) return;
      const outcome =
        doomed.kind === "all"
          ? await call("history.removeAll", undefined)
          : await call("history.remove", { id: doomed.id });
      set({ doomed: null, picked: [] });
      if (!outcome.ok) return set({ error: outcome.error.code });
      set({ deleted: Number(outcome.value.removed) });
      await read(query);
    },
  };
}

function openActions(store: AppStore, call: Call) {
  const set = (change: Partial<OpenedSlice>): void =>
    store.setState((state) => ({ opened: { ...state.opened, ...change } }));
  const begin = (): void => {
    const { screen, opened } = store.getState();
    set({ ...NOTHING_OPENED, busy: true, from: screen === "opened" ? opened.from : screen });
  };
  const settle = (shown: ReportShown): void => {
    set({ shown, busy: false });
    store.setState({ screen: "opened" });
  };
  const settleFile = (opened: ReportOpened): void => {
    if (opened.kind === "opened") return settle(opened.shown);
    // Said on a screen of its own, since a file can be dropped anywhere.
    set({ shown: null, busy: false, error: opened.error });
    store.setState({ screen: "opened" });
  };
  const failed = (error: OpenedSlice["error"]): void => {
    set({ shown: null, busy: false, error });
    store.setState({ screen: "opened" });
  };
  return {
    showKept: async (source: ReportSource) => {
      begin();
      const outcome = await call("report.show", { source });
      if (outcome.ok) settle(outcome.value);
      else failed(outcome.error.code);
    },
    openReportFile: async (file: File | null) => {
      begin();
      if (file === null) {
        const outcome = await call("report.open", undefined);
        if (!outcome.ok) failed(outcome.error.code);
        else if (outcome.value === null) set({ busy: false });
        else settleFile(outcome.value);
        return;
      }
      if (file.size > REPORT_SIZE_LIMIT) return failed("too-large");
      const text = await file.text().catch(() => null);
      if (text === null) return failed("not-readable");
      const outcome = await call("report.read", { name: file.name.slice(0, 300), text });
      if (outcome.ok) settleFile(outcome.value);
      else failed(outcome.error.code);
    },
    leaveOpened: () => store.setState({ screen: store.getState().opened.from }),
  };
}

function wrongActions(store: AppStore, call: Call) {
  const set = (change: Partial<WrongSlice>): void =>
    store.setState((state) => ({ wrong: { ...state.wrong, ...change } }));
  return {
    showWrong: (source: ReportSource, { host, note = "" }: { readonly host: string; readonly note?: string }) => {
      const { screen } = store.getState();
      store.setState({ wrong: { ...NOT_WRONG, source, host, note, from: screen }, screen: "wrong" });
    },
    editWrong: (note: string) => set({ note, error: null }),
    keepWrong: async () => {
      const { source, note, busy } = store.getState().wrong;
      if (source === null || busy) return;
      if (note.trim() === "") return set({ error: "empty" });
      set({ busy: true, error: null });
      const outcome = await call("report.wrong", { source, note: note.trim() });
      set({ busy: false, ...(outcome.ok ? { rejudged: outcome.value } : { error: outcome.error.code }) });
    },
    leaveWrong: () => store.setState({ screen: store.getState().wrong.from }),
  };
}
