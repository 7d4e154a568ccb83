import type { ShellCommand } from "./shell-command.ts";

/**
 * The keys of the menu's commands, as Electron writes them; null: none. Ctrl (Cmd on macOS) as everywhere: N new, O open,
 * R again, Y history (as in browsers), comma for settings (as on macOS); F1 is help on every system.
 */
export const SHORTCUTS: Readonly<Record<ShellCommand, string | null>> = {
  "new-check": "CommandOrControl+N",
  "check-again": "CommandOrControl+R",
  "open-page": "CommandOrControl+O",
  "open-report": null,
  dns: "CommandOrControl+D",
  explain: "F1",
  watches: "CommandOrControl+Shift+W",
  history: "CommandOrControl+Y",
  settings: "CommandOrControl+,",
  shortcuts: "CommandOrControl+/",
  about: null,
};
