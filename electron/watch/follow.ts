import type { WatchNews, WatchView } from "../../shared/model/watch.ts";
import type { WatchClock } from "./clock.ts";
import { viewOf } from "./record.ts";
import { runningOf, type WatchStore } from "./store.ts";

/** How often the file is looked at (ms); it costs one look at its time. */
const FOLLOW_MS = 1_000;

/** What following needs. */
export interface Following {
  readonly store: WatchStore;
  readonly url: string;
  readonly clock: WatchClock;
  readonly signal: AbortSignal;
  readonly onSeen: (view: WatchView, news: WatchNews | null) => void;
  /** Tries to do the looking itself; true when nobody else does any more. */
  readonly takeOver: () => Promise<boolean>;
}

/** Tells what another program of this person sees of a page, until the signal or until that program lets go of it. */
export async function followWatch({ store, url, clock, signal, onSeen, takeOver }: Following): Promise<void> {
  let told: string | null = null;
  let looks = -1;
  while (!signal.aborted) {
    const record = runningOf(store.read(), url);
    if (record === null) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      if (await takeOver()) return;
    } else if (record.total.looks !== looks) {
      const view = viewOf(record, clock.now(), true);
      const newest = view.news.at(-1) ?? null;
      const news = looks < 0 ? settledNews(view) : newest?.at === told ? null : newest;
      looks = record.total.looks;
      told = newest?.at ?? null;
      onSeen(view, news);
    }
    // oxlint-disable-next-line no-await-in-loop -- waiting is the point
    await pause(clock, signal);
  }
}

/** What was told before this began still holds only while the site is up. */
function settledNews(view: WatchView): WatchNews | null {
  if (view.state !== "up") return null;
  const at = view.looks.at(-1)?.at ?? view.since;
  return { kind: "works", at, downSince: null, firstGoodAt: view.since };
}

function pause(clock: WatchClock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener("abort", done);
      forget();
      resolve();
    };
    const forget = clock.after(FOLLOW_MS, done);
    signal.addEventListener("abort", done, { once: true });
  });
}
