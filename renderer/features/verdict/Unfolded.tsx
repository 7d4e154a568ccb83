import type { Checkup } from "../../../shared/model/checkup.ts";
import { Unfold } from "../../components/Unfold.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { AllChecks } from "./AllChecks.tsx";
import { Attempts, attemptsOf } from "./Attempts.tsx";
import { Details } from "./Details.tsx";
import { Sentences } from "./Reasons.tsx";
import css from "./verdict.module.css";

/** Everything else there is to know, folded away. */
export function Unfolded({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const { ruledOut, wouldChange } = checkup.judgement.verdict;
  const attempts = attemptsOf(checkup);
  const counted = (key: string, number: number): string => t("result.counted", { title: t(key), number });
  return (
    <div className={css["unfolded"]}>
      {ruledOut.length === 0 ? null : (
        <Unfold level={2} title={counted("result.ruled-out", ruledOut.length)}>
          <Sentences messages={ruledOut.map(({ because }) => because)} />
        </Unfold>
      )}
      {wouldChange.length === 0 ? null : (
        <Unfold level={2} title={t("result.would-change")}>
          <Sentences messages={wouldChange} />
        </Unfold>
      )}
      {attempts.length === 0 ? null : (
        <Unfold level={2} title={counted("result.attempts", attempts.length)}>
          <Attempts checkup={checkup} />
        </Unfold>
      )}
      <Unfold level={2} title={counted("result.checks", Object.keys(checkup.observations.checks).length)}>
        <AllChecks checks={checkup.observations.checks} />
      </Unfold>
      <Unfold level={2} title={t("result.details.title")}>
        <Details checkup={checkup} />
      </Unfold>
    </div>
  );
}
