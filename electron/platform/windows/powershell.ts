import type { RunProgram } from "../exec.ts";
import { isRecord, parseJson, type JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import { ask, parsed, READING_LIMITS } from "../readings/reading.ts";

/**
 * First statements of every script. Progress bars would be written to stderr as XML; without UTF-8 names arrive in the
 * console's code page; only the system's own modules may be loaded, never one of the same name from the user's folder.
 * `Part` runs one section: what fails in it is null, not the end of the rest.
 */
const PREAMBLE = `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:PSModulePath = "$PSHOME\\Modules"
try { [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false } catch { }
function Part([scriptblock] $section) { try { , @(& $section) } catch { $null } }
`;

/** A constant script. Data never becomes part of it: a script reads it from `$env:GG_...`. */
export interface PowershellScript {
  readonly encoded: string;
}

/** Prepares a constant script, as PowerShell takes it: UTF-16LE in base64, so that no quoting is needed. */
export function powershellScript(body: string): PowershellScript {
  return { encoded: Buffer.from(PREAMBLE + body, "utf16le").toString("base64") };
}

/** Runs a script that prints one JSON object. */
export async function askPowershell(
  run: RunProgram,
  script: PowershellScript,
  options: {
    readonly signal: AbortSignal;
    readonly env?: Readonly<Record<string, string>>;
    /** Without it {@link READING_LIMITS}. */
    readonly timeoutMs?: number;
  },
): Reading<JsonRecord> {
  const output = await ask(run, {
    program: "powershell",
    args: ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", script.encoded],
    timeoutMs: READING_LIMITS.powershellMs,
    ...options,
  });
  return parsed(output, ({ stdout }) => {
    const value = parseJson(stdout.trim());
    return isRecord(value) ? value : null;
  });
}
