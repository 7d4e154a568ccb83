import { z } from "zod";
import { documentSchema } from "../../shared/contract/document.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** The published JSON Schema (draft 2020-12) of the check-up document. */
export function documentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema, { io: "output" }) };
}

/** `schema`: prints it. */
export async function schemaCommand(_words: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.out(`${JSON.stringify(documentJsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
