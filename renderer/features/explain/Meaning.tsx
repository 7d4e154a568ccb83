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
  return (
    <div className={css["links"]}>
      <Pages code={code} status={status} />
    </div>
  );
}

function Pages({ code, status }: Props) {
  const t = useText();
  const actions = useActions();
  return (
    <>
      {code === null ? null : (
        <Button look="link" onPress={() => actions.showExplain(`verdict-${code}`)}>
          {t("know.what")}
        </Button>
      )}
      <StatusLink status={status} />
    </>
  );
}

/** The way from a result to its explanation, and to those who can do something about it. */
export function Meaning({ code, status }: Props) {
  const t = useText();
  const actions = useActions();
  return (
    <div className={css["links"]}>
      <Pages code={code} status={status} />
      {code === null || code === "healthy" ? null : (
        <>
          <Button look="link" onPress={() => void actions.showContact()}>
            {t("write.open")}
          </Button>
          <Button look="link" onPress={actions.showOwner}>
            {t("own.open")}
          </Button>
        </>
      )}
    </div>
  );
}
