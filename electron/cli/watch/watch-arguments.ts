import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";

/** What `watch` was asked for. */
export interface WatchArguments {
  readonly input: string;
  readonly output: "human" | "json" | "events";
  readonly privateMode: boolean;
  readonly referencesFile: string | null;
  /** A fault of the practice network instead of a real address; null: a real one. */
  readonly practice: string | null;
}

/** Reads the words after `watch`. The error is one sentence. */
export function parseWatchArguments(words: readonly string[], usage: string): Result<WatchArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        events: { type: "boolean" },
        private: { type: "boolean" },
        references: { type: "string" },
        practice: { type: "string" },
      },
    });
    const practice = values.practice ?? null;
    const [input] = positionals;
    if (positionals.length !== (practice === null ? 1 : 0)) return fail(usage);
    if (values.json === true && values.events === true)
      return fail("Choose one of --json and --events: --events already ends with the whole document.");
    return ok({
      input: input ?? "",
      output: values.json === true ? "json" : values.events === true ? "events" : "human",
      privateMode: values.private === true,
      referencesFile: values.references ?? null,
      practice,
    });
  } catch (error) {
    // node:util's messages are sentences made for people ("Unknown option '--jsn'...").
    return fail(error instanceof Error ? (error.message.split(/\. |\n/u)[0] ?? usage) : usage);
  }
}
