import type { CheckupDocument } from "../../../shared/contract/document.ts";
import type { PathNode } from "../../../shared/model/path.ts";
import { sayOutcome } from "../../../shared/text/outcome-words.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { printable, wrap, type Style } from "../terminal/style.ts";

const MARKS = { ok: "●", warn: "◐", fault: "✖", unknown: "○" } as const;

/** The places of the path picture as people name them, in the order of the picture. */
const PLACES: readonly { readonly label: string; readonly nodes: readonly PathNode[] }[] = [
  { label: "computer", nodes: ["device"] },
  { label: "browser", nodes: ["browser"] },
  { label: "network", nodes: ["local-network", "proxy"] },
  { label: "provider", nodes: ["provider"] },
  { label: "resolver", nodes: ["resolver"] },
  { label: "gateway", nodes: ["site-dns", "site-edge"] },
  { label: "site", nodes: ["site-origin"] },
];

const SURENESS = { high: "sure", medium: "fairly sure", low: "not sure" } as const;

/** What was different from the first request; the value follows. */
const VARIED: Readonly<Record<CheckupDocument["attempts"][number]["varied"], string>> = {
  none: "the same again",
  address: "to ",
  family: "over IP",
  path: "page ",
  cache: "past the caches",
  resolver: "other DNS server: ",
  proxy: "proxy: ",
};

/** Widest text column; longer lines tire the eye. */
const MAX_WIDTH = 92;

/** The document as a person reads it in a terminal: the sentence first, raw facts last. */
export function renderHuman(document: CheckupDocument, t: Translator, style: Style, columns: number): string {
  const width = Math.min(columns, MAX_WIDTH);
  const layout: Layout = { width, style };
  const { verdict } = document;
  const tone = verdict.code === "healthy" ? style.good : verdict.code === "inconclusive" ? style.warn : style.bad;
  const sections = [
    `  ${style.bold(tone(wrap(printable(verdict.title), width, "  ")))}`,
    `  ${wrap(printable(verdict.explanation), width, "  ")}`,
    `  ${pathLine(document, style)}`,
    section(
      "Why",
      verdict.evidence.map(({ fact }) => fact),
      layout,
    ),
    section(
      "Ruled out",
      verdict.ruledOut.map(({ code, because }) => `${t(`rival.${code}`)}: ${because}`),
      layout,
    ),
    section(
      "Not ruled out",
      verdict.leftOpen.map(({ code, wouldDecide }) => `${t(`rival.${code}`)}: ${wouldDecide}`),
      layout,
    ),
    section(
      "Also seen",
      document.findings.map(({ summary }) => summary),
      layout,
    ),
    section(
      "What helps",
      document.repairs.map(({ title, why }) => `${title} — ${why}`),
      layout,
      true,
    ),
    section("Would change this answer", verdict.wouldChange, layout),
    attempts(document, t, style),
    style.dim(`  ${wrap(footer(document), width, "  ")}`),
  ];
  return `\n${sections.filter((part) => part !== "").join("\n\n")}\n`;
}

interface Layout {
  readonly width: number;
  readonly style: Style;
}

function section(heading: string, lines: readonly string[], { width, style }: Layout, numbered = false): string {
  if (lines.length === 0) return "";
  const rows = lines.map((line, index) => {
    const bullet = numbered ? `${index + 1}.` : "·";
    return `    ${bullet} ${wrap(printable(line), width, " ".repeat(5 + bullet.length))}`;
  });
  return `  ${style.bold(heading)}\n${rows.join("\n")}`;
}

/** One mark and a word per place; the worst state of its nodes counts. */
function pathLine(document: CheckupDocument, style: Style): string {
  const states = new Map(document.path.map(({ node, state }) => [node, state]));
  const order = ["fault", "warn", "ok", "unknown"] as const;
  return PLACES.map(({ label, nodes }) => {
    const worst = order.find((state) => nodes.some((node) => states.get(node) === state)) ?? "unknown";
    const tone = { ok: style.good, warn: style.warn, fault: style.bad, unknown: style.dim }[worst];
    return tone(`${MARKS[worst]} ${label}`);
  }).join("  ");
}

function attempts(document: CheckupDocument, t: Translator, style: Style): string {
  if (document.attempts.length < 2) return "";
  const rows = document.attempts.map(({ varied, value, status, outcome, durationMs }, index) => {
    const what = index === 0 && varied === "none" ? "the first" : `${VARIED[varied]}${varied === "cache" ? "" : value}`;
    const came = status === undefined ? sayOutcome(outcome, t) : String(status);
    return `    ${what.padEnd(30)} ${came.padEnd(34)} ${seconds(durationMs)}`;
  });
  return `  ${style.bold("Requests to the site")}\n${printable(rows.join("\n"))}`;
}

function footer(document: CheckupDocument): string {
  const { verdict } = document;
  const parts = [
    `${SURENESS[verdict.confidence]} (${verdict.code}, ${verdict.faultSide})`,
    seconds(document.durationMs),
    `${document.requestsToSite} ${document.requestsToSite === 1 ? "request" : "requests"} to the site`,
    document.outsideEndpoints.length === 0
      ? "nobody else contacted"
      : `${document.outsideEndpoints.length} reference ${document.outsideEndpoints.length === 1 ? "point" : "points"} contacted`,
  ];
  return parts.join(" · ");
}

/** Milliseconds as `0.3 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
