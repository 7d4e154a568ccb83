import type { Message } from "../../shared/model/message.ts";
import type { Verdict } from "../../shared/model/verdict.ts";
import type { Translator } from "../../shared/text/translator.ts";

/** The sentence of a key, or the plain code where the catalogue has none (a report of a newer version, for one). */
export function say(
  t: Translator,
  key: string,
  otherwise: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return t.has(key) ? t(key, values) : otherwise;
}

/** The same for a sentence that comes as data. */
export function sayMessage(t: Translator, message: Message): string {
  return t.has(message.key) ? t.message(message) : message.key;
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

/** Time of day, as this person's system writes it. */
export function sayTime(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { timeStyle: "short" }).format(new Date(iso));
}

/** Date, time and zone, for the small print. */
export function sayMoment(t: Translator, iso: string): string {
  return new Intl.DateTimeFormat(t.language, { dateStyle: "medium", timeStyle: "long" }).format(new Date(iso));
}
