import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ELECTRON = resolve(import.meta.dirname, "../../../../../electron");

const sources = readdirSync(ELECTRON, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(join(ELECTRON, name), "utf8") }));

/** What Windows PowerShell 5.1 reads otherwise than it looks. */
const TRAPS: Readonly<Record<string, RegExp>> = {
  "a $null for a text of .NET, which becomes an empty text": /::(?:Replace|Copy|Move)\([^)]*\$null\)/,
  "a list from JSON taken as it comes, which arrives in one piece":
    /@\([^()]*ConvertFrom-Json|ConvertFrom-Json[^|\n]*\|/,
  "a stream whose words fit two constructors": /New-Object (?:System\.)?IO\.FileStream/,
  "a split whose option could be a number": /\.Split\([^\n]*'RemoveEmptyEntries'/,
  "a deletion that may follow links": /Remove-Item\b[^\n]*-Recurse/,
  "a compiler whose warnings are errors": /Add-Type (?!-IgnoreWarnings)/,
};

describe("scripts for Windows PowerShell 5.1", () => {
  it("are among what is looked at", () => {
    expect(sources.filter(({ text }) => text.includes("$ErrorActionPreference = 'Stop'")).length).toBeGreaterThan(4);
  });

  it.each(Object.entries(TRAPS))("hold no %s", (_what, trap) => {
    expect(sources.filter(({ text }) => trap.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
