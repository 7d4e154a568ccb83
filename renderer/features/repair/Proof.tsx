import type { Battery, Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import { say, sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./repair.module.css";

interface Props {
  readonly step: StepRecord;
  readonly comparison: Comparison;
}

/** Before and after, side by side, with what the step cannot have influenced. */
export function Proof({ step, comparison }: Props) {
  const t = useText();
  const after = comparison.after.at(-1) ?? null;
  const controlled = comparison.before.control.seen !== "not-looked";
  return (
    <table className={css["sides"]}>
      <caption>{t("guided.proof.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-heard">{t("guided.proof.what")}</span>
          </th>
          <th scope="col">{t("guided.proof.before")}</th>
          <th scope="col">{t("guided.proof.after")}</th>
        </tr>
      </thead>
      <tbody>
        <Row
          name={t(`guided.proof.target.${step.plan.look}`)}
          which="target"
          before={comparison.before}
          after={after}
        />
        {controlled ? (
          <Row
            name={t(`guided.proof.control.${step.control}`)}
            which="control"
            before={comparison.before}
            after={after}
          />
        ) : null}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly which: keyof Battery;
  readonly before: Battery;
  readonly after: Battery | null;
}

function Row({ name, which, before, after }: RowProps) {
  const t = useText();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Seen sample={before[which]} />
      </td>
      <td>{after === null ? t("guided.proof.unknown") : <Seen sample={after[which]} />}</td>
    </tr>
  );
}

const MARKS: Readonly<Record<Sample["level"], Mark>> = { works: "pass", fails: "fail", unknown: "unknown" };

function Seen({ sample }: { readonly sample: Sample }) {
  const t = useText();
  return (
    <span className={css["seen"]}>
      <StatusMark mark={MARKS[sample.level]} word="" />
      <span>
        {t(`guided.proof.${sample.level}`)}
        <span className={css["small"]}>{detailsOf(sample, t)}</span>
      </span>
    </span>
  );
}

function detailsOf({ lookupMs, seen, address }: Sample, t: Translator): string {
  const parts = [
    seen.startsWith("said-") || seen === "not-looked" ? "" : say(t, `rival.${seen}`, seen),
    lookupMs === null ? "" : t("mydns.compare.lookup", { time: sayDuration(t, lookupMs) }),
    address ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
