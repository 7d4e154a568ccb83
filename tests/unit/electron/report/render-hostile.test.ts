import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { openReport } from "../../../../electron/report/kept/open-report.ts";
import { renderReport } from "../../../../electron/report/render.ts";
import type { SavedReport } from "../../../../shared/contract/report/report.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { HOSTILE, poisoned } from "./hostile.ts";

// A loaded machine takes ten times as long as one that has nothing else to do.
vi.setConfig({ testTimeout: 120_000 });
const t = createTranslator("en", { en: ENGLISH });

function everything(): SavedReport {
  const opened = openReport(readFileSync("tests/fixtures/reports/v1-everything.goodgateway.json", "utf8"));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value.report;
}

/** Starts that give every field thirty of the hostile strings, spread over the list; the campaign tries all 300. */
const STARTS = Array.from({ length: 30 }, (_, index) => index * 10 + (index % 7));
const report = everything();

const ACTING =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- what must not come through
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|[\uD800-\uDFFF]/u;

/** Elements a report is made of. */
const OWN_TAGS = new Set(
  "html head meta title style body main p h1 h2 ul li dl dt dd div table thead tbody tr th td svg line circle path text rect details summary span pre mark footer".split(
    " ",
  ),
);

describe("hostile texts in every field", () => {
  test("there are 300 of them", () => {
    expect(HOSTILE).toHaveLength(300);
    expect(new Set(HOSTILE).size).toBeGreaterThan(280);
  });

  test("no character that acts comes through in any format", () => {
    for (const start of STARTS)
      for (const format of ["html", "md", "txt", "json", "har"] as const) {
        const text = renderReport(poisoned(report, start), format, t).bytes.toString("utf8");
        expect(ACTING.exec(text)?.[0], `${format} ${start}`).toBeUndefined();
      }
  });

  test("HTML holds no element, attribute or style but the report's own", () => {
    const clean = shapeOf(renderReport(report, "html", t).bytes.toString("utf8"));
    for (const start of STARTS) {
      const html = renderReport(poisoned(report, start), "html", t).bytes.toString("utf8");
      const shape = shapeOf(html);
      expect([...shape.tags].filter((tag) => !OWN_TAGS.has(tag))).toEqual([]);
      expect([...shape.attributes].filter((name) => !clean.attributes.has(name))).toEqual([]);
      expect(shape.styles).toBe(1);
    }
  });

  test("plain text and Markdown tables start no cell with a formula", () => {
    for (const start of STARTS) {
      const poisonedReport = poisoned(report, start);
      for (const format of ["txt", "md"] as const) {
        const text = renderReport(poisonedReport, format, t).bytes.toString("utf8");
        const open = format === "md" ? text.replaceAll(/<details>[\s\S]*?<\/details>/gu, "") : text;
        const cells = open
          .split("\n")
          .filter((line) => !/^(?:- |---|#|\| --- )/u.test(line))
          .flatMap((line) => line.split(" | "));
        expect(cells.map((cell) => cell.replace(/^\|? */u, "")).filter((cell) => /^[=+@-](?!-)/u.test(cell))).toEqual(
          [],
        );
      }
    }
  });

  test("Markdown holds no link, image, mention or HTML of others outside its fences", () => {
    for (const start of STARTS) {
      const text = renderReport(poisoned(report, start), "md", t).bytes.toString("utf8");
      const open = text.replaceAll(/^(`{3,})json\n[\s\S]*?\n\1$/gmu, "");
      expect(open).not.toMatch(/(?<!\\)\]\(/u);
      expect(open).not.toMatch(/https?:\/\//u);
      expect(open).not.toMatch(/@[a-z]/u);
      expect(open.replaceAll(/<\/?(?:details|summary)>/gu, "")).not.toMatch(/<[a-z/!]/iu);
    }
  });

  test("JSON reads back as exactly the same report, hostile texts and all", () => {
    const hostile = poisoned(report, 40);
    const opened = openReport(renderReport(hostile, "json", t).bytes.toString("utf8"));
    expect(opened).toMatchObject({ ok: true });
    expect(opened.ok && opened.value.report).toEqual(hostile);
  });
});

function shapeOf(html: string) {
  const tags = [...html.matchAll(/<\/?([a-zA-Z][\w-]*)([^>]*)>/gu)];
  const attributes = tags.flatMap(([, , rest = ""]) =>
    [...rest.matchAll(/\s([a-z-]+)=/giu)].map(([, name = ""]) => name),
  );
  return {
    tags: new Set(tags.map(([, name = ""]) => name)),
    attributes: new Set(attributes),
    styles: html.split("<style>").length - 1,
  };
}
