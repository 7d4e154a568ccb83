import type { RunProgram } from "../exec.ts";
import type { Reading } from "../machine.ts";
import { ask, parsed } from "../readings/reading.ts";

/** A value of scutil's property lists: texts, arrays (keys are indices) and dictionaries. */
export type ScutilValue = string | ScutilDictionary;
/** A dictionary or an array of scutil; an array's keys are its indices as text. */
export interface ScutilDictionary {
  readonly [key: string]: ScutilValue;
}

/** `scutil OPTION`; an exit code of 0 with nothing printed is an error, since it always prints a heading. */
export async function scutil(run: RunProgram, option: "--dns" | "--proxy", signal: AbortSignal): Reading<string> {
  const output = await ask(run, { program: "scutil", args: [option], signal });
  return parsed(output, ({ stdout }) => (stdout.trim() === "" ? null : stdout));
}

/** The dictionary scutil prints: `key : value` lines and nested `<dictionary> {` blocks. Null when it is none or cut short. */
export function parseScutilDictionary(text: string): ScutilDictionary | null {
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => /^<dictionary> \{$/.test(line));
  return start === -1 ? null : (readBlock(lines, start + 1)?.value ?? null);
}

function readBlock(
  lines: readonly string[],
  from: number,
): { readonly value: ScutilDictionary; readonly next: number } | null {
  const entries: [string, ScutilValue][] = [];
  for (let at = from; at < lines.length;) {
    const line = lines[at] ?? "";
    if (line === "}") return { value: Object.fromEntries(entries), next: at + 1 };
    // Keys of scoped settings hold no colon with blanks around it; values may (URLs).
    const [, key = "", value = ""] = /^(.*?) : (.*)$/.exec(line) ?? [];
    if (!/^<(?:dictionary|array)> \{$/.test(value)) {
      if (key !== "") entries.push([key, value]);
      at += 1;
      continue;
    }
    const inner = readBlock(lines, at + 1);
    if (inner === null) return null;
    entries.push([key, inner.value]);
    at = inner.next;
  }
  return null;
}
