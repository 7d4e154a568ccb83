import { app, dialog, type BrowserWindow } from "electron";
import type { Translator } from "../../shared/text/translator.ts";
import type { Log } from "./log.ts";

/** A second loss of the window within this time (ms) means that reloading does not help. */
const AGAIN_MS = 60_000;

/** Bugs of ours in the main process: written down, and the person is offered a fresh start. Once per run. */
export function catchOwnErrors(log: Log, logFile: string, t: () => Translator | null): void {
  let told = false;
  process.on("unhandledRejection", (reason) => log.error("a promise nobody waited for failed", reason));
  process.on("uncaughtException", (error) => {
    log.error("an error nobody caught", error);
    const translator = t();
    if (translator === null) return app.exit(1); // before the app is ready there is nothing to keep and nowhere to ask
    if (told) return;
    told = true;
    void offerRestart(translator, "crash.main-title", translator("crash.main-detail", { log: logFile }));
  });
}

/** Loads the page again when its process is lost; says so when that does not help. */
export function reviveWindow(window: BrowserWindow, log: Log, t: () => Translator | null): void {
  let lostAt = -Infinity;
  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    log.error("the window's process is gone", `${reason} (${exitCode})`);
    const again = Date.now() - lostAt < AGAIN_MS;
    lostAt = Date.now();
    if (!again) return window.webContents.reload();
    const translator = t();
    // Lost twice before there are words to say so.
    if (translator === null) return app.exit(1);
    void offerRestart(translator, "crash.window-title", translator("crash.window-detail"));
  });
  window.on("unresponsive", () => log.info("the window does not respond"));
}

/** Notes helpers of Chromium that died; Chromium starts them again by itself. */
export function noteLostHelpers(log: Log): void {
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => {
    if (reason !== "clean-exit") log.error(`the ${type} process is gone`, `${reason} (${exitCode})`);
  });
}

async function offerRestart(t: Translator, title: string, detail: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: "error",
    message: t(title),
    detail,
    buttons: [t("crash.restart"), t("crash.quit")],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.exit(response === 0 ? 0 : 1);
}
