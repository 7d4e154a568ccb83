import { readFile, stat } from "node:fs/promises";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";

/** Largest file a command reads, bytes: above any list of saved pages, below what would hurt. */
const FILE_LIMIT = 64 * 1024 * 1024;

/** Reads a text file that a person named (`-` is the standard input); the error is one sentence that says what to do. */
export async function readNamedFile(path: string): Promise<Result<string, string>> {
  try {
    if (path === "-") return await wholeText(process.stdin);
    const info = await stat(path);
    if (!info.isFile()) return fail(`${path} is not a file.`);
    if (info.size > FILE_LIMIT) return fail(`${path} is larger than 64 MB; that is more than this command reads.`);
    return ok(await readFile(path, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return fail(`There is no file ${path}.`);
    if (code === "EACCES") return fail(`${path} may not be read by you.`);
    return fail(`${path} could not be read (${code || "unknown error"}).`);
  }
}

/** What a stream brings until its end; one that does not end is no file. */
async function wholeText(stream: AsyncIterable<Buffer | string>): Promise<Result<string, string>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    const more = typeof part === "string" ? Buffer.from(part) : part;
    bytes += more.length;
    if (bytes > FILE_LIMIT)
      return fail("What was piped in is larger than 64 MB; that is more than this command reads.");
    parts.push(more);
  }
  return ok(Buffer.concat(parts).toString("utf8"));
}

/** Parses JSON that a person gave. */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    // V8 quotes the text around the fault; its line ends would break "one sentence".
    return fail(error instanceof Error ? error.message.replaceAll(/\s+/gu, " ") : "not JSON");
  }
}
