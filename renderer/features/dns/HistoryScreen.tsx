import type { DnsHistoryRow } from "../../../shared/model/dns-job.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";
import { sayBefore, sayDnsError, sayRefusal, sayServers } from "./words.ts";

/** Every change of ours, newest first, each with its way back. */
export function HistoryScreen() {
  const t = useText();
  const actions = useActions();
  const history = useAppState((state) => state.dns.history);
  const error = useAppState((state) => state.dns.error);
  const back = (): void => void actions.showDns();
  useEscape(back);
  return (
    <Screen title={t("common.title.of", { screen: t("mydns.past.screen") })} heading={t("mydns.past.question")}>
      {history !== null && history.length === 0 ? <p className={css["lead"]}>{t("mydns.past.empty")}</p> : null}
      {history === null && error === null ? <p className={css["lead"]}>{t("mydns.loading")}</p> : null}
      <p className={css["error"]} role="alert">
        {error === null ? "" : sayDnsError(error, t)}
      </p>
      <UndoNote />
      <ul className={css["list"]}>
        {(history ?? []).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <div className={css["actions"]}>
        <Button onPress={back}>{t("common.back")}</Button>
        <Button look="link" onPress={() => void actions.showChanges()}>
          {t("changes.others")}
        </Button>
      </div>
    </Screen>
  );
}

function Row({ row }: { readonly row: DnsHistoryRow }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.dns.busy);
  const { startedAt, linkName, before, servers } = row;
  const what = t("mydns.past.change", { link: linkName, before: sayBefore(before, t), after: sayServers(servers, t) });
  return (
    <li className={css["past"]}>
      <div>
        <p className={css["strong"]}>
          <bdi>{what}</bdi>
        </p>
        <p className={css["quiet"]}>
          {sayDay(t, startedAt)} · {sayState(row, t)}
        </p>
      </div>
      {row.state === "undone" ? null : (
        <Button
          isDisabled={busy}
          aria-label={`${t("mydns.past.undo")}: ${what}`}
          onPress={() => void actions.undoDns(row.id)}
        >
          {t("mydns.past.undo")}
        </Button>
      )}
    </li>
  );
}

function sayState({ state, end }: DnsHistoryRow, t: Translator): string {
  return t(end === null ? `dns.change.${state}` : `dns.change.end-${end}`);
}

function UndoNote() {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.dns.busy);
  const undo = useAppState((state) => state.dns.undo);
  const answer = undo?.answer ?? null;
  const words =
    answer === null
      ? ""
      : answer.kind === "undone"
        ? answer.restored === "theirs"
          ? t("dns.restored.theirs")
          : t("mydns.past.undone", { restored: t(`dns.restored.${answer.restored}`) })
        : sayRefusal(answer, t);
  const elsewhere = undo !== null && answer?.kind === "refused" && answer.code === "other-network";
  return (
    <>
      <output className={css["said"]}>{words}</output>
      {elsewhere ? (
        <div>
          <Button isDisabled={busy} onPress={() => void actions.undoDns(undo.changeId, true)}>
            {t("mydns.past.undo-anyway")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
