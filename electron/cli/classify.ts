import { parseArgs } from "node:util";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { GatewayClassification } from "../../shared/model/gateway.ts";
import { SAVED_TEXT_LIMIT } from "../../shared/model/saved-page.ts";
import { classify } from "../gateway/classify.ts";
import { judgeSaved } from "../gateway/saved-page/judge-saved.ts";
import { parseJson, readNamedFile } from "./terminal/read-file.ts";
import { printable } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

z.config({ jitless: true });

/** Headers as an object (a repeated header is an array) or as pairs. */
const headersSchema = z.union([
  z.array(z.tuple([z.string(), z.string()])),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
]);
const responseSchema = z.object({
  /** 0: not known, as where somebody saved only the text of an error. */
  status: z.union([z.literal(0), z.number().int().min(100).max(999)]),
  statusText: z.string().default(""),
  headers: headersSchema.default([]),
  body: z.string().default(""),
});
const fileSchema = z.union([z.array(responseSchema), responseSchema]);
/** A browser's network log (HTTP Archive 1.2). */
const logSchema = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });
type SavedResponse = z.output<typeof responseSchema>;

/** One answer of a file, judged. */
interface Found {
  /** What its line begins with. */
  readonly answer: string;
  readonly found: GatewayClassification;
}

/**
 * `classify FILE [--json]`: who made a saved response, or what a browser saved (a page, a network log). Several answers
 * in give an array out, in the same order.
 */
export async function classifyCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const read = await readAnswers(words);
  if (!read.ok) {
    terminal.err(`${printable(read.error)}\n`);
    return EXIT.usage;
  }
  const { answers, json } = read.value;
  if (json) {
    const said = Array.isArray(answers) ? answers.map(({ found }) => published(found)) : published(answers.found);
    await terminal.out(`${JSON.stringify(said, null, 2)}\n`);
    return EXIT.done;
  }
  for (const one of [answers].flat()) await terminal.out(`${line(one)}\n`);
  return EXIT.done;
}

async function readAnswers(
  words: readonly string[],
): Promise<Result<{ answers: Found | Found[]; json: boolean }, string>> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch {
    return fail("classify takes a file and --json.");
  }
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0)
    return fail("Say which saved response to read: classify FILE.json, or a saved page (HTML) or network log (HAR).");
  const text = await readNamedFile(path);
  if (!text.ok) return text;
  const answers = answersIn(text.value, path);
  return answers.ok ? ok({ answers: answers.value, json: parsed.values.json === true }) : answers;
}

/** A page as a browser saves it, or an answer with its head, as a terminal shows it. */
const PAGE = /^\uFEFF?\s*(<|HTTP\/\d)/u;

function answersIn(text: string, path: string): Result<Found | Found[], string> {
  if (PAGE.test(text)) return fromSaved(text.slice(0, SAVED_TEXT_LIMIT), path);
  const value = parseJson(text);
  if (!value.ok)
    return fail(
      `${path} is neither a saved page (HTML), a network log (HAR) nor JSON with {status, statusText, headers, body}.`,
    );
  const responses = fileSchema.safeParse(value.value);
  if (responses.success) {
    return ok(Array.isArray(responses.data) ? responses.data.map((one) => judged(one)) : judged(responses.data));
  }
  if (logSchema.safeParse(value.value).success) return fromSaved(text, path);
  return fail(`${path} does not hold {status, statusText, headers, body} or an array of them.`);
}

function fromSaved(text: string, path: string): Result<Found | Found[], string> {
  const found = judgeSaved(text, null).pages.map((page) => ({
    answer: head(page.status, page.statusText),
    found: page.found,
  }));
  const [first] = found;
  if (first === undefined) return fail(`${path} holds no answer of a server.`);
  return ok(found.length === 1 ? first : found);
}

function head(status: number | null, statusText: string): string {
  return status === null || status === 0 ? "status not known" : `${status} ${printable(statusText)}`.trim();
}

function judged(response: SavedResponse): Found {
  const found = classify({ ...response, headers: headerPairs(response.headers) });
  return { answer: head(response.status, response.statusText), found };
}

function headerPairs(headers: SavedResponse["headers"]): readonly (readonly [string, string])[] {
  if (Array.isArray(headers)) return headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => [name.toLowerCase(), value] as const),
  );
}

/** The agreed shape; scripts build on it. */
function published({ signatureId, vendor, hop, faultSide, confidence, meaning }: GatewayClassification) {
  return { signatureId, vendor, hop, faultSide, confidence, meaning };
}

function line({ answer, found }: Found): string {
  const who = found.vendor === null ? "" : `${found.vendor} (${found.hop}), `;
  return `${answer}: ${who}${found.faultSide}, ${found.confidence}. ${found.meaning}`;
}
