import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
/** A line is supported for about 24 weeks; four months without a look is too long. */
const DAYS = 120;
const DAY_MS = 86_400_000;

interface Lines {
  readonly lookedUp: string;
  readonly lines: Readonly<Record<string, string>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** Is the version of a supported line, and has it that line's fixes? */
function isSafe(version: string, { lines }: Lines): boolean {
  const [major = ""] = version.split(".");
  const least = lines[major];
  return least !== undefined && version.localeCompare(least, "en", { numeric: true }) >= 0;
}

/** Was the list looked up lately enough? */
function isFresh({ lookedUp }: Lines, now: number): boolean {
  const age = now - Date.parse(lookedUp);
  return age >= -DAY_MS && age <= DAYS * DAY_MS;
}

describe("the Electron that is shipped (E11)", () => {
  const lines = read("build/config/electron-lines.json") as Lines;

  it("is pinned exactly, of a line that gets security fixes, and has them", () => {
    const { devDependencies } = read("package.json") as { devDependencies: Record<string, string> };
    const pinned = devDependencies["electron"] ?? "";
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(isSafe(pinned, lines)).toBe(true);
  });

  it("is held against a list that is not older than 120 days", () => {
    expect(isFresh(lines, Date.now())).toBe(true);
  });

  it("would be refused when it were old, or the list were", () => {
    expect(isSafe("33.2.1", lines)).toBe(false);
    expect(isSafe("43.4.0", lines)).toBe(false);
    expect(isSafe("43.10.0", lines)).toBe(true);
    expect(isFresh({ ...lines, lookedUp: "2020-01-01" }, Date.now())).toBe(false);
    expect(isFresh({ ...lines, lookedUp: "not a date" }, Date.now())).toBe(false);
  });
});
