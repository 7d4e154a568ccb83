import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../renderer");
const files = (ending: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending));
const found = (ending: string, pattern: RegExp): readonly string[] =>
  files(ending).flatMap((name) =>
    [...readFileSync(join(root, name), "utf8").matchAll(pattern)].map(([match]) => `${name}: ${match.trim()}`),
  );

describe("the window's sources", () => {
  it("keep every word in the catalogues: no fixed text between tags", () => {
    expect(files(".tsx").length).toBeGreaterThan(20);
    expect(found(".tsx", />\s*\p{L}[^<>{}=;()]*<\//gu)).toEqual([]);
    expect(found(".tsx", /(?:aria-label|title|placeholder|alt)="[^"]*"/g)).toEqual([]);
  });

  it("mirror for right-to-left languages: no left, no right in the styles", () => {
    expect(files(".css").length).toBeGreaterThan(10);
    expect(
      found(".css", /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:/gm),
    ).toEqual([]);
    expect(found(".css", /text-align:\s*(?:left|right)/g)).toEqual([]);
  });

  it("name every colour in one place", () => {
    expect(found(".module.css", /#[\da-f]{3,8}\b|\brgba?\(/gi)).toEqual([]);
  });

  it("reach for nothing outside: no address, no font, no picture from elsewhere", () => {
    expect(found(".css", /url\(|@import|@font-face/g)).toEqual([]);
    expect(found(".html", /https?:\/\//g)).toEqual([]);
  });
});
