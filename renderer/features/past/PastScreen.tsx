import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import type { HistoryList } from "../../../shared/model/report-desk.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { ComparedScreen } from "./ComparedScreen.tsx";
import { PastRow } from "./PastRow.tsx";
import css from "./past.module.css";

/** Everything that happened on this computer: check-ups, changes and waits. */
export function PastScreen() {
  const compared = useAppState((state) => state.past.compared);
  return compared === null ? <Everything /> : <ComparedScreen compared={compared} />;
}

function Everything() {
  const t = useText();
  const actions = useActions();
  const { query, list, error, doomed, deleted } = useAppState((state) => state.past);
  useEscape(doomed === null ? actions.showHome : () => actions.doom(null));
  return (
    <Screen title={t("common.title.of", { screen: t("past.screen") })} heading={t("past.question")}>
      <div className={css["form"]}>
        <Field
          kind="text"
          label={t("past.search")}
          value={query}
          onChange={(changed) => void actions.searchHistory(changed)}
          error={error === null ? null : say(t, `error.${error}`, error)}
        />
      </div>
      <output className={css["quiet"]}>{deleted === null ? "" : t("past.deleted", { count: deleted })}</output>
      {list === null ? <Waiting failed={error !== null} /> : <List list={list} searched={query !== ""} />}
      <div className={css["actions"]}>
        <CompareButton />
        <Button onPress={() => void actions.openReportFile(null)}>{t("past.open-file")}</Button>
        <Button onPress={actions.showHome}>{t("common.back")}</Button>
      </div>
      {list === null || list.kept.checkups === 0 ? null : <DeleteAll list={list} />}
    </Screen>
  );
}

/** Nothing is being read any more once that has failed; the reason stands beside the search. */
function Waiting({ failed }: { readonly failed: boolean }) {
  const t = useText();
  return failed ? null : <p className={css["quiet"]}>{t("past.loading")}</p>;
}

function List({ list, searched }: { readonly list: HistoryList; readonly searched: boolean }) {
  const t = useText();
  if (list.rows.length === 0) return <p className={css["lead"]}>{t(searched ? "past.nothing-fits" : "past.empty")}</p>;
  return (
    <>
      <ul className={css["list"]}>
        {list.rows.map((row) => (
          <PastRow key={keyOf(row)} row={row} />
        ))}
      </ul>
      {list.more === 0 ? null : <p className={css["quiet"]}>{t("past.more", { count: list.more })}</p>}
    </>
  );
}

function keyOf(row: HistoryList["rows"][number]): string {
  switch (row.kind) {
    case "checkup":
      return `checkup ${row.checkup.id}`;
    case "watch":
      return `watch ${row.watch.id}`;
    default:
      return `${row.kind} ${row.change.id}`;
  }
}

function CompareButton() {
  const t = useText();
  const actions = useActions();
  const picked = useAppState((state) => state.past.picked.length);
  const many = useAppState((state) => (state.past.list?.kept.checkups ?? 0) > 1);
  if (!many) return null;
  return (
    <Button isDisabled={picked < 2} onPress={() => void actions.compare()}>
      {picked < 2 ? t("past.compare.pick", { count: 2 - picked }) : t("past.compare.go")}
    </Button>
  );
}

/** How much is kept, for how long, and the way to be rid of it. */
function DeleteAll({ list }: { readonly list: HistoryList }) {
  const t = useText();
  const actions = useActions();
  const asked = useAppState((state) => state.past.doomed?.kind === "all");
  const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 });
  return (
    <div className={css["foot"]}>
      <p className={css["quiet"]}>
        {t("past.kept", { count: list.kept.checkups, size: number.format(list.kept.bytes / 1e6) })}{" "}
        {t("past.limits", {
          days: list.limits.days,
          entries: number.format(list.limits.entries),
          size: number.format(list.limits.bytes / 1e6),
        })}
      </p>
      {asked ? (
        <div className={css["ask"]} role="alert">
          <p>{t("past.delete.all-sure", { count: list.kept.checkups })}</p>
          <Button onPress={() => void actions.deleteDoomed()}>{t("past.delete.yes")}</Button>
          <Button onPress={() => actions.doom(null)}>{t("past.delete.no")}</Button>
        </div>
      ) : (
        <Button look="link" onPress={() => actions.doom({ kind: "all" })}>
          {t("past.delete.all")}
        </Button>
      )}
    </div>
  );
}
