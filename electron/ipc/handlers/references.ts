import { readFile } from "node:fs/promises";
import type { References } from "../../../shared/model/references.ts";

/**
 * The outside endpoints to compare with: the file that `GOODGATEWAY_REFERENCES` names, else the built-in list. Throws
 * when a named file cannot be used: falling back to the built-in list would contact what the person wanted replaced.
 */
export async function referencesFrom(env: Readonly<Record<string, string | undefined>>): Promise<References> {
  const file = env["GOODGATEWAY_REFERENCES"] ?? "";
  if (file === "") return (await import("../../engine/outside-endpoints.ts")).BUILT_IN_REFERENCES;
  const { parseReferences } = await import("../../engine/references.ts");
  const parsed = parseReferences(await readFile(file, "utf8"));
  if (!parsed.ok) throw new Error(`the references file ${file} cannot be used: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
