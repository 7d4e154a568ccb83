import { ok } from "../../../shared/lib/result.ts";
import type { RunProgram } from "../exec.ts";
import type { Reading } from "../machine.ts";
import { ask } from "../readings/reading.ts";

/** Values of one key by name (lower case); numbers and bytes as reg.exe writes them: `0x1`, `4600...`. */
export type RegistryValues = ReadonlyMap<
  string,
  { readonly name: string; readonly type: string; readonly data: string }
>;

/** The values of a constant key; none when the key does not exist (reg.exe exits 1, whatever its language says). */
export async function registryValues(run: RunProgram, key: string, signal: AbortSignal): Reading<RegistryValues> {
  const output = await ask(run, { program: "reg", args: ["query", key], signal }, true);
  if (!output.ok) return output;
  return ok(output.value.exitCode === 0 ? parseRegistryValues(output.value.stdout) : new Map());
}

/** Values in `reg query KEY`: four blanks, name, type, data. The default value's name is translated; nobody needs it. */
export function parseRegistryValues(text: string): RegistryValues {
  const rows = [...text.matchAll(/^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*?))?\r?$/gm)];
  return new Map(rows.map(([, name = "", type = "", data = ""]) => [name.toLowerCase(), { name, type, data }]));
}

/** A REG_DWORD; null when absent. */
export function dwordIn(values: RegistryValues, name: string): number | null {
  const data = values.get(name.toLowerCase())?.data;
  return data !== undefined && /^0x[\da-f]+$/i.test(data) ? Number(data) : null;
}

/** A text; empty when absent. */
export function registryText(values: RegistryValues, name: string): string {
  return values.get(name.toLowerCase())?.data.trim() ?? "";
}
