import { z } from "zod";
import { documentSchema } from "../../shared/contract/document.ts";
import { reportSchema } from "../../shared/contract/report/report.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

/** The published JSON Schema (draft 2020-12) of the check-up document. */
function documentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema, { io: "output" }) };
}

/** The published JSON Schema of the saved report (`.goodgateway.json`). */
function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportSchema, { io: "output" }) };
}

/** `schema [--report]`: prints it. */
export async function schemaCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const schema = words.includes("--report") ? reportJsonSchema() : documentJsonSchema();
  await terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.done;
}
