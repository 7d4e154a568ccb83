import type { Verdict } from "../../shared/model/verdict.ts";
import type { Translator } from "../../shared/text/translator.ts";

/** The sentence of a key, or what is given instead where the catalogue has none (a report of a newer version, for one). */
export function say(
  t: Translator,
  key: string,
  otherwise: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  // Asking whether the key exists would miss keys that have plural forms only.
  const sentence = t(key, values);
  return sentence === key ? otherwise : sentence;
}

/** A clause as a list entry of its own: with a capital. */
export function asEntry(t: Translator, clause: string): string {
  const [first = ""] = clause;
  return first.toLocaleUpperCase(t.language) + clause.slice(first.length);
}

/** Why another explanation is out: its name, and the reason. */
export function sayRuledOut(t: Translator, { code, because }: Verdict["ruledOut"][number]): string {
  return t("result.rival.out", { name: say(t, `rival.${code}`, code), because: t.message(because) });
}

/** What would decide about another explanation that is still open. */
export function sayLeftOpen(t: Translator, { code, wouldDecide }: Verdict["leftOpen"][number]): string {
  return t("result.rival.open", { name: say(t, `rival.${code}`, code), would: t.message(wouldDecide) });
}

/** How sure a verdict is, in words. One that claims nothing cannot be sure of it either. */
export function sayConfidence({ code, confidence }: Verdict, t: Translator): string {
  return t(`result.confidence.${code === "inconclusive" ? "none" : confidence}`);
}

/** "2.3 s"; times too short to matter read "< 0.1 s". `ms` in milliseconds. */
export function sayDuration(t: Translator, ms: number): string {
  const number = new Intl.NumberFormat(t.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const value = number.format(Math.max(ms, 0) / 1000);
  if (ms > 0 && ms < 50) return t("common.under-seconds", { value: number.format(0.1) });
  return t("common.seconds", { value });
}

/** From here on a wait is said in minutes, seconds. */
const IN_MINUTES = 120;

/** How long to wait: "45 seconds", "10 minutes". */
export function sayWait(t: Translator, seconds: number): string {
  const [value, unit] = seconds < IN_MINUTES ? [seconds, "second"] : [Math.round(seconds / 60), "minute"];
  return new Intl.NumberFormat(t.language, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** Time of day, as this person's system writes it. */
export function sayTime(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { timeStyle: "short" }).format(new Date(iso));
}

/** Date and time of day, for a list of what happened. */
export function sayDay(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** Date, time and zone, for the small print. */
export function sayMoment(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { dateStyle: "medium", timeStyle: "long" }).format(new Date(iso));
}
