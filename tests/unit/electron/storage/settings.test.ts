import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSettings, readSettings, writeSettings } from "../../../../electron/storage/settings.ts";
import { settingsFile } from "../../../../electron/storage/settings-file.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/model/settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("settings", () => {
  it("are the defaults before anything was set, and nothing is damaged", () => {
    expect(readSettings(folder)).toEqual({ settings: DEFAULT_SETTINGS, damaged: false });
  });

  it("come back as they were written", () => {
    const settings = { ...DEFAULT_SETTINGS, language: "de", theme: "dark", history: { entries: 7, days: 30 } } as const;
    expect(writeSettings(folder, settings).ok).toBe(true);
    expect(readSettings(folder)).toEqual({ settings, damaged: false });
  });

  it.each(["", "{", "[]", "null", "7"])("are the defaults, and said to be damaged, where the file is %j", (text) => {
    expect(parseSettings(text)).toEqual({ settings: DEFAULT_SETTINGS, damaged: true });
  });

  it("keep the parts that can be read beside one that cannot", () => {
    const read = parseSettings('{"theme":"dark","language":"tlh","history":{"entries":0,"days":1},"later":true}');
    expect(read).toEqual({ settings: { ...DEFAULT_SETTINGS, theme: "dark" }, damaged: true });
  });

  it("keep a damaged file beside the new one", () => {
    writeFileSync(settingsFile(folder), "half a fi");
    expect(writeSettings(folder, DEFAULT_SETTINGS).ok).toBe(true);
    expect(readFileSync(`${settingsFile(folder)}.damaged`, "utf8")).toBe("half a fi");
    expect(readSettings(folder).damaged).toBe(false);
  });
});
