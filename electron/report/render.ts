import { createHash } from "node:crypto";
import type { SavedReport } from "../../shared/contract/report/report.ts";
import { assertNever } from "../../shared/lib/assert-never.ts";
import type { TextFormat } from "../../shared/model/report.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { renderHar } from "./formats/har.ts";
import { renderHtml } from "./formats/html/page.ts";
import { visibleJson } from "./formats/json.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderPlainText } from "./formats/plain-text.ts";
import { viewOf } from "./view/view.ts";

/** A report made ready: what is shown before saving and what is saved are these same bytes. */
export interface RenderedReport {
  readonly format: TextFormat;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** Renders a report, already redacted, once. Pure: no clock, no chance, no file and no network. */
export function renderReport(report: SavedReport, format: TextFormat, t: Translator): RenderedReport {
  const bytes = Buffer.from(textOf(report, format, t), "utf8");
  return { format, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function textOf(report: SavedReport, format: TextFormat, t: Translator): string {
  switch (format) {
    case "html":
      return renderHtml(viewOf(report, t));
    case "md":
      return renderMarkdown(viewOf(report, t));
    case "txt":
      return renderPlainText(viewOf(report, t));
    case "json":
      return visibleJson(report);
    case "har":
      return renderHar(report);
    default:
      return assertNever(format);
  }
}
