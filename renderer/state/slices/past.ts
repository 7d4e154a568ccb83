import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type {
  Compared,
  HistoryList,
  RejudgedLine,
  ReportShown,
  ReportSource,
} from "../../../shared/model/report-desk.ts";
import type { ReportError } from "../../../shared/model/report.ts";
import type { ScreenName } from "../screen-name.ts";

/** Something the person is about to delete. */
export type Doomed = { readonly kind: "one"; readonly id: string } | { readonly kind: "all" };

/** Everything that happened on this computer. */
export interface PastSlice {
  readonly query: string;
  /** Null: not read yet. */
  readonly list: HistoryList | null;
  /** Check-ups chosen to be compared: at most two. */
  readonly picked: readonly string[];
  readonly compared: Compared | null;
  readonly doomed: Doomed | null;
  /** How many were deleted a moment ago; null: nothing was. */
  readonly deleted: number | null;
  readonly error: ErrorCode | null;
}

/** A report that is open for reading: one of the history, or somebody else's. */
export interface OpenedSlice {
  readonly shown: ReportShown | null;
  readonly from: ScreenName;
  readonly busy: boolean;
  readonly error: ErrorCode | ReportError | null;
}

/** "This verdict is wrong." */
export interface WrongSlice {
  readonly source: ReportSource | null;
  readonly host: string;
  readonly from: ScreenName;
  readonly note: string;
  readonly busy: boolean;
  readonly error: ErrorCode | null;
  /** Null until the note is kept. */
  readonly rejudged: RejudgedLine | null;
}

export const NO_PAST: PastSlice = {
  query: "",
  list: null,
  picked: [],
  compared: null,
  doomed: null,
  deleted: null,
  error: null,
};
export const NOTHING_OPENED: OpenedSlice = { shown: null, from: "home", busy: false, error: null };
export const NOT_WRONG: WrongSlice = {
  source: null,
  host: "",
  from: "home",
  note: "",
  busy: false,
  error: null,
  rejudged: null,
};
