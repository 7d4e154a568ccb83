import type { ReportView, Row, Section } from "../view/report-view.ts";
import { seconds } from "../view/report-view.ts";
import { visible } from "./visible.ts";

/**
 * A report as GitHub-flavoured Markdown for a ticket. Texts are escaped so that none of them becomes a link, an image,
 * HTML, a mention or a heading; raw facts stand in fenced blocks that no content can close.
 */
export function renderMarkdown(view: ReportView): string {
  const checks = view.checks.map(
    (check) =>
      `| ${cell(check.title)} | ${cell(check.statusWord)} | ${cell(check.summary)} | ${seconds(check.durationMs)} |`,
  );
  const facts = view.checks.flatMap(({ title, facts: text }) => (text === null ? [] : [fold(title, text)]));
  const parts = [
    `# ${inline(view.title)}`,
    inline(view.explanation),
    rows(view.summary),
    `## ${inline(view.pathHeading)}\n\n${view.places.map(({ label, state, stateWord }) => place(label, state, stateWord)).join(" → ")}`,
    ...view.sections.map(section),
    `## ${inline(view.checksHeading)}\n\n| | | | |\n| --- | --- | --- | --- |\n${checks.join("\n")}`,
    ...view.background.map(section),
    `## ${inline(view.factsHeading)}`,
    ...facts,
    `---\n\n${inline(view.footer)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function place(label: string, state: string, word: string): string {
  return state === "fault" ? `**${inline(label)}: ${inline(word)}**` : `${inline(label)}: ${inline(word)}`;
}

function section(part: Section): string {
  const start = part.heading === "" ? "" : `## ${inline(part.heading)}\n\n`;
  switch (part.kind) {
    case "points":
      return start + part.points.map((point) => `- ${inline(point)}`).join("\n");
    case "rows":
      return start + rows(part.rows);
    case "table":
      return (
        start +
        [part.head, part.head.map(() => "---"), ...part.rows]
          .map((cells, index) => `| ${cells.map(index === 1 ? String : cell).join(" | ")} |`)
          .join("\n")
      );
  }
}

function rows(pairs: readonly Row[]): string {
  return ["| | |", "| --- | --- |", ...pairs.map(([label, value]) => `| ${cell(label)} | ${cell(value)} |`)].join("\n");
}

/**
 * Text inside a paragraph: every sign of Markdown and HTML becomes itself; line ends become spaces, since a line of its
 * own could start a list or a heading. The zero-width-free way to stop autolinks and mentions is to break `://`, `www.`
 * and `@` with a backslash or an entity.
 */
function inline(text: string): string {
  return visible(text.replaceAll(/\r?\n/gu, " "))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+!|~$]/gu, (sign) => `\\${sign}`)
    .replaceAll("@", "&#64;")
    .replaceAll("://", "&#58;//")
    .replaceAll(/\bwww\./giu, (start) => `${start.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([-=+])/u, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/u, "$1\\$2");
}

/** The same in a cell of a table; a formula's first sign gets an apostrophe for those who paste it into a spreadsheet. */
function cell(text: string): string {
  return inline(/^\s*[=+\-@]/u.test(visible(text)) ? `'${text}` : text);
}

/** Raw facts, folded; the fence is longer than any run of backticks inside. */
function fold(title: string, json: string): string {
  const safe = json.split("\n").map(visible).join("\n");
  const longest = Math.max(2, ...Array.from(safe.matchAll(/`+/gu), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `<details><summary>${inline(title)}</summary>\n\n${fence}json\n${safe}\n${fence}\n\n</details>`;
}
