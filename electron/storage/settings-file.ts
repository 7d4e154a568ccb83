import { join } from "node:path";

/** Where the settings lie. */
export function settingsFile(folder: string): string {
  return join(folder, "settings.json");
}
