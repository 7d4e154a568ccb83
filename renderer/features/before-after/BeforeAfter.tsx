import type { Battery, Comparison, Sample } from "../../../shared/model/comparison.ts";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import css from "./before-after.module.css";

/** Words of the table; they differ by what was done. */
export interface BeforeAfterWords {
  /** Heard before the table; empty for none. */
  readonly caption: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly unknown: string;
  readonly level: (level: Sample["level"]) => string;
  readonly details: (sample: Sample) => string;
}

interface Props {
  readonly comparison: Comparison;
  readonly rows: readonly { readonly which: keyof Battery; readonly name: string }[];
  readonly words: BeforeAfterWords;
}

/** Before and after, side by side, with what cannot have been influenced. */
export function BeforeAfter({ comparison, rows, words }: Props) {
  const after = comparison.after.at(-1) ?? null;
  return (
    <table className={css["sides"]}>
      {words.caption === "" ? null : <caption>{words.caption}</caption>}
      <thead>
        <tr>
          <th scope="col">
            <span className="only-heard">{words.what}</span>
          </th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ which, name }) => (
          <tr key={which}>
            <th scope="row">{name}</th>
            <td>
              <Seen sample={comparison.before[which]} words={words} />
            </td>
            <td>{after === null ? words.unknown : <Seen sample={after[which]} words={words} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MARKS: Readonly<Record<Sample["level"], Mark>> = { works: "pass", fails: "fail", unknown: "unknown" };

function Seen({ sample, words }: { readonly sample: Sample; readonly words: BeforeAfterWords }) {
  return (
    <span className={css["seen"]}>
      <StatusMark mark={MARKS[sample.level]} word="" />
      <span>
        {words.level(sample.level)}
        <span className={css["small"]}>{words.details(sample)}</span>
      </span>
    </span>
  );
}
