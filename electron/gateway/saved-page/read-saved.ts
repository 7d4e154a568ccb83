import { z } from "zod";
import { SAVED_PAGES_SHOWN, type SavedPages } from "../../../shared/model/saved-page.ts";

/** One answer as it was saved. */
export interface SavedAnswer {
  readonly url: string | null;
  /** Null when the file does not say. */
  readonly status: number | null;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** The answers in a saved text, and what kind of text it was. */
export interface ReadSaved {
  readonly format: SavedPages["format"];
  readonly answers: readonly SavedAnswer[];
  readonly more: number;
}

/** The shape that `classify` takes in the terminal: headers as an object (a repeated one is an array) or as pairs. */
const responseSchema = z.object({
  status: z.number().int().min(100).max(999),
  statusText: z.string().default(""),
  headers: z
    .union([
      z.array(z.tuple([z.string(), z.string()])),
      z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    ])
    .default([]),
  body: z.string().default(""),
});

/** HTTP Archive 1.2, as every browser's developer tools export it; only what is needed. */
const harSchema = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });
const entrySchema = z.object({
  request: z.object({ url: z.string() }),
  response: z.object({
    // 0 stands for "no answer came".
    status: z.number().int().min(100).max(999),
    statusText: z.string().default(""),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    content: z.object({ text: z.string().default(""), encoding: z.string().optional() }).default({ text: "" }),
  }),
});

/**
 * Reads a pasted or saved text: a browser's network log, saved responses, an answer with its head, or else a page.
 * Never fails: what is none of the others is a page's text.
 */
export function readSaved(text: string): ReadSaved {
  const start = text.trimStart();
  if (start.startsWith("{") || start.startsWith("[")) {
    const value = parse(start);
    const read = harOf(value) ?? responsesOf(value);
    if (read !== null) return read;
  }
  if (/^HTTP\/[\d.]+ \d{3}/.test(start)) return { format: "http", answers: [headAndBody(start)], more: 0 };
  return { format: "page", answers: [{ url: null, status: null, statusText: "", headers: [], body: text }], more: 0 };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // looks like JSON and is none: it is a page's text then
  }
}

function harOf(value: unknown): ReadSaved | null {
  const har = harSchema.safeParse(value);
  if (!har.success) return null;
  // Entry by entry: one that is damaged, or that got no answer, must not hide the others.
  const answers = har.data.log.entries.flatMap((raw): readonly SavedAnswer[] => {
    const entry = entrySchema.safeParse(raw);
    if (!entry.success) return [];
    const { request, response } = entry.data;
    const { text, encoding } = response.content;
    return [
      {
        url: withoutQuery(request.url),
        status: response.status,
        statusText: response.statusText,
        headers: response.headers.map((header) => [header.name.toLowerCase(), header.value] as const),
        body: encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text,
      },
    ];
  });
  return { format: "har", ...worthShowing(answers) };
}

function responsesOf(value: unknown): ReadSaved | null {
  const read = z.union([z.array(responseSchema).min(1), responseSchema]).safeParse(value);
  if (!read.success) return null;
  const answers = [read.data].flat().map((response) => ({
    url: null,
    status: response.status,
    statusText: response.statusText,
    headers: pairs(response.headers),
    body: response.body,
  }));
  return { format: "response", ...worthShowing(answers) };
}

function pairs(headers: z.output<typeof responseSchema>["headers"]): SavedAnswer["headers"] {
  if (Array.isArray(headers)) return headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => [name.toLowerCase(), value] as const),
  );
}

/** The errors; without any, the first answer, so that the person hears that it is fine. */
function worthShowing(answers: readonly SavedAnswer[]): Pick<ReadSaved, "answers" | "more"> {
  const errors = answers.filter(({ status }) => status !== null && status >= 400);
  const shown = errors.length > 0 ? errors : answers.slice(0, 1);
  return { answers: shown.slice(0, SAVED_PAGES_SHOWN), more: Math.max(shown.length - SAVED_PAGES_SHOWN, 0) };
}

/** What stands behind the question mark is often private and never needed. */
function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}

/** Heads that may precede the answer itself: interim ones, the proxy's, redirects that were followed. */
const MOST_HEADS = 30;

/** `HTTP/1.1 502 Bad Gateway`, header lines, a blank line, the body. Of several answers in a row the last one counts. */
function headAndBody(text: string): SavedAnswer {
  let rest = text;
  let head = "";
  for (let heads = 0; heads < MOST_HEADS && /^HTTP\/[\d.]+ \d{3}/.test(rest); heads += 1) {
    const end = /\r?\n\r?\n/.exec(rest);
    head = end === null ? rest : rest.slice(0, end.index);
    rest = end === null ? "" : rest.slice(end.index + end[0].length);
  }
  const [first = "", ...lines] = head.split(/\r?\n/);
  const [, status = "", statusText = ""] = /^HTTP\/[\d.]+ (\d{3}) ?(.*)$/.exec(first) ?? [];
  const headers = lines.flatMap((line): readonly (readonly [string, string])[] => {
    const colon = line.indexOf(":");
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { url: null, status: Number(status), statusText, headers, body: rest };
}
