import { app, nativeTheme, type BrowserWindow } from "electron";
import { EventEmitter, once } from "node:events";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Translator } from "../../shared/text/translator.ts";
import { spokenLanguage } from "../../shared/text/languages.ts";
import { openDoor } from "../ipc/register.ts";
import { readFirstLook } from "../storage/first-look.ts";
import { dataFolder } from "../storage/data-folder.ts";
import { handOver } from "./handed.ts";
import { handedFile, refusedSwitch, terminalWords } from "./launch.ts";
import { fileLog, type Log } from "./log.ts";
import { catchOwnErrors, noteLostHelpers, reviveWindow } from "./mishaps.ts";
import { createPreviewPages } from "./preview-pages.ts";
import { rendererFiles } from "./renderer-files.ts";
import type { Running } from "./running.ts";
import { registerScheme, serveRenderer, type Served } from "./scheme.ts";
import { confinePages, silenceChromium, windowSession } from "./session-policy.ts";
import { openWindow, type WindowParts } from "./window.ts";

/** The built program: this file lies in its `chunks`. */
const BUILT = join(import.meta.dirname, "..");

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
  let running: Running | null = null;
  const words = (): Translator | null => running?.words() ?? null;
  catchOwnErrors(log, logFile, words);
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
  // Read while Electron is getting ready.
  const files = rendererFiles(join(BUILT, "renderer"));
  openWhenReady({ folder, log, files, words }, (made) => {
    running = made;
  }).catch((error: unknown) => {
    // Without a window nobody could end the program.
    log.error("the window could not be opened", error);
    app.exit(1);
  });
}

interface Start {
  readonly folder: string;
  readonly log: Log;
  readonly files: Served["files"];
  /** The frame's words; null until they have been loaded. */
  readonly words: () => Translator | null;
}

async function openWhenReady({ folder, log, files, words }: Start, keep: (made: Running) => void): Promise<void> {
  await app.whenReady();
  const { language: choice, theme } = readFirstLook(folder);
  nativeTheme.themeSource = theme;
  const language = spokenLanguage(choice, app.getPreferredSystemLanguages());
  const session = windowSession();
  const pages = createPreviewPages();
  serveRenderer(session, { files, previews: pages, language: () => words()?.language ?? language });
  const parts: WindowParts = {
    session,
    preload: join(BUILT, "preload", "index.cjs"),
    stateFile: join(folder, "window.json"),
    log,
  };
  let window: BrowserWindow | null = null;
  let running: Running | null = null;
  const open = (): void => {
    window = openWindow(parts);
    reviveWindow(window, log, words);
    window.once("closed", () => {
      window = null;
    });
    running?.attend(window);
  };
  const raise = (): void => {
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  open();
  app.on("activate", raise);
  app.on("second-instance", (_event, argv) => {
    raise();
    const report = handedFile(terminalWords(argv, app.isPackaged));
    if (report !== null) handOver(report);
  });
  // On macOS a program stays in the Dock without its window.
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin" && running?.staysAlive() !== true) app.quit();
  });
  // Most of the program comes with the first call: before, it would hold back the first paint and the page's own start.
  const begin = new EventEmitter();
  const loading = Promise.race([once(begin, "called"), sleep(BEGUN_AT_LATEST_MS)])
    .then(() => import("./running.ts"))
    .then(({ run }) => run({ folder, window: () => window, raise, pages, log }));
  openDoor(async () => {
    begin.emit("called");
    return (await loading).answer;
  });
  // A build without a window's files is broken, and ends here.
  [running] = await Promise.all([loading, files]);
  keep(running);
  if (window !== null) running.attend(window);
}

/** What is done at every start waits for the page's first call, but no longer than this (ms). */
const BEGUN_AT_LATEST_MS = 3_000;
