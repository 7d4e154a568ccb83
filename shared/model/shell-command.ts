/** What the menu can ask of the window. Closed: the words live in the shell's catalogue under `menu`. */
export const SHELL_COMMANDS = [
  "check-again",
  "new-check",
  "open-page",
  "open-report",
  "dns",
  "explain",
  "watches",
  "history",
  "settings",
  "shortcuts",
  "about",
] as const;

/** One of {@link SHELL_COMMANDS}. */
export type ShellCommand = (typeof SHELL_COMMANDS)[number];
