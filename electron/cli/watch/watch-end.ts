import type { Target } from "../../../shared/model/target.ts";
import type { WatchNews, WatchView } from "../../../shared/model/watch.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { clockTime, shareWords } from "./watch-words.ts";

/** How a wait ended. */
export type Outcome = "back" | "works" | "other-page" | "interrupted" | "stopped";

/** A wait that is over. */
export interface Ended {
  readonly outcome: Outcome;
  readonly view: WatchView;
  readonly news: WatchNews | null;
  /** Ms since 1970. */
  readonly at: number;
}

/** What is known before the first look. */
export function nothingYet({ url, displayHost }: Target, privateMode: boolean, now: number): WatchView {
  const at = new Date(now).toISOString();
  const nothing = { endedAt: null, end: null, downSince: null, looks: [], news: [], nextAt: at, held: null };
  const times = { startedAt: at, since: at, retryAfterUntil: null, total: { looks: 0, good: 0 } };
  return { id: "", url, displayHost, state: "new", keepOn: false, privateMode, elsewhere: false, ...nothing, ...times };
}

/** The last line for people; of a wait that came to nothing it sums up what was seen. */
export function lastLine({ outcome, view, at }: Ended, t: Translator): string {
  const share = shareWords(view, t);
  if (outcome !== "interrupted" && outcome !== "stopped") return `${share}.\n`;
  const time = (iso: string): string => clockTime(iso, at);
  const lines = [
    t(`watch.terminal.${outcome}`, { share }),
    t("watch.terminal.watched", { time: time(view.startedAt) }),
    ...(view.total.looks === 0
      ? []
      : [t("watch.terminal.last-seen", { state: t(`watch.state.${view.state}`), time: time(view.since) })]),
  ];
  return `${lines.join(" ")}\n`;
}

/** The one document of `--json`, and the last line of `--events`. */
export function documentOf({ outcome, view, news, at }: Ended) {
  const { url, startedAt, state, looks, total, held, retryAfterUntil } = view;
  return {
    schemaVersion: 1,
    url,
    outcome,
    back: outcome === "back" || outcome === "works" || outcome === "other-page",
    startedAt,
    endedAt: new Date(at).toISOString(),
    downSince: news?.downSince ?? view.downSince,
    fineSince: news?.firstGoodAt ?? null,
    toldAt: news?.at ?? null,
    state,
    total,
    held,
    retryAfterUntil,
    looks,
    news: view.news,
  };
}
