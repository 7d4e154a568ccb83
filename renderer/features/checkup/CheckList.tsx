import { memo } from "react";
import type { CheckId } from "../../../shared/model/check-id.ts";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import type { Run } from "../../state/slices/run.ts";
import { say, sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { WithTerms } from "../explain/WithTerms.tsx";
import css from "./checkup.module.css";

/** Checks quicker than this show no time: it would only be noise. */
const WORTH_SAYING_MS = 50;

/** Every planned check from the start, so that nothing moves while they end. */
export function CheckList({ run }: { readonly run: Run }) {
  const t = useText();
  return (
    <section aria-label={t("checkup.list")} className={css["list"]}>
      <ul className={css["checks"]}>
        {run.planned.map((id) => (
          <Row key={id} id={id} mark={markOf(run, id)} ms={run.results[id]?.durationMs ?? null} />
        ))}
      </ul>
    </section>
  );
}

function markOf(run: Run, id: CheckId): Mark {
  const result = run.results[id];
  if (result !== undefined) return result.status;
  return run.running.includes(id) ? "running" : "waiting";
}

interface RowProps {
  readonly id: CheckId;
  readonly mark: Mark;
  /** Null until it ended. */
  readonly ms: number | null;
}

const Row = memo(function Row({ id, mark, ms }: RowProps) {
  const t = useText();
  return (
    <li className={css["check"]} data-mark={mark}>
      <StatusMark mark={mark} word={t(`common.status.${mark}`)} />
      <span className={css["what"]}>
        <WithTerms text={say(t, `check.${id}.title`, id)} />
      </span>
      <span className={css["took"]}>{ms === null || ms < WORTH_SAYING_MS ? "" : sayDuration(t, ms)}</span>
    </li>
  );
});
