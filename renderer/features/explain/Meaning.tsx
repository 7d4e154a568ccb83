import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./explain.module.css";
import { StatusLink } from "./StatusLink.tsx";

interface Props {
  /** Null where there is no verdict. */
  readonly code: VerdictCode | null;
  /** Null when no answer had one. */
  readonly status: number | null;
}

/** The way from a verdict and a status to their explanations, and to nothing else. */
export function MeaningLinks({ code, status }: Props) {
  const t = useText();
  const actions = useActions();
  return (
    <div className={css["links"]}>
      {code === null ? null : (
        <Button look="link" onPress={() => actions.showExplain(`verdict-${code}`)}>
          {t("know.what")}
        </Button>
      )}
      <StatusLink status={status} />
    </div>
  );
}
