import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import { PATH_NODES, type PathState } from "../../../shared/model/path.ts";
import type { SavedPage, SavedPages } from "../../../shared/model/saved-page.ts";

/** Why a saved page could not be judged: main's reason, or one of the form's own. */
export type SavedError = ErrorCode | "bad-status" | "no-answer" | "too-large-drop";

/** A saved error page: what was given, and what it turned out to be. */
export interface SavedSlice {
  readonly text: string;
  /** As typed; may be empty. */
  readonly status: string;
  /** The file it came from; null when it was pasted. */
  readonly fileName: string | null;
  readonly busy: boolean;
  readonly error: SavedError | null;
  /** Null: nothing was judged yet. */
  readonly pages: SavedPages | null;
  /** Which of the pages is open. */
  readonly shown: number;
}

export const NO_SAVED: SavedSlice = {
  text: "",
  status: "",
  fileName: null,
  busy: false,
  error: null,
  pages: null,
  shown: 0,
};

/** The answer that is open; null while there is none. */
export function shownPage({ pages, shown }: SavedSlice): SavedPage | null {
  return pages?.pages[shown] ?? null;
}

const PATHS: ReadonlyMap<string, readonly PathState[]> = new Map(
  PATH_NODES.map((node) => [node, [{ node, state: "fault" as const }]]),
);

/** The one place a saved page speaks of; null when it speaks of none. The same object every time. */
export function pathOfSaved(saved: SavedSlice): readonly PathState[] | null {
  const page = shownPage(saved);
  return page === null ? null : pathOfFault(page.found.faultSide);
}

/** The one place that a fault side names; null when it names none. The same object every time. */
export function pathOfFault(side: string): readonly PathState[] | null {
  return PATHS.get(side) ?? null;
}
