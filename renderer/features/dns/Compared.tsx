import type { Battery, Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./dns.module.css";

/** Before and after, side by side, with the control; and what that means, said honestly. */
export function Compared({ comparison }: { readonly comparison: Comparison }) {
  const t = useText();
  const after = comparison.after.at(-1) ?? null;
  return (
    <Section title={t("mydns.compare.title")}>
      <p>{t(`dns.comparison.${comparison.outcome}`)}</p>
      <table className={css["sides"]}>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-heard">{t("mydns.compare.what")}</span>
            </th>
            <th scope="col">{t("mydns.compare.before")}</th>
            <th scope="col">{t("mydns.compare.after")}</th>
          </tr>
        </thead>
        <tbody>
          {(["target", "control"] as const).map((which) => (
            <Row key={which} which={which} before={comparison.before} after={after} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface RowProps {
  readonly which: keyof Battery;
  readonly before: Battery;
  readonly after: Battery | null;
}

function Row({ which, before, after }: RowProps) {
  const t = useText();
  return (
    <tr>
      <th scope="row">{t(`mydns.compare.${which}`)}</th>
      <td>
        <Seen sample={before[which]} />
      </td>
      <td>{after === null ? t("mydns.compare.unknown") : <Seen sample={after[which]} />}</td>
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
        {t(`mydns.compare.${sample.level}`)}
        <span className={css["small"]}>{details(sample, t)}</span>
      </span>
    </span>
  );
}

function details({ lookupMs, seen, address }: Sample, t: Translator): string {
  const parts = [
    seen,
    ...(lookupMs === null ? [] : [t("mydns.compare.lookup", { time: sayDuration(t, lookupMs) })]),
    ...(address === null ? [] : [address]),
  ];
  return parts.join(", ");
}
