import { app, nativeTheme } from "electron";
import type { ShellCommand } from "../../shared/model/shell-command.ts";
import type { Settings } from "../../shared/model/settings.ts";
import { createShellTranslator } from "../../shared/text/shell.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { spokenLanguage } from "../../shared/text/languages.ts";
import { readSettings } from "../storage/settings.ts";
import { setMenu } from "./menu.ts";

/** The window's frame: its language, its theme and its menus, which follow the settings. */
export interface Shell {
  /** The frame's words as they are now. */
  words(): Translator;
  apply(settings: Settings): void;
}

/** Reads the settings in `folder` and sets theme and menus by them. `send`: tells the window what a menu item asks for. */
export function createShell(folder: string, send: (command: ShellCommand) => void): Shell {
  const { settings: first } = readSettings(folder);
  let words = wordsFor(first);
  const apply = (settings: Settings): void => {
    words = wordsFor(settings);
    nativeTheme.themeSource = settings.theme;
    setMenu(words, send);
  };
  apply(first);
  return { words: () => words, apply };
}

function wordsFor(settings: Settings): Translator {
  return createShellTranslator(spokenLanguage(settings.language, app.getPreferredSystemLanguages()));
}
