import { Checkbox } from "react-aria-components/Checkbox";
import type { CheckupLine, HistoryRow } from "../../../shared/model/report-desk.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say, sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { sayBefore, sayServers } from "../dns/words.ts";
import { sayVerdict } from "./words.ts";
import css from "./past.module.css";

/** One line of the history. */
export function PastRow({ row }: { readonly row: HistoryRow }) {
  switch (row.kind) {
    case "checkup":
      return <CheckupRow line={row.checkup} />;
    case "dns":
    case "action":
    case "watch":
      return <OtherRow row={row} />;
  }
}

function CheckupRow({ line }: { readonly line: CheckupLine }) {
  const t = useText();
  const actions = useActions();
  const picked = useAppState((state) => state.past.picked.includes(line.id));
  const doomed = useAppState((state) => state.past.doomed?.kind === "one" && state.past.doomed.id === line.id);
  const about = `${line.host}, ${sayDay(t, line.startedAt)}`;
  return (
    <li className={css["row"]}>
      <Checkbox
        className={css["pick"] ?? ""}
        isSelected={picked}
        onChange={() => actions.pick(line.id)}
        aria-label={t("past.compare.this", { about })}
      >
        <span className={css["box"]} aria-hidden="true" />
      </Checkbox>
      <Button look="row" onPress={() => void actions.showKept({ kind: "history", id: line.id })}>
        <span className={css["strong"]}>
          <bdi>{line.host}</bdi>
        </span>
        <span>{sayVerdict(line, t)}</span>
        <span className={css["quiet"]}>
          {sayDay(t, line.startedAt)} · {t("past.code", { code: line.shortCode })}
          {line.note === "" ? "" : ` · ${t("past.noted")}`}
        </span>
      </Button>
      {doomed ? (
        <div className={css["ask"]} role="alert">
          <p>{t("past.delete.sure")}</p>
          <Button onPress={() => void actions.deleteDoomed()}>{t("past.delete.yes")}</Button>
          <Button onPress={() => actions.doom(null)}>{t("past.delete.no")}</Button>
        </div>
      ) : (
        <Button
          look="link"
          aria-label={t("past.delete.this", { about })}
          onPress={() => actions.doom({ kind: "one", id: line.id })}
        >
          {t("past.delete.one")}
        </Button>
      )}
    </li>
  );
}

function OtherRow({ row }: { readonly row: Exclude<HistoryRow, { readonly kind: "checkup" }> }) {
  const t = useText();
  const actions = useActions();
  return (
    <li className={css["row"]} data-plain="true">
      <div className={css["told"]}>
        <span className={css["strong"]}>
          <bdi>{titleOf(row, t)}</bdi>
        </span>
        <span className={css["quiet"]}>
          {sayDay(t, row.at)} · {stateOf(row, t)}
        </span>
      </div>
      {row.kind === "dns" ? (
        <Button look="link" onPress={() => void actions.showDnsHistory()}>
          {t("past.to-dns")}
        </Button>
      ) : null}
      {row.kind === "action" && row.change.state !== "undone" ? (
        <Button look="link" onPress={() => void actions.showChanges()}>
          {t("changes.decide")}
        </Button>
      ) : null}
    </li>
  );
}

type Other = Exclude<HistoryRow, { readonly kind: "checkup" }>;
type Words = ReturnType<typeof useText>;

function titleOf(row: Other, t: Words): string {
  switch (row.kind) {
    case "dns": {
      const { linkName, before, servers } = row.change;
      return t("mydns.past.change", { link: linkName, before: sayBefore(before, t), after: sayServers(servers, t) });
    }
    case "action": {
      const { repair, label } = row.change;
      const title = say(t, `repair.${repair}.title`, repair);
      return label === "" ? title : t("past.action", { title, label });
    }
    case "watch":
      return t("past.watch", { host: row.watch.host });
  }
}

function stateOf(row: Other, t: Words): string {
  switch (row.kind) {
    case "dns":
      return t(row.change.end === null ? `dns.change.${row.change.state}` : `dns.change.end-${row.change.end}`);
    case "action":
      return t(`past.state.${row.change.state}`);
    case "watch":
      return t(row.watch.endedAt === null ? "past.watching" : "past.watched", {
        good: row.watch.good,
        looks: row.watch.looks,
      });
  }
}
