import type { Difference } from "../../../shared/model/report-desk.ts";
import { Unfold } from "../../components/Unfold.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { WithTerms } from "../explain/WithTerms.tsx";
import css from "./past.module.css";
import { sayDifference } from "./words.ts";

/** What differs: the verdict and how the checks went in sight, single facts folded away. */
export function Differences({ of: differences }: { readonly of: readonly Difference[] }) {
  const t = useText();
  const facts = differences.filter((one) => one.what === "fact" && one.path !== "status");
  const plain = differences.filter((one) => !facts.includes(one));
  if (differences.length === 0) return <p>{t("past.differs.nothing")}</p>;
  return (
    <>
      {plain.length === 0 ? <p>{t("past.differs.only-facts")}</p> : <Lines of={plain} />}
      {facts.length === 0 ? null : (
        <Unfold level={2} title={t("past.differs.facts", { count: facts.length })}>
          <Lines of={facts} />
        </Unfold>
      )}
    </>
  );
}

function Lines({ of: differences }: { readonly of: readonly Difference[] }) {
  const t = useText();
  return (
    <ul className={css["points"]}>
      {differences.map((difference) => {
        const line = sayDifference(difference, t);
        return (
          <li key={line}>
            <WithTerms text={line} />
          </li>
        );
      })}
    </ul>
  );
}
