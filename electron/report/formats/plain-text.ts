import type { ReportView, Row, Section } from "../view/report-view.ts";
import { seconds } from "../view/report-view.ts";
import { visible, visibleLines } from "./visible.ts";

/** Widest line of text, as mail programs like it. */
const WIDTH = 78;

/** Beginnings a spreadsheet would calculate when the text is pasted into it. */
const FORMULA = /^[\s]*[=+\-@]/u;

/** A report as plain text for a ticket or a mail. Every control character is written out; no line starts a formula. */
export function renderPlainText(view: ReportView): string {
  const parts = [
    `${view.name}\n${"~".repeat(view.name.length)}`,
    wrapped(view.title, ""),
    wrapped(view.explanation, ""),
    rows(view.summary),
    block(view.pathHeading, [view.places.map(({ label, stateWord }) => `${label}: ${stateWord}`).join(" > ")]),
    ...view.sections.map(section),
    block(
      view.checksHeading,
      view.checks.map(
        (check) => `[${check.statusWord}] ${check.title}: ${check.summary} (${seconds(check.durationMs)})`,
      ),
    ),
    ...view.background.map(section),
    cell(view.footer),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(part: Section): string {
  switch (part.kind) {
    case "points":
      return block(part.heading, part.points);
    case "rows":
      return heading(part.heading) + rows(part.rows);
    case "table":
      return heading(part.heading) + table(part.head, part.rows);
  }
}

/** Columns that say nothing in any row are left out; a single gap is filled, so that nothing seems to be lost. */
function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const used = head.map((_, column) => body.some((cells) => (cells[column] ?? "") !== ""));
  return [head, ...body]
    .map((cells) => cells.filter((_, column) => used[column] === true).map((text) => (text === "" ? "–" : cell(text))))
    .map((cells) => `  ${cells.join(" | ")}`)
    .join("\n");
}

function heading(text: string): string {
  return text === "" ? "" : `${cell(text)}\n`;
}

function block(title: string, points: readonly string[]): string {
  return heading(title) + points.map((point) => wrapped(point, "  * ")).join("\n");
}

function rows(pairs: readonly Row[]): string {
  const width = Math.max(0, ...pairs.map(([label]) => label.length));
  return pairs.map(([label, value]) => `  ${cell(label).padEnd(width)}  ${cell(value)}`).join("\n");
}

/** One line that no spreadsheet takes for a formula: such a text gets the apostrophe that marks it as text. */
function cell(text: string): string {
  const line = visible(text);
  return FORMULA.test(line) ? `'${line}` : line;
}

/** Breaks at spaces; what continues is indented, so that a text from the network cannot pose as a part of ours. */
function wrapped(text: string, start: string): string {
  const indent = " ".repeat(start.length);
  const lines = visibleLines(text).flatMap((line) => brokenAtSpaces(line, WIDTH - indent.length));
  return lines
    .map((line, index) => `${index === 0 ? start : indent}${FORMULA.test(line) ? `'${line}` : line}`)
    .join("\n");
}

function brokenAtSpaces(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
