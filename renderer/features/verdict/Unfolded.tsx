import type { Message } from "../../../shared/model/message.ts";
import type { Verdict } from "../../../shared/model/verdict.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { Unfold } from "../../components/Unfold.tsx";
import { asEntry, sayRuledOut } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { AllChecks } from "./AllChecks.tsx";
import { Attempts, attemptsOf } from "./Attempts.tsx";
import { Details } from "./Details.tsx";
import { Sentences } from "./Reasons.tsx";
import css from "./verdict.module.css";

/** Everything else there is to know, folded away. */
export function Unfolded({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const { verdict } = checkup.judgement;
  const { ruledOut } = verdict;
  const changes = changesBeyondOpen(verdict).map((message) => asEntry(t, t.message(message)));
  const attempts = attemptsOf(checkup);
  const counted = (key: string, number: number): string => t("result.counted", { title: t(key), number });
  return (
    <div className={css["unfolded"]}>
      {ruledOut.length === 0 ? null : (
        <Unfold level={2} title={counted("result.ruled-out", ruledOut.length)}>
          <Sentences of={ruledOut.map((item) => sayRuledOut(t, item))} />
        </Unfold>
      )}
      {changes.length === 0 ? null : (
        <Unfold level={2} title={t("result.would-change")}>
          <Sentences of={changes} />
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

/** What would change the answer, without what already stands beside the explanations that are still open. */
function changesBeyondOpen({ wouldChange, leftOpen }: Verdict): readonly Message[] {
  const said = new Set(leftOpen.map(({ wouldDecide }) => wouldDecide.key));
  return wouldChange.filter(({ key }) => !said.has(key));
}
