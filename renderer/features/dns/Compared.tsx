import type { Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { BeforeAfter } from "../before-after/BeforeAfter.tsx";
import { saySeen } from "../before-after/say-seen.ts";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";

/** Before and after, side by side, with the control; and what that means, said honestly. */
export function Compared({ comparison }: { readonly comparison: Comparison }) {
  const t = useText();
  const rows = (["target", "control"] as const).map((which) => ({ which, name: t(`mydns.compare.${which}`) }));
  return (
    <Section title={t("mydns.compare.title")}>
      <p>{t(`dns.comparison.${comparison.outcome}`)}</p>
      <BeforeAfter
        comparison={comparison}
        rows={rows}
        words={{
          caption: "",
          what: t("mydns.compare.what"),
          before: t("mydns.compare.before"),
          after: t("mydns.compare.after"),
          unknown: t("mydns.compare.unknown"),
          level: (level) => t(`mydns.compare.${level}`),
          details: (sample) => details(sample, t),
        }}
      />
    </Section>
  );
}

function details({ lookupMs, seen, address }: Sample, t: Translator): string {
  const parts = [
    saySeen(seen, t),
    ...(lookupMs === null ? [] : [t("mydns.compare.lookup", { time: sayDuration(t, lookupMs) })]),
    ...(address === null ? [] : [address]),
  ];
  return parts.join(", ");
}
