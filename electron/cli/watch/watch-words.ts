import type { WatchLook, WatchNews, WatchView } from "../../../shared/model/watch.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { printable, type Style } from "../terminal/style.ts";

/** What the lines of `watch` are made with. */
export interface LineParts {
  readonly t: Translator;
  readonly style: Style;
  /** Ms since 1970. */
  readonly now: () => number;
}

/** 16:04:09, as this computer's clock shows it; with its day before it when that is not the day of `now`. */
export function clockTime(iso: string, now: number): string {
  const time = new Date(iso);
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(":");
  const isToday = time.toDateString() === new Date(now).toDateString();
  return isToday ? clock : `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** One look in one line: when, status, what it means, how long, when the next is. */
export function lookLine(
  { at, code, status, ms }: WatchLook,
  nextAt: string | null,
  { t, style, now }: LineParts,
): string {
  const tone = code === "good" ? style.good : style.bad;
  const words = tone(t(`watch.look.${code}`));
  const next = nextAt === null ? "" : `, ${t("watch.terminal.next", { time: clockTime(nextAt, now()) })}`;
  const quiet = style.dim(`(${(ms / 1_000).toFixed(1)} s${next})`);
  return `${style.dim(clockTime(at, now()))}  ${status ?? "---"}  ${words}  ${quiet}\n`;
}

/** What happened, in a sentence or two. */
export function newsLine({ kind, downSince, firstGoodAt }: WatchNews, { t, style, now }: LineParts): string {
  const tone = kind === "down" ? style.bad : kind === "flapping" ? style.warn : style.good;
  const more = [
    ...(firstGoodAt === null ? [] : [t("watch.terminal.since", { time: clockTime(firstGoodAt, now()) })]),
    ...(firstGoodAt === null || downSince === null
      ? []
      : [t("watch.terminal.was-down", { time: clockTime(downSince, now()) })]),
  ];
  return `${[tone(style.bold(t(`watch.news.${kind}`))), ...more].join(" ")}\n`;
}

/** "3 of 12 looks were fine". */
export function shareWords({ total }: WatchView, t: Translator): string {
  return t("watch.share", { good: total.good, count: total.looks });
}

/** The site's own wish. */
export function waitLine(until: string, { t, style, now }: LineParts): string {
  return `${style.warn(t("watch.retry-after", { time: clockTime(until, now()) }))}\n`;
}

/** Why it waits. */
export function heldLine(view: WatchView, { t, style, now }: LineParts): string {
  if (view.held === null) return `${t("watch.resumed")}\n`;
  const words = t("watch.paused", { why: t(`watch.near.${view.held.why}`) });
  return `${style.dim(clockTime(view.held.since, now()))}  ${style.warn(printable(words))}\n`;
}
