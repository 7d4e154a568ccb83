import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileLog } from "../../../../electron/main/log.ts";

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-log-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

it("writes an error with its stack, for the owner alone, and says it on stderr", () => {
  const file = join(folder, "logs", "main.log");
  fileLog(file, (text) => void said.push(text)).error("it broke", new Error("boom"));
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT\S+Z error it broke: Error: boom\n/);
  expect(text).toContain("log.test.ts");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(said.join("")).toContain("it broke: Error: boom");
});

it("puts a full file aside and begins a new one", () => {
  const file = join(folder, "main.log");
  writeFileSync(file, "x".repeat(512 * 1024));
  fileLog(file, (text) => void said.push(text)).info("fresh");
  expect(readFileSync(file, "utf8")).toMatch(/ info fresh\n$/);
  expect(statSync(`${file}.old`).size).toBe(512 * 1024);
  expect(said).toEqual([]);
});

it("says it on stderr when the disk refuses", () => {
  const file = join(folder, "taken", "main.log");
  mkdirSync(file, { recursive: true });
  fileLog(file, (text) => void said.push(text)).info("nowhere to go");
  expect(said.join("")).toContain("the log cannot be written");
  expect(existsSync(`${file}.old`)).toBe(false);
});
