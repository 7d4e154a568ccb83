import { reportSchema, type SavedReport } from "../../../../shared/contract/report/report.ts";
import { mapStrings } from "../../../../shared/lib/redaction/walk.ts";

const SCRIPTS = [
  "<script>HIT()</script>",
  "<img src=x onerror=HIT()>",
  "<svg onload=HIT()>",
  '"><script>HIT()</script>',
  "'><img src=http://hit.invalid/i>",
  "</title><script>HIT()</script>",
  "</style><script>HIT()</script>",
  "</pre><iframe src=http://hit.invalid/></iframe>",
  "</text><foreignObject><body onload=HIT()></foreignObject>",
  "--><script>HIT()</script>",
  "<base href=http://hit.invalid/>",
  "<link rel=stylesheet href=http://hit.invalid/s.css>",
  "<link rel=dns-prefetch href=//hit.invalid>",
  '<meta http-equiv=refresh content="0;url=http://hit.invalid/">',
  "<object data=http://hit.invalid/></object>",
  "<style>@import url(http://hit.invalid/s.css)</style>",
  '<div style="background:url(http://hit.invalid/b)">',
  "<form action=http://hit.invalid/><input autofocus onfocus=HIT()>",
  "<a href=javascript:HIT()>x</a>",
  "<video><source onerror=HIT()></video>",
  "<details open ontoggle=HIT()>",
  "<math><mtext></mtext><script>HIT()</script></math>",
  "javascript:HIT()",
  "data:text/html,<script>HIT()</script>",
  "&lt;script&gt;HIT()&lt;/script&gt;",
  "&#60;script&#62;HIT()&#60;/script&#62;",
];
const FORMULAS = [
  "=1+1",
  '=HYPERLINK("http://hit.invalid","x")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  " =1+1",
  "\n=1+1",
];
const TERMINAL = [
  "\u001B[31mred\u001B[0m",
  "\u001B]0;title\u0007",
  "\u001B]8;;http://hit.invalid\u001B\\link",
  "\u009B31m",
  "\u0007",
  "a\bb",
  "line\rover",
  "\u0000",
  "\u007F",
  "\u001Bc",
  "\u001B[2J",
  "\u0085",
];
const DIRECTION = [
  "\u202Egnp.exe",
  "\u2066x\u2069",
  "\u200Fabc",
  "\u061C",
  "\u200Bzero",
  "\uFEFFbom",
  "\u2028line",
  "\uD800half",
  "\u{E0041}tag",
];
const MARKDOWN = [
  "[x](javascript:HIT())",
  "![x](http://hit.invalid/i.png)",
  "<http://hit.invalid>",
  "http://hit.invalid/auto",
  "www.hit.invalid",
  "@everyone",
  "#1",
  "# heading",
  "- item",
  "1. item",
  "| a | b |",
  "```\nfence\n```",
  "````",
  "`code`",
  "*x* _y_ ~z~",
  "[x]: http://hit.invalid",
  "> quote",
  "\\",
  "$x$",
];
const OTHER = [
  "__proto__",
  "constructor",
  "{{7*7}}",
  "${7*7}",
  "%s%n",
  "‹host-1›",
  "‹removed: query›",
  "{{host}}",
  "$t(report.name)",
  "../../etc/passwd",
  "x".repeat(5000),
  "\u0301".repeat(200),
  "😀",
];

/** 300 strings that try to become something else than text. */
export const HOSTILE: readonly string[] = (() => {
  const base = [...SCRIPTS, ...FORMULAS, ...TERMINAL, ...DIRECTION, ...MARKDOWN, ...OTHER];
  const wrapped = base.flatMap((text) => [text, `a ${text} b`, `${text}${text}`, `x="${text}"`]);
  return wrapped.slice(0, 300);
})();

/** The report with every string of every open field replaced: field number n gets the string at `start + n`. */
export function poisoned(report: SavedReport, start: number): SavedReport {
  let at = start;
  const next = (): string => (HOSTILE[at++ % HOSTILE.length] ?? "").slice(0, 1900);
  const value = mapStrings(reportSchema, report, {
    // Limits of the schema's shortest fields are kept, so that the report stays one that opens.
    text: (_text, { kind }) => (kind === "safe" || kind === "report-id" ? next().slice(0, 20) : next().slice(0, 50)),
    header: () => [next().slice(0, 300), next()],
    messageValue: next,
  });
  return reportSchema.parse(value);
}
