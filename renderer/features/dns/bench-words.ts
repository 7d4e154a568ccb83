import type { BenchReport } from "../../../shared/model/dns-bench.ts";
import type { Translator } from "../../../shared/text/translator.ts";

/** The answer of a benchmark in one sentence, what there is to add, and whether another server is worth a look. */
export function benchWords(
  { verdict, rows }: BenchReport,
  t: Translator,
): { readonly title: string; readonly text: string; readonly worthIt: boolean } {
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? id;
  switch (verdict.kind) {
    case "switch":
      return {
        title: t("mydns.speed.switch-title", { name: nameOf(verdict.to) }),
        text: t("mydns.speed.switch", {
          gain: Math.round(verdict.gainMs),
          share: Math.round(verdict.gainShare * 100),
          p: verdict.p < 0.001 ? "< 0.001" : verdict.p.toFixed(3),
        }),
        worthIt: true,
      };
    case "unreliable":
      return verdict.best === null
        ? { title: t("mydns.speed.unreliable-alone"), text: "", worthIt: false }
        : {
            title: t("mydns.speed.unreliable-best"),
            text: t("mydns.speed.unreliable-try", { name: nameOf(verdict.best) }),
            worthIt: true,
          };
    case "keep":
    case "no-current":
    case "too-few":
      return { title: t(`mydns.speed.${verdict.kind}`), text: "", worthIt: false };
  }
}
