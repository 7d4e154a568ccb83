import { parseArgs } from "node:util";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { GatewayClassification } from "../../shared/model/gateway.ts";
import { classify } from "../gateway/classify.ts";
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
type SavedResponse = z.output<typeof responseSchema>;

/** `classify FILE [--json]`: who made a saved response. An array in gives an array out, in the same order. */
export async function classifyCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const read = await readResponses(words);
  if (!read.ok) {
    terminal.err(`${printable(read.error)}\n`);
    return EXIT.usage;
  }
  const { responses, json } = read.value;
  if (json) {
    const answer = Array.isArray(responses)
      ? responses.map((one) => published(judged(one)))
      : published(judged(responses));
    await terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    return EXIT.done;
  }
  for (const one of Array.isArray(responses) ? responses : [responses])
    await terminal.out(`${line(one, judged(one))}\n`);
  return EXIT.done;
}

async function readResponses(
  words: readonly string[],
): Promise<Result<{ responses: SavedResponse | SavedResponse[]; json: boolean }, string>> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch {
    return fail("classify takes a file and --json.");
  }
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) return fail("Say which saved response to read: classify FILE.json");
  const text = await readNamedFile(path);
  if (!text.ok) return text;
  const value = parseJson(text.value);
  if (!value.ok) return fail(`${path} is not JSON: ${value.error}`);
  const responses = fileSchema.safeParse(value.value);
  if (!responses.success) return fail(`${path} does not hold {status, statusText, headers, body} or an array of them.`);
  return ok({ responses: responses.data, json: parsed.values.json === true });
}

function judged(response: SavedResponse): GatewayClassification {
  return classify({ ...response, headers: headerPairs(response.headers) });
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

function line(response: SavedResponse, found: GatewayClassification): string {
  const who = found.vendor === null ? "" : `${found.vendor} (${found.hop}), `;
  return `${response.status} ${printable(response.statusText)}: ${who}${found.faultSide}, ${found.confidence}. ${found.meaning}`;
}
