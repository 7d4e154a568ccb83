import { readFileSync } from "node:fs";
import { DEFAULT_SETTINGS, LANGUAGE_CHOICES, THEMES, type Settings } from "../../shared/model/settings.ts";
import { settingsFile } from "./settings-file.ts";

/** What the first paint needs of the settings. */
export type FirstLook = Pick<Settings, "language" | "theme">;

/**
 * Language and theme of the settings in this data folder; the default of what is missing or damaged. Before the window is
 * painted, so without the schemas that the whole settings are read with (./settings.ts): loading those takes longer than
 * reading the file.
 */
export function readFirstLook(folder: string): FirstLook {
  const { language, theme } = DEFAULT_SETTINGS;
  try {
    const file: unknown = JSON.parse(readFileSync(settingsFile(folder), "utf8").replace(/^\uFEFF/, ""));
    if (typeof file !== "object" || file === null) return { language, theme };
    return {
      language: oneOf(LANGUAGE_CHOICES, "language" in file ? file.language : language) ?? language,
      theme: oneOf(THEMES, "theme" in file ? file.theme : theme) ?? theme,
    };
  } catch {
    // No file, or one that cannot be read: said when the whole settings are read.
    return { language, theme };
  }
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}
