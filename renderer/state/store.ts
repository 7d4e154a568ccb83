import { createStore, type StoreApi } from "zustand/vanilla";
import type { Output } from "../../shared/contract/calls.ts";
import type { ErrorCode } from "../../shared/contract/error-code.ts";
import type { CheckupEvent } from "../../shared/model/checkup.ts";
import { NO_DNS, type DnsSlice } from "./slices/dns.ts";
import { NO_CHANGES, type ChangesSlice } from "./slices/changes.ts";
import { NO_GUIDED, type GuidedSlice } from "./slices/guided.ts";
import {
  NO_PAST,
  NOT_WRONG,
  NOTHING_OPENED,
  type OpenedSlice,
  type PastSlice,
  type WrongSlice,
} from "./slices/past.ts";
import { NO_REPORT, type ReportSlice } from "./slices/report.ts";
import { NO_CONTACT, type ContactSlice } from "./slices/contact.ts";
import { NO_OWNER, type OwnerSlice } from "./slices/owner.ts";
import { NO_EXPLAIN, type ExplainSlice } from "./slices/explain.ts";
import type { Run, RunRequest } from "./slices/run.ts";
import { NO_UPDATES, type UpdatesSlice } from "./slices/updates.ts";
import { NO_SETTINGS, type SettingsSlice } from "./slices/settings.ts";
import { NO_WATCHES, type WatchSlice } from "./slices/watches.ts";
import { NO_SAVED, type SavedSlice } from "./slices/saved.ts";
import type { ScreenName } from "./screen-name.ts";

/** What the person is doing on the first screen. */
export interface HomeSlice {
  readonly input: string;
  readonly privateMode: boolean;
  /** An address on the clipboard; offered, never filled in by itself. */
  readonly offer: string | null;
}

/** The built-in network to practise on. `null`: not asked for yet. */
export interface PracticeSlice {
  readonly scenarios: Output<"practice.list"> | null;
  readonly scenariosError: ErrorCode | null;
}

/** The check-up that is being started, runs or has ended. */
export interface RunSlice {
  /** Asked for, not answered yet. */
  readonly starting: RunRequest | null;
  /** Events that came before the answer that tells the check-up's id. */
  readonly early: readonly CheckupEvent[];
  readonly run: Run | null;
  readonly startError: ErrorCode | null;
  /** The last check-up was stopped by the person. */
  readonly stopped: boolean;
}

export interface AppState extends HomeSlice, PracticeSlice, RunSlice {
  readonly screen: ScreenName;
  readonly info: Output<"app.info"> | null;
  readonly saved: SavedSlice;
  readonly dns: DnsSlice;
  readonly guided: GuidedSlice;
  readonly changes: ChangesSlice;
  readonly watch: WatchSlice;
  readonly report: ReportSlice;
  readonly past: PastSlice;
  readonly opened: OpenedSlice;
  readonly wrong: WrongSlice;
  readonly settings: SettingsSlice;
  readonly updates: UpdatesSlice;
  readonly explain: ExplainSlice;
  readonly contact: ContactSlice;
  readonly owner: OwnerSlice;
  /** Names of real sites that were checked in this window, newest first, each once. */
  readonly checkedHosts: readonly string[];
}

export type AppStore = StoreApi<AppState>;

/** A window that was just opened. */
export function createAppStore(): AppStore {
  return createStore<AppState>(() => ({
    screen: "home",
    info: null,
    input: "",
    privateMode: false,
    offer: null,
    scenarios: null,
    scenariosError: null,
    starting: null,
    early: [],
    run: null,
    startError: null,
    stopped: false,
    saved: NO_SAVED,
    dns: NO_DNS,
    guided: NO_GUIDED,
    changes: NO_CHANGES,
    watch: NO_WATCHES,
    report: NO_REPORT,
    past: NO_PAST,
    opened: NOTHING_OPENED,
    wrong: NOT_WRONG,
    settings: NO_SETTINGS,
    updates: NO_UPDATES,
    explain: NO_EXPLAIN,
    contact: NO_CONTACT,
    owner: NO_OWNER,
    checkedHosts: [],
  }));
}
