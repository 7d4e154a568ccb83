import type { BrowserWindowConstructorOptions } from "electron";
import { expect, it, vi } from "vitest";

/** What Electron was asked for, and whether the program says of itself that it is packaged. */
const asked = vi.hoisted((): { packaged: boolean; readonly windows: BrowserWindowConstructorOptions[] } => ({
  packaged: true,
  windows: [],
}));

vi.mock("electron", async () => {
  const { EventEmitter } = await import("node:events");
  class Window extends EventEmitter {
    readonly webContents = new EventEmitter();
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      asked.windows.push(options);
    }
    async loadURL(): Promise<void> {}
    isDestroyed(): boolean {
      return false;
    }
  }
  return {
    app: {
      getName: () => "GoodGateway",
      getVersion: () => "0",
      get isPackaged() {
        return asked.packaged;
      },
    },
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
    screen: { getAllDisplays: () => [] },
    BrowserWindow: Window,
    protocol: {},
    session: {},
  };
});

const { openWindow } = await import("../../../../electron/main/window.ts");

function preferencesOf(packaged: boolean): BrowserWindowConstructorOptions["webPreferences"] {
  asked.packaged = packaged;
  asked.windows.length = 0;
  const log = { info: () => undefined, error: () => undefined };
  // The window only hands the session on.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const session = {} as Parameters<typeof openWindow>[0]["session"];
  openWindow({ session, preload: "/preload.cjs", stateFile: "/nowhere/window.json", log });
  return asked.windows[0]?.webPreferences;
}

it("E1: the shipped window has no developer tools; they are for developing", () => {
  expect(preferencesOf(true)?.devTools).toBe(false);
  expect(preferencesOf(false)?.devTools).toBe(true);
});

it("E1: asks for each protection by name, whatever Electron's defaults become", () => {
  expect(preferencesOf(true)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
  const dangerous = [
    "allowRunningInsecureContent",
    "experimentalFeatures",
    "enableBlinkFeatures",
    "additionalArguments",
  ];
  expect(Object.keys(preferencesOf(true) ?? {}).filter((name) => dangerous.includes(name))).toEqual([]);
});
