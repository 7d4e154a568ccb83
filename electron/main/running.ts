import { app, clipboard, type BrowserWindow, type WebFrameMain } from "electron";
import { APP_VERSION } from "../../shared/lib/app-version.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { answer, type Answering, type Door } from "../ipc/answer.ts";
import { createDesk, type Desk } from "../ipc/desk.ts";
import { createRecorder, type Recorder } from "../ipc/checkup-record.ts";
import { createEmit, type Emit, type ReceiverGate } from "../ipc/events.ts";
import { allHandlers } from "../ipc/handlers/all.ts";
import { spokenLanguage } from "../../shared/text/languages.ts";
import { dnsParts } from "./dns-parts.ts";
import { guidedParts } from "./guided-parts.ts";
import { reportParts } from "./report-parts.ts";
import { readSettings } from "../storage/settings.ts";
import { chooseSavedPage } from "./choose-file.ts";
import { onHanded, tellHanded } from "./handed.ts";
import type { Log } from "./log.ts";
import type { PreviewPages } from "./preview-pages.ts";
import { createShell, type Shell } from "./shell.ts";
import { openMail } from "./open-outside.ts";
import { ORIGIN } from "./scheme.ts";
import { updatesParts } from "./updates-parts.ts";
import { watchDesktop, type WatchDesktop } from "./watch-parts.ts";

/** What the program is when its window is painted. */
export interface RunParts {
  /** The program's data. */
  readonly folder: string;
  readonly window: () => BrowserWindow | null;
  /** Brings the window to the front. */
  readonly raise: () => void;
  readonly pages: PreviewPages;
  readonly log: Log;
}

/** The whole program behind the window. */
export interface Running {
  /** Answers one call of the window. */
  readonly answer: Answering;
  /** The frame's words as they are now. */
  words(): Translator;
  /** Minds a window that was opened: what it left unfinished when it goes. */
  attend(window: BrowserWindow): void;
  /** Does something go on without a window (sites that are watched)? */
  staysAlive(): boolean;
}

/** Starts everything but the window itself: menu, calls, what is done at every start. It is most of the program's code. */
export function run(parts: RunParts): Running {
  const { folder, window, raise, log } = parts;
  const gate = { origin: ORIGIN, ownFrame: (): WebFrameMain | null => window()?.webContents.mainFrame ?? null };
  const emit = createEmit(gate);
  const shell = createShell(folder, (command) => {
    raise();
    emit("shell.command", command);
  });
  const desk = createDesk((error) => log.error("a check-up broke", error));
  const recorder = createRecorder();
  const watching = watchDesktop({ dataFolder: folder, emit, log, t: () => shell.words(), raise });
  const door = ownDoor({ ...parts, gate, emit, shell, watching, desk, recorder });
  // A second start may have brought a report with it.
  onHanded(() => emit("shell.command", "open-report"));
  watching.begin();
  return {
    answer: (name, call) => answer(door, name, call),
    words: () => shell.words(),
    attend: (opened) => attend(opened, { desk, recorder, watching }),
    staysAlive: () => watching.staysAlive(),
  };
}

function attend(
  window: BrowserWindow,
  { desk, recorder, watching }: Pick<DoorParts, "desk" | "recorder" | "watching">,
): void {
  // A page that starts afresh asks for the running check-up; one that closes has nobody left who waits for it.
  window.webContents.on("did-start-navigation", ({ isMainFrame }) => {
    if (isMainFrame) recorder.pageLost();
  });
  window.webContents.on("render-process-gone", () => recorder.pageLost());
  window.webContents.on("did-finish-load", () => watching.pageReady());
  // The first window may have come that far before.
  if (!window.webContents.isLoadingMainFrame()) watching.pageReady();
  window.once("closed", () => {
    desk.cancelAny();
    recorder.forget();
  });
}

interface DoorParts extends RunParts {
  readonly gate: ReceiverGate;
  readonly emit: Emit;
  readonly shell: Shell;
  readonly watching: WatchDesktop;
  readonly desk: Desk;
  readonly recorder: Recorder;
}

/** Everything that the window's calls need. */
function ownDoor(parts: DoorParts): Door {
  const { folder, window, pages, log, gate, emit, shell, watching, desk, recorder } = parts;
  const updates = updatesParts(folder, emit, log);
  const handlers = allHandlers({
    ...updates,
    watches: watching.room,
    desk,
    recorder,
    dataFolder: folder,
    systemLanguages: () => app.getPreferredSystemLanguages(),
    onSettings: (settings) => shell.apply(settings),
    env: process.env,
    onEvent: (event) => emit("checkup.event", event),
    pageOpened: tellHanded,
    facts: () => ({
      version: APP_VERSION,
      platform: process.platform,
      runtime: `Electron ${process.versions["electron"] ?? ""}`,
      languages: [spokenLanguage(readSettings(folder).settings.language, app.getPreferredSystemLanguages())],
    }),
    // A promise in newer runtimes, a string in older ones.
    readClipboard: async () => clipboard.readText(),
    ...dnsParts(folder, emit, log),
    ...guidedParts(folder, emit, log),
    ...reportParts({ folder, language: () => shell.words().language, window, emit, pages, log }),
    openMail,
    chooseFile: () => chooseSavedPage(window(), shell.words()),
  });
  updates.begin();
  return { gate, handlers, report: (name, error) => log.error(`the call ${name} broke`, error) };
}
