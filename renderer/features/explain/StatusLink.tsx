import { pageOfStatus } from "../../../shared/model/explain/pages.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";

/** From there on a status is worth a question: below, all is well. */
export const FIRST_ERROR = 400;

interface Props {
  /** Null when no answer had one. */
  readonly status: number | null;
  /** What is said of the answer, which then leads to the page itself; without it: "What is 502?". */
  readonly children?: string;
}

/** The way from a status to its page; only the words where all is well. */
export function StatusLink({ status, children }: Props) {
  const t = useText();
  const actions = useActions();
  if (status === null || status < FIRST_ERROR || pageOfStatus(status) === null) return children ?? null;
  return (
    <Button look="link" onPress={() => actions.showExplain(`status-${status}`)}>
      {children ?? t("know.status", { status })}
    </Button>
  );
}
