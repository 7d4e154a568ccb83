import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import type { References } from "../../../shared/model/references.ts";
import { dataFolder } from "../../storage/data-folder.ts";

/**
 * The outside endpoints to compare with: the file that `GOODGATEWAY_REFERENCES` names, else the built-in list as this
 * person wants it (Settings). Throws
 * when a named file cannot be used: falling back to the built-in list would contact what the person wanted replaced.
 */
export async function referencesFrom(env: Readonly<Record<string, string | undefined>>): Promise<References> {
  const file = env["GOODGATEWAY_REFERENCES"] ?? "";
  if (file === "") return ownReferences(env);
  const { parseReferences } = await import("../../engine/references.ts");
  const parsed = parseReferences(await readFile(file, "utf8"));
  if (!parsed.ok) {
    const error = new Error(`the references file ${file} cannot be used: ${JSON.stringify(parsed.error)}`);
    // The log names the kind of an error only: the place of a file is the person's own.
    error.name = "UnusableReferencesFile";
    throw error;
  }
  return parsed.value;
}

async function ownReferences(env: Readonly<Record<string, string | undefined>>): Promise<References> {
  const { chosenReferences } = await import("../../engine/chosen-references.ts");
  const chosen = chosenReferences(dataFolder({ platform: process.platform, env, home: homedir() }));
  if (!chosen.ok) throw new Error(`the endpoints of settings.json cannot be used: ${JSON.stringify(chosen.error)}`);
  return chosen.value;
}
