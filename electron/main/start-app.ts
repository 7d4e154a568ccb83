import { app, clipboard, type BrowserWindow, type WebFrameMain } from "electron";
import { EventEmitter, once } from "node:events";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { APP_VERSION } from "../../shared/lib/app-version.ts";
import type { ShellCommand } from "../../shared/model/shell-command.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { createDesk, type Desk } from "../ipc/desk.ts";
import { createRecorder, type Recorder } from "../ipc/checkup-record.ts";
import { createEmit, type Emit } from "../ipc/events.ts";
import { allHandlers } from "../ipc/handlers/all.ts";
import { languageOf } from "../ipc/handlers/settings.ts";
import { openDoor } from "../ipc/register.ts";
import { dataFolder } from "../storage/data-folder.ts";
import { readSettings } from "../storage/settings.ts";
import { chooseSavedPage } from "./choose-file.ts";
import { dnsParts } from "./dns-parts.ts";
import { guidedParts } from "./guided-parts.ts";
import { handOver, onHanded, tellHanded } from "./handed.ts";
import { handedFile, refusedSwitch, terminalWords } from "./launch.ts";
import { fileLog, type Log } from "./log.ts";
import { catchOwnErrors, noteLostHelpers, reviveWindow } from "./mishaps.ts";
import { createPreviewPages, type PreviewPages } from "./preview-pages.ts";
import { reportParts } from "./report-parts.ts";
import { createShell, type Shell } from "./shell.ts";
import { openMail } from "./open-outside.ts";
import { ORIGIN, registerScheme, serveRenderer } from "./scheme.ts";
import { confinePages, silenceChromium, windowSession } from "./session-policy.ts";
import { updatesParts } from "./updates-parts.ts";
import { watchDesktop, type WatchDesktop } from "./watch-parts.ts";
import { openWindow, type WindowParts } from "./window.ts";

/** Starts the desktop program with its window. Runs before Electron is ready; nothing here waits. */
export function startApp(): void {
  const refused = refusedSwitch(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
  if (refused !== null) {
    process.stderr.write(`GoodGateway does not open its window with --${refused}.\n`);
    app.exit(2);
    return;
  }
  const folder = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
  // Chromium's own files, and the lock that makes a second start raise the first window.
  app.setPath("userData", join(folder, "window"));
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write("GoodGateway is open already; its window comes to the front.\n");
    app.exit(0);
    return;
  }
  const logFile = join(folder, "logs", "main.log");
  const log = fileLog(logFile, (text) => void process.stderr.write(text));
  let translator: Translator | null = null;
  catchOwnErrors(log, logFile, () => translator);
  noteLostHelpers(log);
  // As root without the sandbox (development only) this would end every page's process at once.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  silenceChromium();
  registerScheme();
  confinePages();
  // macOS hands files over by an event, also before the window is there.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    handOver(path);
  });
  openWhenReady(folder, log, (made) => {
    translator = made;
  }).catch((error: unknown) => {
    // Without a window nobody could end the program.
    log.error("the window could not be opened", error);
    app.exit(1);
  });
}

async function openWhenReady(folder: string, log: Log, keep: (t: Translator) => void): Promise<void> {
  await app.whenReady();
  let send: ((command: ShellCommand) => void) | null = null;
  const shell = createShell(folder, (command) => send?.(command));
  keep(shell.words());
  await showApp(folder, log, shell, (ready) => {
    send = ready;
  });
}

async function showApp(
  folder: string,
  log: Log,
  shell: Shell,
  takeCommands: (send: (command: ShellCommand) => void) => void,
): Promise<void> {
  const built = join(import.meta.dirname, "..");
  const session = windowSession();
  const pages = createPreviewPages();
  await serveRenderer(session, join(built, "renderer"), pages);
  const parts: WindowParts = {
    session,
    preload: join(built, "preload", "index.cjs"),
    stateFile: join(folder, "window.json"),
    log,
  };
  let window: BrowserWindow | null = null;
  const paint = new EventEmitter();
  const shown = Promise.race([once(paint, "first"), sleep(SHOWN_AT_LATEST_MS)]);
  const { desk, recorder, emit, watching } = openOwnDoor(folder, {
    window: () => window,
    shown,
    raise: () => raise(),
    pages,
    log,
    shell,
  });
  const open = (): void => {
    window = openWindow(parts);
    window.once("ready-to-show", () => paint.emit("first"));
    reviveWindow(window, log, shell.words());
    // A page that starts afresh asks for the running check-up; one that closes has nobody left who waits for it.
    window.webContents.on("did-start-navigation", ({ isMainFrame }) => {
      if (isMainFrame) recorder.pageLost();
    });
    window.webContents.on("render-process-gone", () => recorder.pageLost());
    window.webContents.on("did-finish-load", () => watching.pageReady());
    window.once("closed", () => {
      window = null;
      desk.cancelAny();
      recorder.forget();
    });
  };
  const raise = (): void => {
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  open();
  takeCommands((command) => {
    raise();
    emit("shell.command", command);
  });
  hearOthers(emit, raise);
  app.on("activate", raise);
  // On macOS a program stays in the Dock without its window.
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin" && !watching.staysAlive()) app.quit();
  });
  watching.begin();
}

/** What must be done at the start waits for the first paint, but no longer than this (ms). */
const SHOWN_AT_LATEST_MS = 3_000;

/** A second start raises the window of the first, and may bring a report with it. */
function hearOthers(emit: Emit, raise: () => void): void {
  onHanded(() => emit("shell.command", "open-report"));
  app.on("second-instance", (_event, argv) => {
    raise();
    const report = handedFile(terminalWords(argv, app.isPackaged));
    if (report !== null) handOver(report);
  });
}

interface DoorParts {
  readonly window: () => BrowserWindow | null;
  /** Comes when the first window is painted. */
  readonly shown: Promise<unknown>;
  /** Brings the window to the front. */
  readonly raise: () => void;
  readonly pages: PreviewPages;
  readonly log: Log;
  readonly shell: Shell;
}

/** What the window's door leaves to the program. */
interface OwnDoor {
  readonly desk: Desk;
  readonly recorder: Recorder;
  readonly emit: Emit;
  readonly watching: WatchDesktop;
}

function openOwnDoor(folder: string, { window, shown, raise, pages, log, shell }: DoorParts): OwnDoor {
  const gate = { origin: ORIGIN, ownFrame: (): WebFrameMain | null => window()?.webContents.mainFrame ?? null };
  const emit = createEmit(gate);
  const desk = createDesk((error) => log.error("a check-up broke", error));
  const recorder = createRecorder();
  const watching = watchDesktop({ dataFolder: folder, emit, log, t: () => shell.words(), raise });
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
      languages: [languageOf(readSettings(folder).settings, app.getPreferredSystemLanguages())],
    }),
    // A promise in newer runtimes, a string in older ones.
    readClipboard: async () => clipboard.readText(),
    ...dnsParts(folder, emit, log, shown),
    ...guidedParts(folder, emit, log),
    ...reportParts({ folder, language: () => shell.words().language, window, emit, pages, log }),
    openMail,
    chooseFile: () => chooseSavedPage(window(), shell.words()),
  });
  updates.begin();
  openDoor({ gate, handlers, report: (name, error) => log.error(`the call ${name} broke`, error) });
  return { desk, recorder, emit, watching };
}
