import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFirstLook } from "../../../../electron/storage/first-look.ts";
import { readSettings, writeSettings } from "../../../../electron/storage/settings.ts";
import { settingsFile } from "../../../../electron/storage/settings-file.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/model/settings.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-look-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const { language, theme } = DEFAULT_SETTINGS;

it("reads what was set", () => {
  expect(writeSettings(folder, { ...DEFAULT_SETTINGS, language: "de", theme: "dark" }).ok).toBe(true);
  expect(readFirstLook(folder)).toEqual({ language: "de", theme: "dark" });
});

it("is as at the first start without a file", () => {
  expect(readFirstLook(folder)).toEqual({ language, theme });
});

it.each([
  "",
  "null",
  "[]",
  "7",
  "{",
  "\uFEFF{}",
  '{"theme":"dark"}',
  '\uFEFF{"language":"de"}',
  '{"theme":"purple","language":"de"}',
  '{"theme":["dark"],"language":{}}',
  '{"language":"tlh","theme":"light"}',
])("sees in %j what the whole settings see", (text) => {
  writeFileSync(settingsFile(folder), text);
  const { settings } = readSettings(folder);
  expect(readFirstLook(folder)).toEqual({ language: settings.language, theme: settings.theme });
});
