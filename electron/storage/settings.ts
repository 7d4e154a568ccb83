import { readFileSync, renameSync } from "node:fs";
import { z } from "zod";
import { ok, type Result } from "../../shared/lib/result.ts";
import {
  DEFAULT_SETTINGS,
  HISTORY_BOUNDS,
  LANGUAGE_CHOICES,
  THEMES,
  type Settings,
} from "../../shared/model/settings.ts";
import { settingsFile } from "./settings-file.ts";
import { writeFileAtomic, type StorageFailure } from "./atomic-file.ts";

/** Most endpoints that are switched off or replaced; the built-in list has a few dozen. */
const MOST_ENDPOINTS = 500;
const text = z.string().max(500);
const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.number().int().min(min).max(max);

const parts = {
  language: z.enum(LANGUAGE_CHOICES),
  theme: z.enum(THEMES),
  privateMode: z.boolean(),
  updates: z.boolean(),
  history: z.object({ entries: within(HISTORY_BOUNDS.entries), days: within(HISTORY_BOUNDS.days) }),
  endpoints: z.object({ off: z.array(text).max(MOST_ENDPOINTS), instead: z.record(text, text) }),
} as const;

/** What was read. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Something in the file could not be read; it is as at the first start. */
  readonly damaged: boolean;
}

/**
 * The settings in this data folder; the defaults when there are none. Each part stands for itself: a damaged one takes
 * its default and the others stay. Parts that a newer version wrote are left alone.
 */
export function readSettings(folder: string): ReadSettings {
  let file: string;
  try {
    file = readFileSync(settingsFile(folder), "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { settings: DEFAULT_SETTINGS, damaged: !missing };
  }
  return parseSettings(file);
}

/** See {@link readSettings}. */
export function parseSettings(file: string): ReadSettings {
  const object = z.record(z.string(), z.unknown()).safeParse(json(file));
  if (!object.success) return { settings: DEFAULT_SETTINGS, damaged: true };
  let damaged = false;
  const part = <Value>(name: string, schema: z.ZodType<Value>, otherwise: Value): Value => {
    const value = object.data[name];
    if (value === undefined) return otherwise;
    const parsed = schema.safeParse(value);
    if (!parsed.success) damaged = true;
    return parsed.success ? parsed.data : otherwise;
  };
  const settings: Settings = {
    language: part("language", parts.language, DEFAULT_SETTINGS.language),
    theme: part("theme", parts.theme, DEFAULT_SETTINGS.theme),
    privateMode: part("privateMode", parts.privateMode, DEFAULT_SETTINGS.privateMode),
    updates: part("updates", parts.updates, DEFAULT_SETTINGS.updates),
    history: part("history", parts.history, DEFAULT_SETTINGS.history),
    endpoints: part<Settings["endpoints"]>("endpoints", parts.endpoints, DEFAULT_SETTINGS.endpoints),
  };
  return { settings, damaged };
}

function json(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, ""));
  } catch {
    return undefined; // the schema refuses it, and the person is told
  }
}

/** Writes them whole. A file that was damaged is kept beside it, for whoever wants to look into it. */
export function writeSettings(folder: string, settings: Settings): Result<void, StorageFailure> {
  const path = settingsFile(folder);
  if (readSettings(folder).damaged) {
    try {
      renameSync(path, `${path}.damaged`);
    } catch {
      // It cannot be kept; what matters is that the new one can be written, and that is tried next.
    }
  }
  const written = writeFileAtomic(path, `${JSON.stringify(settings, null, 2)}\n`);
  return written.ok ? ok(undefined) : written;
}
