import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeMachine } from "../../../bench/campaign-canaries/machine.ts";
import { spellings } from "../../../bench/campaign-canaries/secrets.ts";
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
  expect(text).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z error it broke: Error\n {4}at .*tests\/unit\/electron\/main\/log\.test\.ts:\d+/,
  );
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(said.join("")).toContain("it broke: Error: boom");
});

it("writes no secret of a machine into the file, whatever an error's message, name or code holds", () => {
  const file = join(folder, "main.log");
  const log = fileLog(file, () => undefined);
  const kinds = new Set<string>();
  for (let number = 1; number <= 20; number += 1) {
    const { secrets } = makeMachine(number);
    for (const { kind, value } of secrets) {
      kinds.add(kind);
      const error = Object.assign(new Error(`ENOENT: ${value} at ${value}\n    at ${value} (/x/${value}:1:1)`), {
        code: value,
      });
      log.error("a call broke", error);
      log.error("a call broke", value);
      error.name = value;
      log.error("a call broke", error);
      const text = readFileSync(file, "utf8");
      expect(
        spellings(value).filter((spelling) => text.includes(spelling)),
        kind,
      ).toEqual([]);
      rmSync(file);
    }
  }
  expect(kinds.size).toBeGreaterThanOrEqual(25);
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
