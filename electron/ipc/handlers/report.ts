import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { ReportEnvironment } from "../../../shared/contract/report/environment.ts";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { ReportOpened, ReportPhase, ReportSaved, ReportSource } from "../../../shared/model/report-desk.ts";
import { REPORT_VERSION } from "../../../shared/model/report.ts";
import type { Handlers } from "../answer.ts";
import { bounded } from "../report/bounded.ts";
import type { DeedSources } from "../report/deeds.ts";
import type { Made } from "../report/preview.ts";
import type { ReportRoom } from "../report/room.ts";
import type { ChosenFile } from "./page.ts";

/** What the report calls need of the desktop program. */
export interface ReportParts {
  readonly reportRoom: () => Promise<ReportRoom>;
  readonly deedSources: () => Promise<DeedSources>;
  /** BCP 47. */
  readonly language: () => string;
  readonly onReportPhase: (phase: ReportPhase) => void;
  readonly printToPdf: (html: Buffer) => Promise<Buffer>;
  /** Gives a page a place where only a frame without rights can show it. */
  readonly showPage: (html: Buffer) => string;
  /** Asks where to write and writes these bytes. */
  readonly saveFile: (name: string, bytes: Buffer) => Promise<ReportSaved>;
  readonly chooseReport: () => Promise<Result<ChosenFile | null, "not-readable" | "too-large">>;
}

type ReportCall = Extract<keyof Handlers, `report.${string}`>;

/** Previews that can still be saved: the one on the screen, and the one before it. */
const PREVIEWS = 2;

/** The handlers of the calls about reports. */
export function reportHandlers(parts: ReportParts): Pick<Handlers, ReportCall> {
  const made = bounded<Made>(PREVIEWS);
  let making: AbortController | null = null;
  const environments = bounded<Promise<ReportEnvironment>>(PREVIEWS);
  const environment = (report: SavedReport): Promise<ReportEnvironment> => {
    // Read once for each check-up: it takes seconds on some systems.
    const known = environments.get(report.id) ?? readEnvironmentOf(report);
    environments.set(report.id, known);
    return known;
  };
  return {
    ...openHandlers(parts),
    "report.preview": async ({ source, choice }) => {
      const sourced = (await parts.reportRoom()).report(source);
      if (!sourced.ok) return sourced;
      making?.abort();
      const own = new AbortController();
      making = own;
      const [{ makePreview }, { reportTranslator }] = await Promise.all([
        import("../report/preview.ts"),
        import("../../report/translator.ts"),
      ]);
      const ready = await makePreview(sourced.value, choice, {
        t: reportTranslator(parts.language()),
        environment,
        printToPdf: parts.printToPdf,
        onPhase: parts.onReportPhase,
        signal: own.signal,
      });
      if (making === own) making = null;
      if (ready === null) return fail("busy");
      made.set(ready.preview.id, ready);
      return ok({ ...ready.preview, page: ready.html === null ? null : parts.showPage(ready.html) });
    },
    "report.cancel": async () => {
      const cancelled = making !== null;
      making?.abort();
      making = null;
      return ok({ cancelled });
    },
    "report.save": async ({ previewId }) => {
      const ready = made.get(previewId);
      return ready === null ? fail("not-found") : ok(await parts.saveFile(ready.preview.fileName, ready.bytes));
    },
  };
}

async function readEnvironmentOf({ observations }: SavedReport): Promise<ReportEnvironment> {
  const { readEnvironment } = await import("../../report/environment/read-environment.ts");
  return readEnvironment(observations);
}

function openHandlers(
  parts: ReportParts,
): Pick<Handlers, "report.open" | "report.read" | "report.show" | "report.wrong"> {
  const take = async ({ name, text }: ChosenFile): Promise<ReportOpened> => {
    const opened = (await parts.reportRoom()).open(name, text);
    if (!opened.ok) return { kind: "no-report", error: opened.error };
    const shown = await shownOf(opened.value, parts);
    return shown === null ? { kind: "no-report", error: "damaged" } : { kind: "opened", shown };
  };
  return {
    "report.open": async () => {
      const chosen = await parts.chooseReport();
      if (!chosen.ok) return chosen.error === "too-large" ? ok({ kind: "no-report", error: "too-large" }) : chosen;
      return ok(chosen.value === null ? null : await take(chosen.value));
    },
    "report.read": async (file) => ok(await take(file)),
    "report.show": async ({ source }) => {
      const shown = await shownOf(source, parts);
      return shown === null ? fail("not-found") : ok(shown);
    },
    "report.wrong": async ({ source, note }) => {
      const room = await parts.reportRoom();
      const sourced = room.report(source);
      if (!sourced.ok) return sourced;
      // Somebody else's check-up is not put into this person's history.
      if (source.kind === "opened") return fail("not-supported");
      const noted = { ...sourced.value.report, note };
      const kept = room.history.add(noted);
      if (!kept.ok) return fail("not-kept");
      const { rejudgedOf } = await import("../report/lines.ts");
      return ok(rejudgedOf(noted));
    },
  };
}

async function shownOf(source: ReportSource, parts: ReportParts) {
  const room = await parts.reportRoom();
  const sourced = room.report(source);
  if (!sourced.ok) return null;
  const { report, name, writtenAs, fromDocument } = sourced.value;
  const [{ comparedOf, lineOf, rejudgedOf }, { renderReport }, { reportTranslator }] = await Promise.all([
    import("../report/lines.ts"),
    import("../../report/render.ts"),
    import("../../report/translator.ts"),
  ]);
  const own = source.kind === "opened" ? ownCheckupOf(report, room) : null;
  return {
    source,
    name,
    line: lineOf(report),
    page: parts.showPage(renderReport(report, "html", reportTranslator(parts.language())).bytes),
    writtenAs,
    writtenNow: REPORT_VERSION,
    fromDocument,
    level: report.redaction.level,
    rejudged: rejudgedOf(report),
    own: own === null ? null : comparedOf(report, own),
  };
}

/** This person's newest check-up of the same address; null when there is none, or when the report does not tell it. */
function ownCheckupOf(report: SavedReport, room: ReportRoom): SavedReport | null {
  const { url } = report.observations.target;
  const entry = room.history.store.list().find((one) => one.url === url && one.id !== report.id);
  const found = entry === undefined ? null : room.report({ kind: "history", id: entry.id });
  return found?.ok === true ? found.value.report : null;
}
