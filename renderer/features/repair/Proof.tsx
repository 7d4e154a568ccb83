import type { Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { BeforeAfter } from "../before-after/BeforeAfter.tsx";
import { saySeen } from "../before-after/say-seen.ts";
import { say, sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";

interface Props {
  readonly step: StepRecord;
  readonly comparison: Comparison;
}

/** Before and after, side by side, with what the step cannot have influenced. */
export function Proof({ step, comparison }: Props) {
  const t = useText();
  const controlled = comparison.before.control.seen !== "not-looked";
  const target = { which: "target", name: t(`guided.proof.target.${step.plan.look}`) } as const;
  const control = { which: "control", name: t(`guided.proof.control.${step.control}`) } as const;
  return (
    <BeforeAfter
      comparison={comparison}
      rows={controlled ? [target, control] : [target]}
      words={{
        caption: t("guided.proof.caption"),
        what: t("guided.proof.what"),
        before: t("guided.proof.before"),
        after: t("guided.proof.after"),
        unknown: t("guided.proof.unknown"),
        level: (level) => t(`guided.proof.${level}`),
        details: (sample) => detailsOf(sample, t),
      }}
    />
  );
}

function detailsOf({ lookupMs, seen, address }: Sample, t: Translator): string {
  const parts = [
    seen.startsWith("said-") || seen === "not-looked" ? "" : say(t, `rival.${seen}`, saySeen(seen, t)),
    lookupMs === null ? "" : t("mydns.compare.lookup", { time: sayDuration(t, lookupMs) }),
    address ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
