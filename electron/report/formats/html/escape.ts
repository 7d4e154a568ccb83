import { visible } from "../visible.ts";

/** Text inside an HTML document, already escaped. The only way to get one is through this file. */
export interface Html {
  readonly html: string;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Marks of redactions: this program's, or the same form typed by somebody else, which is as harmless. */
const MARK = /‹[a-z0-9 .:-]{1,80}›/gu;

/** Any text as itself, for text nodes and quoted attributes alike. Acting characters are written out. */
export function escaped(text: string): Html {
  return { html: visible(text).replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? "") };
}

/** The same with redactions marked for the eye and for screen readers. Only for text nodes. */
export function marked(text: string): Html {
  return { html: escaped(text).html.replaceAll(MARK, (mark) => `<mark>${mark}</mark>`) };
}

/** A text of several lines (raw facts); only for text nodes. */
export function markedLines(text: string): Html {
  return {
    html: text
      .split("\n")
      .map((line) => marked(line).html)
      .join("\n"),
  };
}

type Piece = string | number | Html | readonly Html[];

/** A template whose holes are escaped: strings become text with its redactions marked, Html stays what it is. */
export function html(parts: TemplateStringsArray, ...holes: readonly Piece[]): Html {
  return { html: parts.map((part, index) => part + pieceOf(holes[index] ?? "")).join("") };
}

function pieceOf(piece: Piece): string {
  if (typeof piece === "number") return String(piece);
  if (typeof piece === "string") return marked(piece).html;
  return "html" in piece ? piece.html : piece.map((one) => one.html).join("");
}
