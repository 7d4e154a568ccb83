import { app, BrowserWindow, nativeTheme, type Session } from "electron";
import type { Log } from "./log.ts";
import { START_PAGE } from "./scheme.ts";
import { rememberedState, rememberState } from "./window-memory.ts";
import { FIRST_SIZE, MIN_SIZE } from "./window-state.ts";

/** The surface colour of the window's style sheet (renderer/styles/tokens.css), shown until the page is painted. */
export const SURFACE = { light: "#fbfaf8", dark: "#191a1c" } as const;

/** What a window needs. */
export interface WindowParts {
  readonly session: Session;
  /** Path of the built preload. */
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly stateFile: string;
  readonly log: Log;
}

/** Opens the window; it shows itself once it is painted, so nothing flashes. */
export function openWindow({ session, preload, stateFile, log }: WindowParts): BrowserWindow {
  const state = rememberedState(stateFile);
  const { width, height } = state ?? FIRST_SIZE;
  const window = new BrowserWindow({
    width,
    height,
    ...(state === null ? {} : { x: state.x, y: state.y }),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: app.getName(),
    autoHideMenuBar: true,
    backgroundColor: surface(),
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximised === true) window.maximize();
  rememberState(window, stateFile, log);
  followTheme(window);
  window.once("ready-to-show", () => {
    window.show();
    log.info(`window shown: GoodGateway ${app.getVersion()} on Electron ${process.versions["electron"] ?? ""}`);
  });
  window.webContents.on("did-fail-load", (_event, code, description) =>
    log.error("the window's page did not load", `${description} (${code})`),
  );
  window.webContents.on("preload-error", (_event, _path, error) => log.error("the preload failed", error));
  window.loadURL(START_PAGE).catch((error: unknown) => log.error("the window's page did not load", error));
  return window;
}

function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(surface());
  nativeTheme.on("updated", follow);
  window.once("closed", () => nativeTheme.off("updated", follow));
}

function surface(): string {
  return nativeTheme.shouldUseDarkColors ? SURFACE.dark : SURFACE.light;
}
