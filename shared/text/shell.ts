import { DE_SHELL } from "./de/shell.ts";
import { EN_SHELL } from "./en/shell.ts";
import type { Language } from "./languages.ts";
import { createTranslator, type Catalogue, type Translator } from "./translator.ts";

/** The words of the window's frame (menus, native dialogs), apart from the engine's so that the start stays quick. */
export const SHELL_CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: EN_SHELL, de: DE_SHELL };

/** Says the frame's words in this language. */
export function createShellTranslator(language: Language): Translator {
  return createTranslator(language, SHELL_CATALOGUES);
}
