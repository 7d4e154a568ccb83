import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import { basename, extname } from "node:path";
import type { Checkup } from "../../shared/model/checkup.ts";
import type { ReportSaved } from "../../shared/model/report-desk.ts";
import { DE_SHELL_REPORT } from "../../shared/text/de/shell-report.ts";
import { EN_SHELL_REPORT } from "../../shared/text/en/shell-report.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import type { Emit } from "../ipc/events.ts";
import type { ReportParts } from "../ipc/handlers/report.ts";
import type { ReportRoom } from "../ipc/report/room.ts";
import type { CheckupManner } from "../report/kept/keep-checkup.ts";
import { readChosen } from "./choose-file.ts";
import { takeHanded } from "./handed.ts";
import type { Log } from "./log.ts";
import type { PreviewPages } from "./preview-pages.ts";

/** What the report parts need. */
export interface ReportWiring {
  readonly folder: string;
  readonly language: () => string;
  readonly window: () => BrowserWindow | null;
  readonly emit: Emit;
  readonly pages: PreviewPages;
  readonly log: Log;
}

/** What the calls about reports need of the desktop program, and the ear that keeps every check-up in the history. */
export function reportParts(wiring: ReportWiring): ReportParts & {
  readonly onFinished: (checkup: Checkup, manner: CheckupManner) => void;
} {
  const { folder, language, window, emit, pages } = wiring;
  const deedSources = onceMade(async () => {
    const [{ deedSources: open }, { deedsOfCheckup }] = await Promise.all([
      import("../ipc/report/deeds.ts"),
      import("../ipc/guided/store.ts"),
    ]);
    return open(folder, { repairsOf: (id) => [...deedsOfCheckup(folder, id)] });
  });
  const reportRoom = onceMade(async () => {
    const { createReportRoom } = await import("../ipc/report/room.ts");
    return createReportRoom({ env: process.env, deeds: await deedSources() });
  });
  return {
    deedSources,
    reportRoom,
    language,
    onReportPhase: (phase) => emit("report.progress", { phase }),
    printToPdf: async (html) => (await import("./pdf.ts")).printToPdf(html),
    showPage: (html) => pages.show(html),
    saveFile: (name, bytes) => saveFile({ window: window(), language: language() }, name, bytes),
    chooseReport: () => chooseReport({ window: window(), language: language() }),
    onFinished: (checkup, manner) => {
      keepLater(checkup, manner, { reportRoom, log: wiring.log }).catch((error: unknown) =>
        wiring.log.error("a check-up could not be kept", error),
      );
    },
  };
}

/** Remembers a check-up for reports and keeps it in the history, once the window has its answer. */
async function keepLater(
  checkup: Checkup,
  manner: CheckupManner,
  { reportRoom, log }: { readonly reportRoom: () => Promise<ReportRoom>; readonly log: Log },
): Promise<void> {
  const room = await reportRoom();
  room.finished(checkup, manner);
  const { belongsInHistory, keepCheckup, notKept } = await import("../report/kept/keep-checkup.ts");
  if (!belongsInHistory(checkup, manner)) return;
  const kept = keepCheckup(checkup, process.env);
  if (!kept.ok) log.info(notKept(kept.error));
}

interface Asking {
  readonly window: BrowserWindow | null;
  readonly language: string;
}

async function saveFile({ window, language }: Asking, name: string, bytes: Buffer): Promise<ReportSaved> {
  const t = createTranslator(language, { en: EN_SHELL_REPORT, de: DE_SHELL_REPORT });
  const ending = extname(name).slice(1);
  const options: SaveDialogOptions = {
    title: t("save.title"),
    defaultPath: name,
    properties: ["createDirectory", "showOverwriteConfirmation", "dontAddToRecent"],
    filters: [{ name: t(`save.${ending}`), extensions: [ending] }],
  };
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (chosen.canceled || chosen.filePath === "") return { kind: "not-chosen" };
  const { saveReport } = await import("../report/kept/save-report.ts");
  const saved = saveReport(chosen.filePath, bytes);
  if (!saved.ok) return { kind: "failed", code: saved.error.code };
  return { kind: "saved", name: basename(saved.value.path), bytes: saved.value.bytes, sha256: saved.value.sha256 };
}

async function chooseReport({ window, language }: Asking): ReturnType<ReportParts["chooseReport"]> {
  const handed = takeHanded();
  // The person chose it already, in the system's file manager.
  if (handed !== null) return readChosen({ canceled: false, filePaths: [handed] });
  const t = createTranslator(language, { en: EN_SHELL_REPORT, de: DE_SHELL_REPORT });
  const options: OpenDialogOptions = {
    title: t("open.title"),
    properties: ["openFile", "dontAddToRecent"],
    filters: [
      { name: t("open.reports"), extensions: ["json"] },
      { name: t("open.all"), extensions: ["*"] },
    ],
  };
  const chosen = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return readChosen(chosen);
}

/** Makes a thing when it is first asked for: the window must be painted before. */
function onceMade<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}
