import type { Catalogue } from "../translator.ts";

/** English words of the window's frame: menu and the few native dialogs. */
export const EN_SHELL = {
  menu: {
    file: "File",
    edit: "Edit",
    view: "View",
    window: "Window",
    developer: "Developer tools",
    reload: "Reload the window",
  },
  "open-page": {
    title: "Open a saved error page",
    pages: "Saved pages and network logs",
    all: "All files",
  },
  crash: {
    "window-title": "The window stopped working",
    "window-detail":
      "GoodGateway's window closed unexpectedly, twice in a short time. Nothing on this computer was changed.",
    "main-title": "GoodGateway ran into an error",
    "main-detail": "It is safest to start it again. What happened is written to the log: {{log}}",
    restart: "Start again",
    quit: "Quit",
  },
} as const satisfies Catalogue;
