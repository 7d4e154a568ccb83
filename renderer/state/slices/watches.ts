import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { WatchBackground, WatchEvent, WatchView } from "../../../shared/model/watch.ts";

/** What the window knows of the watches. `watches` null: not asked for yet. */
export interface WatchSlice {
  readonly watches: readonly WatchView[] | null;
  readonly background: WatchBackground;
  readonly input: string;
  readonly keepOn: boolean;
  readonly adding: boolean;
  readonly error: ErrorCode | null;
  /** The watch whose timeline is open; null: none. */
  readonly open: string | null;
  /** The watch that was begun or asked for last; its place is told and it is shown first. */
  readonly begun: string | null;
}

export const NO_WATCHES: WatchSlice = {
  watches: null,
  background: "ask",
  input: "",
  keepOn: false,
  adding: false,
  error: null,
  open: null,
  begun: null,
};

/** The slice after one of main's events. */
export function afterWatchEvent(slice: WatchSlice, event: WatchEvent): WatchSlice {
  switch (event.kind) {
    case "changed":
      return { ...slice, watches: withWatch(slice.watches ?? [], event.watch) };
    case "removed":
      return { ...slice, watches: (slice.watches ?? []).filter(({ id }) => id !== event.id) };
    case "background":
      return { ...slice, background: event.background };
    case "show":
      return { ...slice, open: event.id ?? slice.open };
  }
}

/** Running ones first, newest first; a changed one keeps its place. */
function withWatch(watches: readonly WatchView[], changed: WatchView): readonly WatchView[] {
  const others = watches.filter(({ id }) => id !== changed.id);
  return [...others, changed].toSorted(
    (a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || b.startedAt.localeCompare(a.startedAt),
  );
}
