import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DNS_SCRIPT } from "../../../electron/platform/linux/dns/script/script.ts";
import { calls } from "../../../shared/contract/calls.ts";

const ROOT = join(import.meta.dirname, "../../..");
const TESTS = readdirSync(join(ROOT, "tests"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.test\.tsx?$/u.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));

/** The rows of the table in SECURITY.md: the item, and the places that are said to prove it. */
const ROWS = [
  ...readFileSync(join(ROOT, "SECURITY.md"), "utf8").matchAll(/^\| ([EPNRTG]\d+)\s*\|[^|]+\|([^|]+)\|$/gmu),
].map(([, item = "", where = ""]) => ({
  item,
  places: [...where.matchAll(/`([^`]+)`/gu)].map(([, place = ""]) => place),
}));

/** A test names its item first, or several with commas, and then a colon; a group of tests names it in brackets. */
function names(text: string, item: string): boolean {
  return new RegExp(`["'\`(](?:[A-Z]\\d+, )*${item}(?:, [A-Z]\\d+)*[:)"'\`]`, "u").test(text);
}

const SCRIPTS = readFileSync(join(ROOT, "package.json"), "utf8");

/** A script that exists, or a test below this place that names the item. */
function proves(place: string, item: string): boolean {
  if (!place.startsWith("tests/")) return SCRIPTS.includes(`"${place.replace(/^npm run /u, "")}":`);
  return TESTS.filter((file) => file.startsWith(place)).some((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return names(text, item) || text.includes(`item: "${item}"`);
  });
}

describe("the checklist of SECURITY.md", () => {
  it("G1: has the items of every part", () => {
    const items = ROWS.map(({ item }) => item);
    const electron = Array.from({ length: 12 }, (_, index) => `E${index + 1}`);
    const others = ["P1", "P2", "P3", "P4", "P5", "N1", "R1", "T1", "G1"];
    expect(items).toEqual([...electron, ...others]);
  });

  it.each(ROWS)("G1: $item is proved where the table says so", ({ item, places }) => {
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !proves(place, item))).toEqual([]);
  });

  it("G1: has no test whose item it does not know", () => {
    const known = new Set(ROWS.map(({ item }) => item));
    const found = TESTS.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), "utf8").matchAll(
          /\b(?:it|test|describe)(?:\.\w+)*\(\s*["'`]([EPNRTG]\d+)[:,]/gu,
        ),
      ].map(([, item = ""]) => item),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((item) => !known.has(item))).toEqual([]);
  });
});

/** Names that would let the page choose what is run or which file is touched. */
const POWERFUL = /path|file|folder|command|program|script|exec|argv|\bargs\b|shell/iu;

function keysOf(schema: z.ZodType): readonly string[] {
  const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }));
  return [...json.matchAll(/"(\w+)":\{/gu)].map(([, key = ""]) => key);
}

describe("what the page can ask for", () => {
  it("P2: names no file, no program and no command", () => {
    const asked = Object.entries(calls).flatMap(([name, { input }]) => keysOf(input).map((key) => `${name} ${key}`));
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter((key) => POWERFUL.test(key))).toEqual([]);
    expect(keysOf(z.object({ filePath: z.string() })).some((key) => POWERFUL.test(key))).toBe(true);
  });
});

describe.skipIf(process.platform !== "linux")("what runs elevated", () => {
  it.each([["run", "/bin/true"], ["switch; id"], [""], ["../switch"]])(
    "P2: refuses a verb that is not its own: %s",
    (...words) => {
      const { status, stdout } = spawnSync("/bin/sh", ["-c", DNS_SCRIPT, "goodgateway", ...words], {
        encoding: "utf8",
        env: { PATH: "/usr/bin:/bin" },
      });
      expect(status).not.toBe(0);
      expect(stdout.replace(/^gg-start\n/u, "")).not.toMatch(/uid=|gg-(?:switched|applied|restored)/u);
    },
  );
});
