import type { BenchReport, BenchRow } from "../../../shared/model/dns-bench.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { benchWords } from "./bench-words.ts";
import css from "./dns.module.css";
import { sayDnsError } from "./words.ts";

/** The resolvers side by side, and an honest answer whether another one is worth it. */
export function BenchScreen() {
  const t = useText();
  const actions = useActions();
  const bench = useAppState((state) => state.dns.bench);
  const error = useAppState((state) => state.dns.error);
  const back = (): void => void actions.showDns();
  useEscape(back);
  const report = bench?.report ?? null;
  const running = bench !== null && report === null && !bench.stopped;
  const words = report === null ? null : benchWords(report, t);
  return (
    <Screen
      key={report === null ? "open" : "answer"}
      title={t("common.title.of", { screen: t("mydns.speed.screen") })}
      heading={words?.title ?? t("mydns.speed.question")}
    >
      <p className={css["lead"]}>{words === null ? t("mydns.speed.lead") : words.text}</p>
      <output className={css["said"]}>{progress(bench, t)}</output>
      <LiveLine>{running ? t("mydns.speed.running") : ""}</LiveLine>
      <p className={css["error"]} role="alert">
        {error === null ? "" : sayDnsError(error, t)}
      </p>
      <Next running={running} hasReport={report !== null} worthIt={words?.worthIt === true} />
      {report === null ? null : <Table report={report} />}
    </Screen>
  );
}

interface NextProps {
  readonly running: boolean;
  readonly hasReport: boolean;
  readonly worthIt: boolean;
}

function Next({ running, hasReport, worthIt }: NextProps) {
  const t = useText();
  const actions = useActions();
  return (
    <div className={css["actions"]}>
      {running ? (
        <Button onPress={() => void actions.stopBench()}>{t("mydns.speed.stop")}</Button>
      ) : (
        <Button look={hasReport ? "plain" : "main"} onPress={() => void actions.startBench()}>
          {t(hasReport ? "mydns.speed.again" : "mydns.speed.go")}
        </Button>
      )}
      {worthIt ? <Button onPress={() => actions.chooseDns()}>{t("mydns.speed.choose")}</Button> : null}
      <Button onPress={() => void actions.showDns()}>{t("common.back")}</Button>
    </div>
  );
}

function progress(
  bench: {
    readonly done: number;
    readonly of: number;
    readonly report: BenchReport | null;
    readonly stopped: boolean;
  } | null,
  t: Translator,
): string {
  if (bench === null || bench.report !== null) return "";
  if (bench.stopped) return t("mydns.speed.stopped");
  return bench.of === 0
    ? t("mydns.speed.running")
    : `${t("mydns.speed.running")} ${t("mydns.speed.progress", { done: bench.done, of: bench.of })}`;
}

function Table({ report }: { readonly report: BenchReport }) {
  const t = useText();
  const rows = report.rows.toSorted((a, b) => (a.medianMs ?? Infinity) - (b.medianMs ?? Infinity));
  return (
    <>
      {/* On a narrow window it scrolls by itself, so the keyboard must be able to get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css["wide"]} tabIndex={0} aria-label={t("mydns.speed.screen")}>
        <table className={css["bench"]}>
          <thead>
            <tr>
              <th scope="col">{t("mydns.speed.server")}</th>
              <th scope="col">{t("mydns.speed.median")}</th>
              <th scope="col">{t("mydns.speed.spread")}</th>
              <th scope="col">{t("mydns.speed.answered")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {report.rows.some(({ transport }) => transport === "doh") ? (
        <p className={css["quiet"]}>{t("dns.bench.doh-note")}</p>
      ) : null}
    </>
  );
}

function Row({ row }: { readonly row: BenchRow }) {
  const t = useText();
  const { name, transport, server, medianMs, quartilesMs, asked, answered } = row;
  const ms = (value: number): string => t("mydns.speed.ms", { value: Math.round(value) });
  const notes = [
    t(`mydns.speed.transport.${transport}`),
    ...(row.current ? [t("mydns.speed.current")] : []),
    ...(row.honest === false ? [t("mydns.speed.dishonest")] : []),
  ];
  return (
    <tr data-current={row.current}>
      <th scope="row">
        <bdi>{name}</bdi>
        <span className={css["small"]}>
          {notes.join(", ")} · <bdi>{server}</bdi>
        </span>
      </th>
      <td>{medianMs === null ? t("mydns.speed.nothing") : ms(medianMs)}</td>
      <td>{quartilesMs === null ? "–" : `${Math.round(quartilesMs[0])}–${ms(quartilesMs[1])}`}</td>
      <td>{t("mydns.speed.progress", { done: answered, of: asked })}</td>
    </tr>
  );
}
