import { z } from "zod";
import { SHELL_COMMANDS } from "../model/shell-command.ts";
import { HISTORY_BOUNDS, LANGUAGE_CHOICES, THEMES, type SettingsView } from "../model/settings.ts";

z.config({ jitless: true });

const bounded = ({ min, max }: { readonly min: number; readonly max: number }) => z.number().int().min(min).max(max);

/** What a person may change at once; what is not named stays. */
const settingsChange = z.strictObject({
  language: z.enum(LANGUAGE_CHOICES).optional(),
  theme: z.enum(THEMES).optional(),
  privateMode: z.boolean().optional(),
  updates: z.boolean().optional(),
  history: z.strictObject({ entries: bounded(HISTORY_BOUNDS.entries), days: bounded(HISTORY_BOUNDS.days) }).optional(),
});

/** The calls about settings. Every change answers with the whole. */
export const settingsCalls = {
  "settings.read": { input: z.undefined(), output: z.custom<SettingsView>() },
  "settings.change": { input: settingsChange, output: z.custom<SettingsView>() },
  /** One outside endpoint: used or not, and what is contacted in its place (null: itself). `invalid`: not usable there. */
  "settings.endpoint": {
    input: z.strictObject({ key: z.string().max(300), on: z.boolean(), instead: z.string().max(500).nullable() }),
    output: z.custom<SettingsView>(),
  },
} as const;

/** The menu's words to the window. */
export const settingsEvents = { "shell.command": z.enum(SHELL_COMMANDS) } as const;
