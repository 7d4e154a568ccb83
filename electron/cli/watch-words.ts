import type { WatchLook, WatchNews, WatchView } from "../../shared/model/watch.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { printable, type Style } from "./style.ts";

/** What the lines of `watch` are made with. */
export interface LineParts {
  readonly t: Translator;
  readonly style: Style;
}

/** 16:04:09, as this computer's clock shows it. */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** One look in one line: when, status, what it means, how long, when the next is. */
export function lookLine({ at, code, status, ms }: WatchLook, nextAt: string | null, { t, style }: LineParts): string {
  const tone = code === "good" ? style.good : style.bad;
  const words = tone(t(`watch.look.${code}`));
  const next = nextAt === null ? "" : `, ${t("watch.terminal.next", { time: clockTime(nextAt) })}`;
  const quiet = style.dim(`(${(ms / 1_000).toFixed(1)} s${next})`);
  return `${style.dim(clockTime(at))}  ${status ?? "---"}  ${words}  ${quiet}\n`;
}

/** What happened, in a sentence or two. */
export function newsLine({ kind, downSince, firstGoodAt }: WatchNews, { t, style }: LineParts): string {
  const tone = kind === "down" ? style.bad : kind === "flapping" ? style.warn : style.good;
  const more = [
    ...(firstGoodAt === null ? [] : [t("watch.terminal.since", { time: clockTime(firstGoodAt) })]),
    ...(firstGoodAt === null || downSince === null
      ? []
      : [t("watch.terminal.was-down", { time: clockTime(downSince) })]),
  ];
  return `${[tone(style.bold(t(`watch.news.${kind}`))), ...more].join(" ")}\n`;
}

/** "3 of 12 looks were fine". */
export function shareWords({ total }: WatchView, t: Translator): string {
  return t("watch.share", { good: total.good, count: total.looks });
}

/** Why it waits. */
export function heldLine(view: WatchView, { t, style }: LineParts): string {
  if (view.held === null) return `${t("watch.resumed")}\n`;
  const words = t("watch.paused", { why: t(`watch.near.${view.held.why}`) });
  return `${style.dim(clockTime(view.held.since))}  ${style.warn(printable(words))}\n`;
}
