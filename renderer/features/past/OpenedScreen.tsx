import type { ReportShown } from "../../../shared/model/report-desk.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say, sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { SafePage } from "../report/SafePage.tsx";
import { WideSection } from "../report/WideSection.tsx";
import { Section } from "../verdict/Section.tsx";
import { SideBySide } from "./ComparedScreen.tsx";
import { Differences } from "./Differences.tsx";
import css from "./past.module.css";
import { sayRejudged, sayVerdict, statusOf } from "./words.ts";

/** A report that is open for reading: somebody else's, or one of the history. */
export function OpenedScreen() {
  const shown = useAppState((state) => state.opened.shown);
  return shown === null ? <NotOpened /> : <Opened shown={shown} />;
}

/** Why the file does not open. */
function NotOpened() {
  const t = useText();
  const actions = useActions();
  const error = useAppState((state) => state.opened.error) ?? "not-readable";
  useEscape(actions.leaveOpened);
  return (
    <Screen title={t("common.title.of", { screen: t("opened.screen") })} heading={t("opened.not")}>
      <p className={css["lead"]}>{say(t, `report.error.${error}`, say(t, `error.${error}`, error))}</p>
      <div className={css["actions"]}>
        <Button onPress={() => void actions.openReportFile(null)}>{t("opened.other")}</Button>
        <Button onPress={actions.leaveOpened}>{t("common.back")}</Button>
      </div>
    </Screen>
  );
}

function Opened({ shown }: { readonly shown: ReportShown }) {
  const t = useText();
  const { line, rejudged, own, source } = shown;
  const actions = useActions();
  useEscape(actions.leaveOpened);
  const screen = t(source.kind === "opened" ? "opened.screen" : "opened.kept");
  return (
    <Screen key={line.id} title={t("common.title.of", { screen })} heading={sayVerdict(line, t)}>
      <About shown={shown} />
      <MeaningLinks code={line.code} status={statusOf(line)} />
      <OpenedActions shown={shown} />
      <p>{sayRejudged(rejudged, t)}</p>
      {rejudged.changes.length === 0 ? null : (
        <Unfold level={2} title={t("past.rejudged.changes", { count: rejudged.changes.length })}>
          <Differences of={rejudged.changes} />
        </Unfold>
      )}
      {own === null ? null : (
        <Section title={t("opened.beside")}>
          <SideBySide compared={own} />
          <Differences of={own.differences} />
        </Section>
      )}
      <WideSection title={t("opened.whole")}>
        <SafePage page={shown.page} title={t("opened.whole")} />
      </WideSection>
    </Screen>
  );
}

function About({ shown }: { readonly shown: ReportShown }) {
  const t = useText();
  const { line, name, source, writtenAs, writtenNow, fromDocument, level } = shown;
  const sentences = [
    source.kind === "opened" ? t("opened.theirs", { name }) : t("opened.own"),
    t("opened.when", { host: line.host, when: sayDay(t, line.startedAt), code: line.shortCode }),
    ...(source.kind === "opened" ? [t(`opened.level.${level}`)] : []),
    ...(fromDocument ? [t("opened.document")] : []),
    ...(!fromDocument && writtenAs < writtenNow ? [t("opened.older", { version: writtenAs })] : []),
    ...(line.note === "" ? [] : [t("opened.note", { note: line.note })]),
  ];
  return (
    <div className={css["about"]}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function OpenedActions({ shown }: { readonly shown: ReportShown }) {
  const t = useText();
  const actions = useActions();
  const { source, line } = shown;
  return (
    <div className={css["actions"]}>
      <Button onPress={() => void actions.showReport(source, { host: line.host, note: line.note })}>
        {t("opened.report")}
      </Button>
      {source.kind === "opened" ? null : (
        <Button onPress={() => actions.showWrong(source, { host: line.host, note: line.note })}>
          {t("opened.wrong")}
        </Button>
      )}
      {line.url.includes("‹") ? null : (
        <Button onPress={() => void actions.check(line.url)}>{t("opened.check")}</Button>
      )}
      <Button onPress={actions.leaveOpened}>{t("common.back")}</Button>
    </div>
  );
}
