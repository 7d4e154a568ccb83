import type { MachineDeps } from "../../machine-deps.ts";
import type { Reading } from "../../machine.ts";
import { ask, parsed } from "../../readings/reading.ts";
import { parseScutilDictionary, type ScutilDictionary, type ScutilValue } from "../scutil.ts";
import { ok } from "../../../../shared/lib/result.ts";

/** A service id as configd makes them. */
export const SERVICE_ID = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/;

/**
 * One key of the dynamic store (scutil(8) reads commands from its standard input; not elevated, nothing changes). Null
 * when there is no such key. One program start per key: text of a service's name could otherwise pass for the answer
 * about another key.
 */
export async function storeValue(
  deps: MachineDeps,
  key: string,
  signal: AbortSignal,
): Reading<ScutilDictionary | null> {
  const output = await ask(deps.run, { program: "scutil", args: [], input: `show ${key}\n`, signal });
  return parsedOrMissing(output);
}

function parsedOrMissing(output: Awaited<ReturnType<typeof ask>>): Awaited<Reading<ScutilDictionary | null>> {
  if (output.ok && /^\s*No such key\s*$/.test(output.value.stdout)) return ok(null);
  return parsed(output, ({ stdout }) => parseScutilDictionary(stdout));
}

/**
 * Whether a service is there, and its name as far as it can be read: a name over two lines may look like anything, and
 * must not make everything else unreadable. Null when the service is not there.
 */
export async function storeName(deps: MachineDeps, id: string, signal: AbortSignal): Reading<string | null> {
  const output = await ask(deps.run, {
    program: "scutil",
    args: [],
    input: `show Setup:/Network/Service/${id}\n`,
    signal,
  });
  if (output.ok && /^\s*No such key\s*$/.test(output.value.stdout)) return ok(null);
  return parsed(output, ({ stdout }) => {
    if (!stdout.startsWith("<dictionary> {\n") || !stdout.trimEnd().endsWith("}")) return null;
    return /^ {2}UserDefinedName : ([^\n]*(?:\n(?! {2}\w+ : |\}\s*$)[^\n]*)*)/m.exec(stdout)?.[1] ?? "";
  });
}

/** Ids of the services of the present location that are switched on, in no order. */
export async function serviceIds(deps: MachineDeps, signal: AbortSignal): Reading<readonly string[]> {
  const output = await ask(deps.run, {
    program: "scutil",
    args: [],
    input: "list Setup:/Network/Service/[^/]+\n",
    signal,
  });
  return parsed(output, ({ stdout }) => {
    const ids = [...stdout.matchAll(/^ *subKey \[\d+\] = Setup:\/Network\/Service\/([^/\s]+)$/gm)].flatMap(
      ([, id = ""]) => (SERVICE_ID.test(id) ? [id] : []),
    );
    return ids.length === 0 && !/^ *no keys\.?$/m.test(stdout) ? null : [...new Set(ids)];
  });
}

/** A text of a dictionary; null when it is missing or no text. */
export function storeText(dictionary: ScutilDictionary | null, key: string): string | null {
  const value = valueOf(dictionary, key);
  return typeof value === "string" ? value : null;
}

/** The items of an array of a dictionary, in order; null when it is missing or no array. */
export function storeList(dictionary: ScutilDictionary | null, key: string): readonly string[] | null {
  const value = valueOf(dictionary, key);
  if (typeof value !== "object") return null;
  return Object.values(value).filter((one) => typeof one === "string");
}

function valueOf(dictionary: ScutilDictionary | null, key: string): ScutilValue | undefined {
  return dictionary !== null && Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
}
