import type { ExplainPage } from "../../../shared/model/explain/page.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./explain.module.css";
import { headingOf, refOf, sublineOf } from "./page-title.ts";

interface Props {
  readonly pages: readonly ExplainPage[];
  readonly words: Translator;
}

/** Pages to choose from, each with its one line. */
export function PageRows({ pages, words }: Props) {
  const t = useText();
  const actions = useActions();
  return (
    <ul className={css["rows"]}>
      {pages.map((page) => (
        <li key={`${page.id}${page.name}`}>
          <Button look="row" onPress={() => actions.openExplained(refOf(page))}>
            <span>{headingOf(page, t, words)}</span>
            <span className={css["subline"]}>{sublineOf(page, words)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
