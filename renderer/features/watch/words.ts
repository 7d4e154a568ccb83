import type { WatchView } from "../../../shared/model/watch.ts";
import type { Translator } from "../../../shared/text/translator.ts";

/** "3 of 12 looks were fine". */
export function sayShare({ total }: WatchView, t: Translator): string {
  return t("watch.share", { good: total.good, count: total.looks });
}

/** The newest thing worth saying aloud; empty when there is none. */
export function newestNews(watches: readonly WatchView[], t: Translator): string {
  const all = watches.flatMap(({ displayHost, news }) => news.slice(-1).map((one) => ({ displayHost, ...one })));
  const [newest] = all.toSorted((a, b) => b.at.localeCompare(a.at));
  return newest === undefined ? "" : t(`watch.notice.${newest.kind}.title`, { host: newest.displayHost });
}

/** Time of day, to the second. */
export function sayClock(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { timeStyle: "medium" }).format(new Date(iso));
}

/** The same, with its day where that is not today: a site may ask to be left alone until tomorrow. */
export function sayWhen(t: Translator, iso: string): string {
  const time = new Date(iso);
  if (time.toDateString() === new Date().toDateString()) return sayClock(t, iso);
  return new Intl.DateTimeFormat(t.language, { dateStyle: "medium", timeStyle: "medium" }).format(time);
}
