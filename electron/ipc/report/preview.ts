import { createHash, randomBytes } from "node:crypto";
import type { ReportEnvironment } from "../../../shared/contract/report/environment.ts";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { Item } from "../../../shared/lib/redaction/items.ts";
import type { PrivateItem, ReportChoice, ReportPhase, ReportPreview } from "../../../shared/model/report-desk.ts";
import { REPORT_SUFFIX, type ReportFormat, type TextFormat } from "../../../shared/model/report.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { redactWithItems } from "../../report/redact-report.ts";
import { renderReport } from "../../report/render.ts";
import type { Sourced } from "./room.ts";

/** A report made ready: what is shown, and the very bytes that will be saved. */
export interface Made {
  readonly preview: Omit<ReportPreview, "page">;
  readonly bytes: Buffer;
  /** The page to show; null for formats that are no page. */
  readonly html: Buffer | null;
}

/** What making needs of the rest of the program. */
export interface MakingParts {
  readonly t: Translator;
  readonly environment: (report: SavedReport) => Promise<ReportEnvironment>;
  readonly printToPdf: (html: Buffer) => Promise<Buffer>;
  readonly onPhase: (phase: ReportPhase) => void;
  readonly signal: AbortSignal;
}

/** Longest part of a private value that is shown in the list of them, characters. */
const SHOWN = 160;

/** Makes a report ready; null when the signal came first. Rejects where the runtime cannot print. */
export async function makePreview(sourced: Sourced, choice: ReportChoice, parts: MakingParts): Promise<Made | null> {
  const began = performance.now();
  const { t, onPhase, signal } = parts;
  const report = await withChoice(sourced, choice, parts);
  if (signal.aborted) return null;
  onPhase("taking-out");
  // The list of items comes from the whole report, so that an item switched off can be switched on again.
  const { report: redacted, items } = redactWithItems(report, {
    level: choice.level,
    ...byHand(report, choice),
  });
  const textFormat: TextFormat = choice.format === "pdf" ? "html" : choice.format;
  const rendered = renderReport(redacted, textFormat, t);
  const pages = choice.format === "pdf" ? await printed(rendered.bytes, parts) : rendered.bytes;
  if (signal.aborted || pages === null) return null;
  return {
    bytes: pages,
    html: textFormat === "html" ? rendered.bytes : null,
    preview: {
      id: randomBytes(12).toString("hex"),
      format: choice.format,
      text: choice.format === "pdf" ? "" : pages.toString("utf8"),
      bytes: pages.length,
      sha256: createHash("sha256").update(pages).digest("hex"),
      ms: Math.round(performance.now() - began),
      fileName: fileNameFor(redacted, choice.format),
      counts: redacted.redaction.counts,
      items: items.map(shownItem),
      canAddEnvironment: sourced.fresh || report.environment !== null,
    },
  };
}

async function withChoice(sourced: Sourced, choice: ReportChoice, parts: MakingParts): Promise<SavedReport> {
  const { report, fresh } = sourced;
  const noted = { ...report, note: choice.note };
  if (!choice.environment) return { ...noted, environment: null };
  if (report.environment !== null || !fresh) return noted;
  parts.onPhase("computer");
  return { ...noted, environment: await parts.environment(report) };
}

async function printed(html: Buffer, { onPhase, signal, printToPdf }: MakingParts): Promise<Buffer | null> {
  if (signal.aborted) return null;
  onPhase("pages");
  return printToPdf(html);
}

/** The person's choices by key become values: only main knows them whole. */
function byHand(report: SavedReport, { keep, hide }: ReportChoice): { keep?: string[]; hide?: string[] } {
  if (keep.length === 0 && hide.length === 0) return {};
  const { items } = redactWithItems(report, { level: "strict" });
  const values = (keys: readonly string[]): string[] => {
    const wanted = new Set(keys);
    return items.filter((item) => wanted.has(keyOf(item))).map(({ canonical }) => canonical);
  };
  const [kept, hidden] = [values(keep), values(hide)];
  return { ...(kept.length === 0 ? {} : { keep: kept }), ...(hidden.length === 0 ? {} : { hide: hidden }) };
}

function shownItem(item: Item): PrivateItem {
  const { value, kind, mark, count } = item;
  return { key: keyOf(item), value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value, kind, mark, count };
}

/** The same for the same thing, whatever the level; says nothing about it to anybody who does not know it. */
function keyOf({ canonical }: Item): string {
  return createHash("sha256").update(canonical).digest("hex").slice(0, 20);
}

const ENDINGS: Readonly<Record<ReportFormat, string>> = {
  html: ".html",
  pdf: ".pdf",
  md: ".md",
  txt: ".txt",
  json: REPORT_SUFFIX,
  har: ".har",
};

/** `report shop.example 2026-11-22.html`: the host as it stands in the report, so that a name taken out stays out. */
function fileNameFor({ observations, startedAt }: SavedReport, format: ReportFormat): string {
  const host = observations.target.displayHost.replaceAll(/[^\p{L}\p{N}.-]/gu, "").slice(0, 60);
  return ["report", host, startedAt.slice(0, 10)].filter((part) => part !== "").join(" ") + ENDINGS[format];
}
