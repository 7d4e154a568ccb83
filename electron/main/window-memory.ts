import { screen, type BrowserWindow } from "electron";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Log } from "./log.ts";
import { parseWindowState, usableState, type WindowState } from "./window-state.ts";

/** Moving a window fires many events; only the place it rests at is worth writing. Milliseconds. */
const REST_MS = 500;

/** The place to open the window at, or null for the system's choice. */
export function rememberedState(file: string): WindowState | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null; // the first start
  }
  return usableState(
    parseWindowState(text),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
}

/** Keeps the file up to date with the window's place. A place that cannot be saved is logged and costs nothing else. */
export function rememberState(window: BrowserWindow, file: string, log: Log): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed()) write(file, stateOf(window), log);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, REST_MS);
  };
  window.on("resize", later);
  window.on("move", later);
  window.on("maximize", later);
  window.on("unmaximize", later);
  window.on("close", save);
}

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximised: window.isMaximized() };
}

function write(file: string, state: WindowState, log: Log): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    log.error("the window's place could not be saved", error);
  }
}
