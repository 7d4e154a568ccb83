import { findPage } from "../../../shared/model/explain/pages.ts";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { ExplainList } from "./ExplainList.tsx";
import { ExplainedPage } from "./ExplainedPage.tsx";
import { usePages } from "./use-pages.ts";

/** Every number and every verdict in plain words, without any network. */
export function ExplainScreen() {
  const pages = usePages();
  const open = useAppState((state) => state.explain.trail.at(-1));
  if (pages === null) return <Loading />;
  const page = open === undefined ? null : findPage(open);
  return page === null ? (
    <ExplainList pages={pages} />
  ) : (
    <ExplainedPage key={`${page.id}${page.name}`} page={page} words={pages.words} />
  );
}

/** The words are on their way: the way back is there already. */
function Loading() {
  const t = useText();
  const actions = useActions();
  useEscape(actions.leaveExplained);
  return (
    <Screen title={t("common.title.of", { screen: t("know.screen") })} heading={t("know.question")}>
      <LiveLine>{t("know.loading")}</LiveLine>
    </Screen>
  );
}
